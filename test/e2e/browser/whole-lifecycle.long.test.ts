import { localeOf } from '../../../src/locales/locale-of.js';
import { Language } from '../../../src/report/form.js';
import type { FilledForm } from '../../support/a-form.js';
import { publishedReports } from '../journeys/published-reports.js';
import { startTeamInBrowser, type TeamInBrowser } from './support/team-in-browser.js';

const [english, chinese] = publishedReports;
const ravi = 'Ravi Outsider';
const dana = 'Dana Outsider';
const advisory = {
  en: {
    title: 'A viewer can read resources of other tenants',
    summary: 'A missing check let any signed-in user read resources that were not shared with them.',
    workaround: 'Take the role platform-regular from users whom you do not trust.',
  },
  zh: {
    title: '查看者可以读取其他租户的资源',
    summary: '由于缺少检查，任何已登录的用户都可以读取未共享给他们的资源。',
    workaround: '请收回不受信任用户的 platform-regular 角色。',
  },
};
/** CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:L/A:N: 7.1. */
const metrics = { AV: 'N', AC: 'L', PR: 'L', UI: 'N', S: 'U', C: 'H', I: 'L', A: 'N' };

describe.each([
  { team: 'en', published: { form: chinese, by: ravi }, declined: { form: english, by: dana } },
  { team: 'zh', published: { form: english, by: dana }, declined: { form: chinese, by: ravi } },
] as const)('two reports, by a team that reads $team', ({ team, published, declined }) => {
  let here: TeamInBrowser;
  beforeAll(async () => {
    here = await startTeamInBrowser(team);
  }, 60_000);
  afterAll(async () => {
    await here?.stop();
  });
  afterEach(() => expect(here?.bot.faults).toEqual([]));

  /** Files with the report button, in the reporter's language, and returns the report's id. */
  const file = async (form: FilledForm, by: string) => {
    const { bot, atReportsChannel, look } = here;
    const { form: label, receipt, intakeMessage, terms } = localeOf(form.language);
    const { modal, main } = bot;
    await atReportsChannel(by);
    await main.getByRole('button', { name: intakeMessage.report }).click();
    await modal.getByRole('heading', { name: label.title }).waitFor();
    const bare = (text: string) => text.replace(/\*$/, '');
    await modal.locator('.body').getByLabel(bare(label.label.title)).fill(form.title);
    await modal.locator('.body').getByLabel(bare(label.label.overview)).fill(form.overview);
    for (const version of form.versions) await modal.locator('.body').getByLabel(version).check();
    await modal.locator('.body').getByLabel(label.label.otherVersions).fill(form.otherVersions);
    await modal.locator('.body').getByLabel(bare(label.label.verification)).fill(form.verification);
    await modal.locator('.body').getByLabel(bare(label.label.contact)).fill(form.contact);
    await modal.locator('.body').getByLabel(label.label.creditName).fill(`${by} (Reports Lab)`);
    await look('form');
    await modal.getByRole('button', { name: label.submit, exact: true }).click();
    await modal.getByRole('heading', { name: receipt.title, exact: true }).waitFor();
    const id = /VR-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await modal.textContent()) ?? '')?.[0];
    if (id === undefined) throw new Error('the receipt names no report');
    await look('receipt');
    await modal.locator('.foot').getByRole('button').click();
    await modal.waitFor({ state: 'hidden' });
    expect(terms.status.received).not.toBe('');
    return id;
  };
  const openMine = async (form: FilledForm, by: string) => {
    const { intakeMessage, mine } = localeOf(form.language);
    await here.atReportsChannel(by);
    await here.bot.main.getByRole('button', { name: intakeMessage.mine }).click();
    await here.bot.modal.getByRole('heading', { name: mine.title, exact: true }).waitFor();
  };
  const closeModal = async () => {
    // The cross closes whatever is under it, too.
    await here.bot.modal.locator('.head .close').click();
    await here.bot.modal.waitFor({ state: 'hidden' });
  };

  test('the report button is put up', async () => {
    const { bot, atSecurityChannel, atReportsChannel } = here;
    await atSecurityChannel('Mei Sandbox');
    await bot.send('/vuln setup');
    await atReportsChannel(published.by);
    await bot.main.getByRole('button', { name: localeOf('zh').intakeMessage.report }).waitFor();
    await here.look('intake-message');
    await here.lookForReadme('report-button', here.message('报告漏洞'));
  });

  test('a report is filed, acknowledged, accepted, fixed and published, and its reporter thanked', async () => {
    const { bot, say, card, atSecurityChannel, openFromCard, openFromMore, pressInModal, send, look } = here;
    const { main, modal, thread, goTo, become } = bot;
    const { form, by } = published;
    const theirs = localeOf(form.language);
    const id = await file(form, by);

    await atSecurityChannel('Mei Sandbox');
    await look('card-received');
    await card(id).getByRole('button', { name: say.card.assignToMe }).click();
    await card(id).getByText('Mei Sandbox').waitFor();
    await openFromCard(id, say.card.acknowledge, say.acknowledge.title);
    await look('acknowledge');
    await send(say.acknowledge.submit);
    await card(id).getByText(say.terms.status.acknowledged).first().waitFor();

    await openFromCard(id, say.triage.button.triage, say.triage.title.triage);
    await look('triage');
    await pressInModal(say.triage.button.accept, say.triage.title.accept);
    await look('accept');
    await pressInModal(say.triage.button.buildV31);
    const names = Object.keys(metrics);
    for (const [n, [metric, value]] of Object.entries(metrics).entries()) {
      await modal.getByText(say.accept.stillToChoose(say.terms.listed(names.slice(n)))).waitFor();
      if (n === 4) await look('accept-building');
      await modal.locator('.body').getByLabel(say.cvss.named('', metric).trim()).selectOption(value);
    }
    const score = say.cvss.scored('7.1', say.cvss.rating.high, '3.1');
    await modal.getByText('CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:L/A:N').waitFor();
    expect(await modal.textContent()).toContain(score);
    expect(await modal.locator('.body').getByLabel(say.cvss.named('', 'A').trim()).inputValue()).toBe('N');
    const lines = 'KubeSphere v4.1: 4.1.0 - 4.1.2\nKubeSphere v3.4: 3.4.0 - 3.4.1';
    await modal.locator('.body').getByLabel(say.accept.linesLabel).fill(lines);
    await modal.locator('.body').getByLabel(say.accept.weaknesses).fill('CWE-862');
    await look('accept-scored');
    await send(say.triage.submit.accept);
    await card(id).getByText(say.terms.status.accepted).first().waitFor();
    await look('card-accepted');

    await openFromCard(id, say.card.more, say.assign.title);
    await look('more');
    await pressInModal(say.remediation.button.cve, say.remediation.title.cve);
    await modal.locator('.body').getByLabel(say.remediation.cve.label).fill('CVE-2026-54321');
    await look('cve');
    await send(say.remediation.submit.record);
    await card(id).getByText('CVE-2026-54321').waitFor();

    await openFromMore(id, say.remediation.button.embargo, say.remediation.title.embargo);
    await modal.locator('.body input[type="date"]').fill('2026-10-13');
    await modal.locator('.body').getByLabel(say.remediation.embargo.time).fill('15:30');
    await look('embargo');
    await send(say.remediation.submit.record);

    await become(by);
    await goTo('Vulndesk');
    await main.getByText(theirs.message.embargoProposal(id)).waitFor();
    await look('messages');
    await openMine(form, by);
    await look('mine-accepted');
    // Nobody is asked to publish earlier than a date that they have not agreed to.
    await pressInModal(theirs.message.worksForMe);
    await modal.getByRole('button', { name: theirs.remediation.button.agreeEarly }).waitFor();
    await pressInModal(theirs.disclosure.button.ownCredit, theirs.disclosure.title.ownCredit);
    await modal.locator('.body').getByLabel(theirs.disclosure.credit.link).fill('https://lab.example/ravi');
    await look('own-credit');
    await modal.locator('.foot').getByRole('button', { name: theirs.disclosure.submit.save }).click();
    await modal.getByText('https://lab.example/ravi').waitFor();
    await pressInModal(theirs.remediation.button.agreeEarly);
    await bot.page.getByRole('dialog', { name: theirs.remediation.mine.agreeTitle }).waitFor();
    await look('agree-early');
    await bot.page.getByRole('button', { name: theirs.remediation.mine.agreeYes, exact: true }).click();
    await modal.getByText(theirs.remediation.mine.agreed).waitFor();
    await closeModal();

    await atSecurityChannel('Mei Sandbox');
    await openFromCard(id, say.remediation.button.fix, say.remediation.title.fix);
    await modal.locator('.body').getByLabel(say.remediation.fix.version).first().fill('4.1.3');
    await modal.locator('.body').getByLabel(say.remediation.fix.link).first().fill('https://releases.example/4.1.3');
    await modal.locator('.body').getByLabel(say.remediation.fix.wont).nth(1).check();
    await look('fix');
    await send(say.remediation.submit.record);
    await openFromCard(id, say.disclosure.button.prepare, say.disclosure.title.prepare);
    const { prepare } = say.disclosure;
    for (const language of Language.options)
      for (const [part, text] of Object.entries(advisory[language])) {
        const label = prepare[part as keyof typeof advisory.en](prepare.languages[language]);
        await modal.locator('.body').getByLabel(label).fill(text);
      }
    await look('prepare');
    await send(say.disclosure.submit.prepare);
    await card(id).getByText(say.disclosure.waitsForApproval).waitFor();
    await card(id).getByRole('button', { name: /\d/ }).last().click();
    await thread.getByText(advisory.zh.summary).waitFor();
    await look('preview');

    await atSecurityChannel('Wen Sandbox');
    await openFromCard(id, say.disclosure.button.approve, say.disclosure.title.approve);
    await modal.getByText(advisory.en.summary).waitFor();
    await look('approve');
    await here.lookForReadme('approval', modal);
    await send(say.disclosure.submit.approve);

    await atSecurityChannel('Bo Sandbox');
    await openFromCard(id, say.disclosure.button.publish, say.disclosure.title.publish);
    expect(await modal.textContent()).toContain(say.disclosure.publish.intro(id, '#announcements'));
    await look('publish');
    await send(say.disclosure.submit.publish);
    await card(id).getByText(say.terms.status.disclosed).first().waitFor();
    await look('card-disclosed');

    await become('Ana Member');
    await goTo('announcements');
    for (const text of [advisory.en.summary, advisory.zh.summary, 'CVE-2026-54321'])
      await main.getByText(text).first().waitFor();
    await look('announcement');
    await here.lookForReadme('announcement', here.message(advisory.zh.summary));

    await become(by);
    await goTo('Vulndesk');
    await main.getByText(theirs.message.thanks(id, 'KubeSphere', `${by} (Reports Lab)`)).waitFor();
    await look('thanks');
    await openMine(form, by);
    await modal.getByText(theirs.mine.status.disclosed).waitFor();
    await look('mine-disclosed');
    await closeModal();
  });

  test('a report is declined; its reporter reads why and agrees to a public bug, whose text the team sees', async () => {
    const { bot, say, card, atSecurityChannel, openFromCard, openFromMore, pressInModal, send, look } = here;
    const { main, modal, goTo, become } = bot;
    const { form, by } = declined;
    const theirs = localeOf(form.language);
    const id = await file(form, by);

    await atSecurityChannel('Mei Sandbox');
    await card(id).getByRole('button', { name: say.card.assignToMe }).click();
    await openFromCard(id, say.triage.button.triage, say.triage.title.triage);
    await pressInModal(say.triage.button.decline, say.triage.title.decline);
    await look('decline');
    await modal.locator('.body').getByLabel(say.decline.reasonLabel).selectOption('works_as_intended');
    await modal.locator('.body').getByLabel(say.decisionMessage.label).waitFor();
    await modal.locator('.body').getByLabel(say.decline.publicBugAsk).check();
    const draft = theirs.decline.draft({
      reporter: by,
      id,
      project: 'KubeSphere',
      responder: 'Mei Sandbox',
      reason: 'works_as_intended',
      asksForPublicBug: true,
      byHand: false,
    });
    await modal
      .locator(`textarea`)
      .filter({ hasText: draft.slice(-60) })
      .waitFor();
    await look('decline-drafted');
    await send(say.triage.submit.decline);
    await card(id).getByText(say.terms.status.declined).first().waitFor();
    await look('card-declined');

    await become(by);
    await goTo('Vulndesk');
    await main
      .getByText(draft.split('\n\n')[2] ?? draft)
      .first()
      .waitFor();
    await look('declined-message');
    await openMine(form, by);
    await look('mine-declined');
    await pressInModal(theirs.triage.button.makePublicBug);
    await bot.page.getByRole('dialog', { name: theirs.publicBug.title }).waitFor();
    await look('public-bug-confirm');
    await bot.page.locator('#confirm').getByRole('button', { name: theirs.publicBug.yes, exact: true }).click();
    await modal.getByText(theirs.publicBug.question, { exact: true }).waitFor({ state: 'hidden' });
    await look('mine-agreed');
    await closeModal();

    await atSecurityChannel('Mei Sandbox');
    await card(id).getByText(say.triage.publicBug.agreed).waitFor();
    await openFromMore(id, say.triage.button.publicBugText, say.triage.title.publicBugText);
    await modal.getByText(form.title).waitFor();
    expect(await modal.textContent()).not.toContain(form.contact);
    await look('public-bug-text');
    await closeModal();
  });
});
