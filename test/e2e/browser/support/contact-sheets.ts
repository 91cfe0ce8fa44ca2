import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnownBlock } from '@slack/types';
import type { Page } from 'playwright-core';
import { blocksHtml } from '../../../../src/sandbox/page/block-html.js';
import { escaped } from '../../../../src/sandbox/page/html.js';
import { pageFile } from '../../../../src/sandbox/page/page-files.js';
import type { Viewer } from '../../../../src/sandbox/page/viewer.js';
import { type Drawn, walk } from '../../../slack/views/every-sample.js';

const [columns, columnWidth, gap, height] = [3, 500, 20, 1480];
const stepWidth = columns * (columnWidth + gap);
const style = `
  body { display: block; height: auto; margin: 0; background: var(--ground); }
  .sheet { height: ${height}px; padding: 10px; columns: ${columnWidth}px; column-gap: ${gap}px; column-fill: auto; }
  .shot { margin: 0 0 14px; padding: 8px 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); overflow-wrap: anywhere; }
  .shot .what, .shot .aside { color: #a3359a; font: 12px/1.4 var(--sans); }
  .shot h2 { font-size: 17px; border-bottom: 1px solid var(--line); }
  .shot .foot { display: flex; gap: 8px; justify-content: flex-end; }`;

/** Draws surfaces on sheets of three columns, as the page of the sandbox would, and writes `NAME-01.png` and so on. Returns how many. */
export async function writeSheets(
  page: Page,
  folder: string,
  name: string,
  drawn: readonly Drawn[],
  viewer: Viewer,
): Promise<number> {
  const shots = drawn.map((one, place) => shot(one, viewer, place)).join('\n');
  const html = `<!doctype html><html lang="en" data-theme="light"><meta charset="utf-8">
<link rel="stylesheet" href="/fonts.css"><link rel="stylesheet" href="/blocks.css"><link rel="stylesheet" href="/client/page.css">
<style>${style}</style><body><div class="sheet">${shots}</div></body></html>`;
  await page.route('http://sheets.test/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/sheet') return await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    const file = await pageFile(pathname);
    if (file === undefined) return await route.fulfill({ status: 404 });
    return await route.fulfill({ contentType: file.kind, body: file.content });
  });
  await page.setViewportSize({ width: stepWidth, height: height + 20 });
  await page.goto('http://sheets.test/sheet');
  await page.evaluate('document.fonts.ready');
  const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
  await mkdir(folder, { recursive: true });
  const sheets = Math.ceil((width - gap) / stepWidth);
  for (let sheet = 0; sheet < sheets; sheet += 1) {
    // Moved and not scrolled to: the last sheet may be narrower than the window.
    await page.evaluate(`document.body.style.marginLeft = '-${sheet * stepWidth}px'`);
    await writeFile(join(folder, `${name}-${String(sheet + 1).padStart(2, '0')}.png`), await page.screenshot());
  }
  await page.unroute('http://sheets.test/**');
  return sheets;
}

function shot({ what, shown }: Drawn, viewer: Viewer, place: number): string {
  const view = 'view' in shown ? shown.view : undefined;
  const blocks = (view === undefined ? ('blocks' in shown ? shown.blocks : []) : view.blocks) as readonly KnownBlock[];
  const title = view?.type === 'modal' ? `<h2>${escaped(view.title.text)}</h2>` : '';
  const foot = view?.type === 'modal' ? footOf(view.close?.text, view.submit?.text) : '';
  const unseen = [...('text' in shown ? [`notification: ${shown.text}`] : []), ...confirmations(blocks)];
  const asides = unseen.map((line) => `<p class="aside">${escaped(line)}</p>`).join('');
  const body = blocksHtml(blocks, viewer, `s${place}`);
  return `<section class="shot"><p class="what">${escaped(what)}</p>${title}${body}${foot}${asides}</section>`;
}

function footOf(close: string | undefined, submit: string | undefined): string {
  const button = (text: string | undefined, kind: string) =>
    text === undefined ? '' : `<span class="button ${kind}">${escaped(text)}</span>`;
  return `<div class="foot">${button(close, 'plain')}${button(submit, 'primary')}</div>`;
}

/** What is asked before a press counts. */
function confirmations(blocks: readonly KnownBlock[]): string[] {
  const found: string[] = [];
  walk(blocks, ({ confirm }) => {
    if (typeof confirm !== 'object' || confirm === null) return;
    const texts = Object.values(confirm).flatMap((part) =>
      typeof part === 'object' && part !== null && 'text' in part ? [String(part.text)] : [],
    );
    if (texts.length > 0) found.push(`asks first: ${texts.join(' | ')}`);
  });
  return found;
}
