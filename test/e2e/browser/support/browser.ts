import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { askTheRun } from '../../../support/ask-the-run.js';

const systemChromium = '/usr/bin/chromium';
/** The package's own arguments also switch web security off, which the page relies on: only what a bare machine needs is given. */
const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];

/**
 * A headless Chromium: the machine's own, else the one inside an npm package. `packaged` forces the latter, so that this way
 * is walked on machines that would never need it.
 */
export async function startBrowser({ packaged = false } = {}): Promise<Browser> {
  if (!packaged && existsSync(systemChromium)) return chromium.launch({ executablePath: systemChromium, args });
  // The package reads this when it is loaded, and only then unpacks the shared libraries that a bare machine lacks.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: packagedChromium } = await import('@sparticuz/chromium');
  await askTheRun('chromium');
  return chromium.launch({ executablePath: await packagedChromium.executablePath(), args });
}
