import { aForm } from '../../support/a-form.js';
import { until } from '../../support/bounded-poll.js';
import { mistypedCve, type publishedReports } from '../journeys/published-reports.js';
import { faultsForAxe } from './support/axe.js';
import { type BotInBrowser, startBotInBrowser } from './support/bot-in-browser.js';
import { paintingOf } from './support/ink.js';

const chinese = '\\p{Script=Han}';
const emoji = '[⏳📥🟢🟡💬]';

/** The main job in a browser, over one transport, with these reports. */
export function fromReportToReminder(
  mode: 'socket' | 'http',
  reports: readonly (typeof publishedReports)[number][],
): void {
  let bot: BotInBrowser;
  beforeAll(async () => {
    bot = await startBotInBrowser(mode);
  }, 60_000);
  afterAll(async () => {
    await bot?.stop();
  });
  // The browser logs each answer of an error status; a refused action is one.
  afterEach(() => expect(bot.faults).toEqual([]));

  test('a wrong CVE number and an empty required field are shown at their fields, and nothing typed is lost', async () => {
    const { page, modal, fill } = bot;
    await page.getByRole('button', { name: 'Type it for me' }).click();
    const command = page.getByLabel('Command');
    await until('the page has typed it', async () => ((await command.inputValue()) === '' ? undefined : true));
    await command.press('Enter');
    await modal.getByRole('heading', { name: 'Report a vulnerability' }).waitFor();
    await fill({ ...aForm(), cve: mistypedCve, verification: '' });
    await modal.getByRole('button', { name: 'Submit' }).click();
    await modal.getByText('Please complete this required field.').waitFor();
    await fill({ verification: aForm().verification });
    await modal.getByRole('button', { name: 'Submit' }).click();
    await modal.getByText('A CVE number looks like CVE-2026-12345.').waitFor();
    expect(await modal.getByLabel('Issue title').inputValue()).toBe(aForm().title);
    expect(await modal.getByLabel('Overview').inputValue()).toBe(aForm().overview);
    expect(await modal.getByLabel('KubeSphere v4.1').isChecked()).toBe(true);
    expect(await faultsForAxe(page)).toEqual([]);
    await modal.getByRole('button', { name: 'Cancel' }).click();
    await modal.waitFor({ state: 'hidden' });
  });

  test.each(reports)('$about is filed, received, assigned and acknowledged', async (form) => {
    const { page, main, modal, thread, become, goTo, send, fill, picture } = bot;
    await become('Ana Member');
    await goTo('general');
    await send('/vuln report');
    await modal.getByRole('heading', { name: 'Report a vulnerability' }).waitFor();
    await fill(form);
    if (form.language === 'zh') {
      await modal.getByLabel('Issue title').scrollIntoViewIfNeeded();
      await picture('form');
    }
    await modal.getByRole('button', { name: 'Submit' }).click();
    await modal.getByRole('heading', { name: 'Report received', exact: true }).waitFor();
    const receipt = (await modal.textContent()) ?? '';
    const id = /VR-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(receipt)?.[0] ?? 'no id';
    expect(receipt).toContain('24 Sep, 18:00 (Asia/Shanghai)');
    expect(receipt).toContain('September 24, 6:00 AM');
    if (form.language === 'en') await picture('receipt');
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'hidden' });

    await goTo('Vulndesk');
    await main.getByText(id).first().waitFor();

    await become('Mei Sandbox');
    await goTo('security-team');
    const card = main.getByRole('listitem').filter({ hasText: id }).first();
    await card.getByText(form.title).waitFor();
    expect(await card.textContent()).toContain('Security');
    expect(await card.locator('.slack_broadcast, a').count()).toBe(0);
    await card.getByRole('button', { name: 'Assign to me' }).click();
    await card.getByText('Mei Sandbox').waitFor();
    await card.getByRole('button', { name: 'Acknowledge…' }).click();
    await modal.locator('textarea').waitFor();
    expect(await modal.locator('textarea').inputValue()).toContain(
      form.language === 'zh' ? '感谢' : 'Thank you for reporting',
    );
    await modal.getByRole('button', { name: 'Send' }).click();
    await card.getByText('Acknowledged').waitFor();
    await card.getByRole('button', { name: '2 replies' }).click();
    await thread.getByText('wrote to Ana Member. This acknowledges the report').waitFor();
    if (form.language === 'zh') {
      await card.scrollIntoViewIfNeeded();
      await picture('card');
      const painting = await paintingOf(card, chinese);
      expect(painting).toMatchObject({ letters: 6, looks: 6 });
      expect(painting.leastInk).toBeGreaterThan(0.1);
      expect((await paintingOf(card, emoji)).leastInk).toBeGreaterThan(0.1);
      expect(await faultsForAxe(page)).toEqual([]);
    }

    await become('Ana Member');
    await goTo('Vulndesk');
    await main.getByText('Mei Sandbox').last().waitFor();
  });

  test('reminders come before the deadline, and a line about the missed one after it', async () => {
    const { page, main, modal, thread, become, goTo, send, fill, jump, picture } = bot;
    // Of another person: the policy counts forms by person and hour.
    await become('Bo Sandbox');
    await goTo('general');
    await send('/vuln report');
    await modal.getByRole('heading', { name: 'Report a vulnerability' }).waitFor();
    await fill({ title: 'Nobody looks at this one yet' });
    await modal.getByRole('button', { name: 'Fill in an example' }).click();
    expect(await modal.getByLabel('Issue title').inputValue()).toBe('Nobody looks at this one yet');
    await modal.getByLabel('KubeSphere v3.4').check();
    await modal.getByRole('button', { name: 'Submit' }).click();
    await modal.getByRole('heading', { name: 'Report received', exact: true }).waitFor();
    await modal.getByRole('button', { name: 'Done' }).click();

    await become('Mei Sandbox');
    await goTo('security-team');
    const card = main.getByRole('listitem').filter({ hasText: 'Nobody looks at this one yet' });
    await card.getByRole('button', { name: 'Assign to me' }).click();
    await card.getByText('Mei Sandbox').waitFor();
    await jump('To the deadline');
    await card.getByText('Overdue').waitFor();
    await card.getByRole('button', { name: /repl/ }).click();
    await thread.getByText('took this report').waitFor();
    await main.getByText('The reply was due').waitFor();
    await main.getByText('Open reports:').scrollIntoViewIfNeeded();
    await picture('reminder');
    // A machine without a colour font for emoji draws the three alike.
    expect(await paintingOf(card, '[🔴🟢🟡]')).toMatchObject({ letters: 3, looks: 3 });
    const moved = page.locator('#moved').getByRole('listitem').filter({ hasText: 'Mei Sandbox got' });
    await moved.getByRole('button', { name: 'Show' }).click();
    await main.getByText('Assigned to you').first().waitFor();
    expect(await main.getByText('Nobody looks').count()).toBe(0);
  });

  test('an outsider sees nothing of the report', async () => {
    const { page, main } = bot;
    await page.getByRole('button', { name: 'Be Dana' }).click();
    await main.getByRole('heading', { name: 'kubesphere-security-reports' }).waitFor();
    // It stands there from the start.
    await main.getByRole('button', { name: 'Report a vulnerability' }).waitFor();
    expect(await page.getByRole('navigation').getByRole('button').count()).toBe(1);
    expect(await page.locator('body').textContent()).not.toMatch(/VR-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  });
}
