import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/start-sandbox.js';
import type { FilledForm } from '../../../support/a-form.js';
import { type FreshDatabase, freshDatabase } from '../../../support/fresh-database.js';
import { startBrowser } from './browser.js';

/** Whether the README's pictures are asked for (scripts/pictures.mjs). */
export const forReadme = process.env.PICTURES_DIR !== undefined;
/** Where pictures go: the README's on request, else where nothing is kept. */
const pictures = process.env.PICTURES_DIR ?? join('reports', 'pictures');

export type BotInBrowser = Readonly<{
  sandbox: Sandbox;
  page: Page;
  main: Locator;
  modal: Locator;
  thread: Locator;
  /** What went wrong in the page or its scripts. */
  faults: readonly string[];
  become(name: string): Promise<void>;
  /** Opens a channel, the bot's direct messages (`Vulndesk`) included. */
  goTo(place: string): Promise<void>;
  send(command: string): Promise<void>;
  /** Fills the report form that is open, by its labels. */
  fill(form: Partial<FilledForm>): Promise<void>;
  jump(label: string): Promise<void>;
  /** The picture of what is on the screen now, or of a part of it, when the bot has done all it had to. */
  picture(name: string, part?: Locator): Promise<void>;
  stop(): Promise<void>;
}>;

export type Surroundings = Readonly<{ policyFile?: string; height?: number }>;

/** The whole sandbox as a newcomer has it, with its page open. */
export async function startBotInBrowser(
  mode: 'socket' | 'http',
  { policyFile, height = 800 }: Surroundings = {},
): Promise<BotInBrowser> {
  const stops: (() => Promise<unknown>)[] = [];
  const database: FreshDatabase = await freshDatabase('browser');
  stops.push(database.drop);
  const env = {
    MONGODB_URI: database.uri,
    MONGODB_DATABASE: database.database,
    ...(policyFile === undefined ? {} : { POLICY_FILE: policyFile }),
  };
  const sandbox = await startSandbox({ port: 0, mode, env, stillClock: true });
  stops.push(sandbox.stop);
  const browser: Browser = await startBrowser();
  stops.push(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1280, height } });
  page.setDefaultTimeout(60_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(sandbox.url);

  const main = page.getByRole('main');
  const modal = page.getByRole('dialog');
  const clock = page.locator('#clock');
  const goTo = async (place: string) => {
    await page
      .getByRole('navigation')
      .getByRole('button', { name: `${place} (` })
      .click();
    await main.getByRole('heading', { name: place }).waitFor();
  };
  return {
    sandbox,
    page,
    main,
    modal,
    thread: page.getByRole('complementary', { name: 'Thread' }),
    faults,
    goTo,
    become: async (name) => {
      await page.getByLabel('You are').selectOption({ label: name });
      await page.locator('#person').and(page.getByLabel('You are')).waitFor();
    },
    send: async (command) => {
      await page.getByLabel('Command').fill(command);
      await page.getByLabel('Command').press('Enter');
    },
    fill: (form) => fill(modal, form),
    jump: async (label) => {
      const before = await clock.textContent();
      await page.getByRole('button', { name: label }).click();
      await clock.filter({ hasNotText: before ?? '' }).waitFor();
      await page.locator('#jumps button:not([aria-disabled])').first().waitFor();
    },
    picture: async (name, part) => {
      await sandbox.quiet();
      await page.evaluate('document.fonts.ready');
      await mkdir(pictures, { recursive: true });
      const look = { animations: 'disabled', caret: 'hide' } as const;
      await writeFile(join(pictures, `${name}.png`), await (part ?? page).screenshot(look));
    },
    stop: async () => {
      for (const stop of stops.toReversed()) await stop();
    },
  };
}

async function fill(modal: Locator, form: Partial<FilledForm>): Promise<void> {
  const texts = {
    'Issue title': form.title,
    Overview: form.overview,
    'Affected components, exact versions': form.otherVersions,
    'CVE number': form.cve,
    'Vulnerability verification process': form.verification,
    'Contact information': form.contact,
  };
  for (const [label, text] of Object.entries(texts)) if (text !== undefined) await modal.getByLabel(label).fill(text);
  for (const version of form.versions ?? []) await modal.getByLabel(version).check();
  if (form.language !== undefined) await modal.getByLabel(/^Language for/).selectOption(form.language);
}
