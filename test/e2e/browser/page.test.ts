import type { Browser, Page } from 'playwright-core';
import { defined } from '../../../src/report/defined.js';
import type { PageClock } from '../../../src/sandbox/page/page-clock.js';
import { createPageHandler } from '../../../src/sandbox/page/page-handler.js';
import { createSandboxLanguage } from '../../../src/sandbox/sandbox-language.js';
import { sandbox, sandboxWorld } from '../../../src/sandbox/sandbox-world.js';
import { type SlackEmulator, startSlackEmulator } from '../../../src/sandbox/slack-emulator.js';
import { until } from '../../support/bounded-poll.js';
import { faultsForAxe } from './support/axe.js';
import { startBrowser } from './support/browser.js';
import { startTinyApp, type TinyApp } from './support/tiny-app.js';

const now = new Date('2026-09-22T02:00:00Z');
const jumps: string[] = [];
const clock: PageClock = {
  now: () => now,
  zone: 'Asia/Shanghai',
  jumps: ['hour', 'deadline'],
  jump: async (id: string) => {
    jumps.push(id);
    if (id === 'deadline') return { problem: 'no_deadline' };
    const { world } = slack;
    const { id: channel } = world.directChannel(sandbox.bo);
    const reminder = { channel, author: sandbox.bot, text: 'Half of the time is over', blocks: [] };
    for (const threadTs of [undefined, '1.0']) world.messages.post({ ...reminder, ...defined({ threadTs }) }, now);
    return {};
  },
};
const tokens = { botToken: 'xoxb-x', appToken: 'xapp-x', signingSecret: '0123456789abcdef' };

let slack: SlackEmulator;
let app: TinyApp;
let browser: Browser;
let page: Page;
let stopPage: () => void;
const faults: string[] = [];

beforeAll(async () => {
  const world = sandboxWorld();
  const handler = createPageHandler(
    () => slack,
    clock,
    createSandboxLanguage(world, () => {}),
  );
  stopPage = handler.stop;
  world.changeApp({ homeTab: true, events: ['app_home_opened'] });
  slack = await startSlackEmulator({ world, ...tokens, clock: clock.now, page: handler.handle });
  app = await startTinyApp(slack.apiUrl, tokens.appToken, tokens.botToken);
  browser = await startBrowser();
  // Far from everybody's zone: times must be told in the person's, not in the browser's.
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, timezoneId: 'Pacific/Auckland' });
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(`${slack.url}/?as=${sandbox.ana}`);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  stopPage?.();
  await slack?.stop();
});
afterEach(() => expect(faults).toEqual([]));

const main = () => page.getByRole('main');
const modal = () => page.getByRole('dialog');
const become = (person: string) => page.getByLabel('You are').selectOption(person);
const send = async (text: string) => {
  await page.getByLabel('Command').fill(text);
  await page.getByLabel('Command').press('Enter');
};
const place = (name: string) => page.getByRole('navigation').getByRole('button', { name });

