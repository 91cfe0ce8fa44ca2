import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { type Locale, localeOf } from '../../../../src/locales/locale-of.js';
import type { Language } from '../../../../src/report/form.js';
import { sandbox } from '../../../../src/sandbox/sandbox-world.js';
import { faultsForAxe } from './axe.js';
import { type BotInBrowser, forReadme, startBotInBrowser } from './bot-in-browser.js';
import { withWholeModal } from './whole-modal.js';

export type TeamInBrowser = Readonly<{
  bot: BotInBrowser;
  say: Locale;
  /** Becomes a member of the team, before the security channel. */
  atSecurityChannel(name: string): Promise<void>;
  /** Becomes somebody from another workspace, in the channel with the report button. */
  atReportsChannel(name: string): Promise<void>;
  card(id: string): Locator;
  /** The first message with a text in it. */
  message(text: string): Locator;
  /** Opens what a button of the card opens, its title being `title`. */
  openFromCard(id: string, button: string, title: string): Promise<void>;
  /** Opens what a button under More… opens. */
  openFromMore(id: string, button: string, title: string): Promise<void>;
  /** Presses a button of the open modal; `title`: of the modal that comes then. */
  pressInModal(button: string, title?: string): Promise<void>;
  /** Sends the open modal, which closes then. */
  send(submit: string): Promise<void>;
  /** Takes a picture, the whole of an open modal, and holds it against axe. */
  look(name: string): Promise<void>;
  /** Takes a picture of a part for the README, where those are asked for. */
  lookForReadme(name: string, part: Locator): Promise<void>;
  stop(): Promise<void>;
}>;

/** The sandbox with a team that reads one language, everybody's own and the channel's. */
export async function startTeamInBrowser(language: Language): Promise<TeamInBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'vulndesk-team-'));
  const policyFile = join(folder, 'policy.yaml');
  const policy = await readFile(join('policy', 'kubesphere.yaml'), 'utf8');
  await writeFile(policyFile, policy.replace(/^teamLanguage: .*$/m, `teamLanguage: ${language}`));
  await cp(join('policy', 'calendars'), join(folder, 'calendars'), { recursive: true });
  const bot = await startBotInBrowser('socket', { policyFile, height: 1000 });
  const { world } = bot.sandbox.slack;
  const locale = language === 'zh' ? 'zh-CN' : 'en-US';
  for (const person of [sandbox.mei, sandbox.bo, sandbox.wen, sandbox.ana]) world.changePerson(person, { locale });
  // What the bot knew of them is old news by then.
  await bot.jump('+1 h');
  const { page, main, modal, become, goTo } = bot;
  const say = localeOf(language);

  const titled = (title: string) => modal.getByRole('heading', { name: title, exact: true, level: 2 });
  const pressInModal = async (button: string, title?: string) => {
    await modal.getByRole('button', { name: button }).first().click();
    if (title !== undefined) await titled(title).waitFor();
  };
  const message = (text: string) => main.getByRole('listitem').filter({ hasText: text }).first();
  const card = message;
  const openFromCard = async (id: string, button: string, title: string) => {
    await card(id).getByRole('button', { name: button }).click();
    await titled(title).waitFor();
  };
  let pictures = 0;
  return {
    bot,
    say,
    card,
    message,
    openFromCard,
    pressInModal,
    atSecurityChannel: async (name) => {
      await become(name);
      await goTo('security-team');
    },
    atReportsChannel: async (name) => {
      await become(name);
      await goTo('kubesphere-security-reports');
    },
    openFromMore: async (id, button, title) => {
      await openFromCard(id, say.card.more, say.assign.title);
      await pressInModal(button, title);
    },
    send: async (submit) => {
      await modal.locator('.foot').getByRole('button', { name: submit, exact: true }).click();
      await modal.waitFor({ state: 'hidden' });
      await bot.sandbox.quiet();
    },
    look: async (name) => {
      pictures += 1;
      const number = String(pictures).padStart(2, '0');
      await bot.sandbox.quiet();
      if (!forReadme) await withWholeModal(page, () => bot.picture(`life-${language}-${number}-${name}`));
      expect(await faultsForAxe(page)).toEqual([]);
    },
    lookForReadme: async (name, part) => {
      if (!forReadme) return;
      const size = page.viewportSize();
      await page.setViewportSize({ width: 1120, height: 1150 });
      await bot.picture(name, part);
      if (size !== null) await page.setViewportSize(size);
    },
    stop: async () => {
      await bot.stop();
      await rm(folder, { recursive: true });
    },
  };
}