describe('the page of the sandbox', () => {
  test('a message shows its time in the reader’s zone, and escaped text as it is', async () => {
    await send('/vuln post');
    await main().getByText('Due Sep 24, 2026 6:00 AM. <!channel>').waitFor();
    await become(sandbox.bo);
    await main().getByText('Due Sep 24, 2026 12:00 PM. <!channel>').waitFor();
    await become(sandbox.wen);
    await main().getByText('Due 2026年9月24日 18:00. <!channel>').waitFor();
    await become(sandbox.ana);
  });

  test('an ephemeral answer is marked, and nobody else sees it', async () => {
    await send('/vuln hello');
    await main().getByText('You wrote hello').waitFor();
    expect(await main().getByText('Only visible to you').count()).toBe(1);
    await become(sandbox.bo);
    await main().getByText('12:00 PM').first().waitFor();
    expect(await main().getByText('You wrote hello').count()).toBe(0);
    await become(sandbox.ana);
    await main().getByRole('button', { name: 'Dismiss' }).click();
    expect(await main().getByText('You wrote hello').count()).toBe(0);
  });

  test('a confirm dialog stands before a dangerous button', async () => {
    await main().getByRole('button', { name: 'Delete' }).click();
    await modal().getByText('It is gone then.').waitFor();
    expect(await faultsForAxe(page)).toEqual([]);
    await modal().getByRole('button', { name: 'Keep it' }).click();
    await main().getByRole('button', { name: 'Delete' }).click();
    expect(app.heard).not.toContain('sure');
    await modal().getByRole('button', { name: 'Delete it' }).click();
    await until('the press to arrive', () => app.heard.includes('sure') || undefined);
    expect(app.heard.filter((one) => one === 'sure')).toHaveLength(1);
  });

  test('an overflow menu is opened and used by keyboard', async () => {
    await main().getByLabel('More actions').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until('the choice to arrive', () => app.heard.includes('menu second') || undefined);
  });

  test('a button changes its message in place, and the thread opens beside it', async () => {
    await main().getByRole('button', { name: 'Plain' }).click();
    await main().getByText('(edited)').waitFor();
    expect(await main().getByRole('button', { name: 'Plain' }).count()).toBe(0);
    await main().getByRole('button', { name: '1 reply' }).click();
    await page.getByRole('complementary', { name: 'Thread' }).getByText('A reply 回复').waitFor();
    expect(await faultsForAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
  });

  test('a form keeps what was typed when a field is wrong, and says so at the field', async () => {
    await send('/vuln form');
    await modal().getByRole('heading', { name: 'A form' }).waitFor();
    await modal().getByLabel('A line').fill('wrong');
    await modal().getByLabel('Some lines').fill('first\n第二行 🔒');
    await modal().getByRole('button', { name: 'Submit' }).click();
    const missing = modal().getByLabel('One of three');
    await modal().getByText('Please complete this required field.').first().waitFor();
    expect(await describedBy('One of three')).toContain('Please complete this required field.');
    expect(await faultsForAxe(page)).toEqual([]);

    await missing.selectOption('green');
    await modal().getByLabel('y', { exact: true }).check();
    await modal().getByLabel('yes').check();
    await modal().getByLabel('When').fill('2026-09-20T08:30');
    await modal().getByLabel('Who').selectOption(sandbox.bo);
    await modal().getByRole('button', { name: 'Submit' }).click();
    await modal().getByText('Anything but that.').waitFor();
    expect(await describedBy('A line')).toEqual(['Twenty letters at most', 'Anything but that.', '5 / 20']);
    expect(await modal().getByLabel('Some lines').inputValue()).toBe('first\n第二行 🔒');
    expect(await modal().getByLabel('A line').getAttribute('aria-invalid')).toBe('true');
  });

  test('what is filled in reaches the app in the shape of Slack', async () => {
    await modal().getByLabel('A line').fill('right');
    await modal().getByRole('button', { name: 'Submit' }).click();
    await modal().getByText('Thank you').waitFor();
    expect(app.submitted).toEqual([
      {
        line: { line: { type: 'plain_text_input', value: 'right' } },
        lines: { lines: { type: 'plain_text_input', value: 'first\n第二行 🔒' } },
        one: { one: { type: 'static_select', selected_option: expect.objectContaining({ value: 'green' }) } },
        some: { some: { type: 'multi_static_select', selected_options: [expect.objectContaining({ value: 'y' })] } },
        radio: { radio: { type: 'radio_buttons', selected_option: expect.objectContaining({ value: 'yes' }) } },
        boxes: { boxes: { type: 'checkboxes', selected_options: [] } },
        when: { when: { type: 'datetimepicker', selected_date_time: Date.parse('2026-09-20T12:30:00Z') / 1000 } },
        who: { who: { type: 'users_select', selected_user: sandbox.bo } },
      },
    ]);
    await page.keyboard.press('Escape');
    await modal().waitFor({ state: 'hidden' });
  });

  test('Enter in an input that dispatches it tells the app what stands there, and submits nothing', async () => {
    const before = app.submitted.length;
    await send('/vuln live');
    await modal().getByLabel('A live line').fill('typed');
    await modal().getByLabel('A live line').press('Enter');
    await until('the app to hear it', () => app.heard.includes('live typed') || undefined);
    expect(app.submitted).toHaveLength(before);
    expect(await modal().getByLabel('A live line').inputValue()).toBe('typed');
    await modal().getByRole('button', { name: 'Cancel' }).click();
    await modal().waitFor({ state: 'hidden' });
    expect(app.heard.filter((one) => one.startsWith('live'))).toEqual(['live typed']);
  });

  test('a close button pressed twice closes once, and no notice is sent for a view that is gone', async () => {
    await send('/vuln form');
    await modal().getByRole('heading', { name: 'A form' }).waitFor();
    await page.evaluate("{ const cross = document.querySelector('#modal .close'); cross.click(); cross.click(); }");
    await modal().waitFor({ state: 'hidden' });
    expect(await page.locator('#notice').textContent()).not.toContain('on the screen');
  });

  test('the tour ticks off what was done, however it was done, and nothing else', async () => {
    const step = (title: string) => page.locator('#steps li').filter({ hasText: title });
    const isDone = (title: string) => step(title).filter({ hasText: '(done)' }).count();
    await become(sandbox.bo);
    await place('general').click();
    await send('/vuln post');
    await main().getByRole('button', { name: 'Plain' }).last().click();
    await main().getByText('(edited)').last().waitFor();
    expect(await isDone('Take it')).toBe(0);
    expect(await isDone('Be an outsider')).toBe(0);
    await become(sandbox.dana);
    await step('Be an outsider').filter({ hasText: '(done)' }).waitFor();
    await become(sandbox.ana);
  });

  test('the Home of the app is shown to its person', async () => {
    await place('Vulndesk Home').click();
    await page.locator('#home').getByText('Due Sep 24, 2026 6:00 AM').waitFor();
    const before = app.heard.length;
    await main().getByRole('button', { name: 'Plain' }).click();
    await until('the press to arrive', () => app.heard.length > before || undefined);
    expect(await faultsForAxe(page)).toEqual([]);
  });

  test('an outsider sees only the shared channel, and Slack says that there is no command', async () => {
    await become(sandbox.dana);
    await page.getByText('Outsider, from Elsewhere').waitFor();
    await page.getByText('They use the report button').waitFor();
    expect(await page.getByRole('navigation').getByRole('button').allInnerTexts()).toEqual([
      expect.stringContaining('kubesphere-security-reports'),
    ]);
    await send('/vuln report');
    await page.getByText('/vuln is not a valid command').waitFor();
    expect(await page.getByLabel('Command').inputValue()).toBe('/vuln report');
    expect(await faultsForAxe(page)).toEqual([]);
  });

  test('a place with something unread has a dot until it is opened', async () => {
    await become(sandbox.wen);
    await place('announcements').click();
    const { world } = slack;
    world.messages.post({ channel: sandbox.general, author: sandbox.bot, text: 'News', blocks: [] }, now);
    await place('general (channel, unread)').click();
    await place('general (channel)').waitFor();
    expect(await place('general (channel, unread)').count()).toBe(0);
  });

  test('the clock says why it did not move, or what it changed, with a way there', async () => {
    await become(sandbox.ana);
    await page.getByRole('button', { name: 'To the deadline' }).click();
    await page.getByText('There is no deadline ahead.').waitFor();
    await page.getByRole('button', { name: '+1 h' }).click();
    const moved = page.locator('#moved');
    await moved.getByText('Bo Sandbox got 2 direct messages.').waitFor();
    expect(jumps).toEqual(['deadline', 'hour']);
    await moved.getByRole('button', { name: 'Show' }).click();
    await main().getByText('Half of the time is over').waitFor();
    expect(await page.getByLabel('You are').inputValue()).toBe(sandbox.bo);
    await moved.getByRole('button', { name: 'Dismiss' }).click();
  });

  test('a reload keeps the person, the place and the tour', async () => {
    await page.reload();
    await main().getByText('Half of the time is over').waitFor();
    expect(await page.getByLabel('You are').inputValue()).toBe(sandbox.bo);
    expect(await page.locator('#steps li').filter({ hasText: '(done)' }).allInnerTexts()).toEqual([
      expect.stringContaining('Report'),
      expect.stringContaining('Let time pass'),
      expect.stringContaining('Be an outsider'),
    ]);
  });

  test('one press turns the page and everybody’s Slack Chinese, and one more turns them back', async () => {
    const { world } = slack;
    await page.getByRole('button', { name: '中文', exact: true }).click();
    await page.getByText('当前身份').waitFor();
    await page.getByText('从现在起，机器人使用中文。').waitFor();
    expect(world.person(sandbox.bo).locale).toBe('zh-CN');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await page.locator('#steps').textContent()).not.toMatch(/Report|Take it|Be an/);
    await page.getByRole('button', { name: 'English', exact: true }).click();
    await page.getByText('You are').waitFor();
    expect([world.person(sandbox.bo).locale, world.person(sandbox.wen).locale]).toEqual(['en-US', 'zh-CN']);
  });

  test('is dark where the system is, until the switch says otherwise', async () => {
    const ground = () => page.evaluate("getComputedStyle(document.querySelector('main')).backgroundColor");
    const light = await ground();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Light' }).waitFor();
    const dark = await ground();
    expect([light, dark]).toEqual(['rgb(255, 255, 255)', 'rgb(27, 33, 32)']);
    await become(sandbox.ana);
    await place('general').click();
    await send('/vuln form');
    await modal().getByRole('heading', { name: 'A form' }).waitFor();
    expect(await faultsForAxe(page)).toEqual([]);
    await modal().getByRole('button', { name: 'Cancel' }).click();
    await modal().waitFor({ state: 'hidden' });
    expect(await faultsForAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Light' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Dark' }).waitFor();
    expect(await ground()).toBe(light);
  });

  test('on a phone everything is there, and nothing is wider than the screen', async () => {
    await page.setViewportSize({ width: 390, height: 700 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    const boxOf = async (selector: string) => (await page.locator(selector).boundingBox()) ?? { y: 0, height: 0 };
    const [top, tour, list, composer] = await Promise.all(['.top', '.tour', '#messages', '#composer'].map(boxOf));
    expect((top?.height ?? 0) + (tour?.height ?? 0)).toBeLessThan(160);
    expect(list?.height).toBeGreaterThan(250);
    expect((composer?.y ?? 0) + (composer?.height ?? 0)).toBeLessThanOrEqual(700);
    await send('/vuln form');
    await modal().getByRole('heading', { name: 'A form' }).waitFor();
    expect(await page.evaluate('document.querySelector("dialog").getBoundingClientRect().right')).toBeLessThan(390);
    await modal().getByRole('button', { name: 'Cancel' }).click();
    await modal().waitFor({ state: 'hidden' });
    expect(await faultsForAxe(page)).toEqual([]);
  });
});

/** The texts that describe a control of the modal, as assistive technology reads them. */
async function describedBy(label: string): Promise<readonly string[]> {
  const ids = (await modal().getByLabel(label).getAttribute('aria-describedby'))?.split(' ') ?? [];
  const texts = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).textContent()));
  return texts.map((text) => text ?? '').filter((text) => text !== '');
}
