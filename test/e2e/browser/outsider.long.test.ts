import { localeOf } from '../../../src/locales/locale-of.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions } from '../../../src/slack/views/actions.js';
import { intakeBlocks } from '../../../src/slack/views/block-ids.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { lastOf, openModal, postsSeenBy } from '../../support/screen.js';
import { publishedReports } from '../journeys/published-reports.js';
import { faultsForAxe } from './support/axe.js';
import { type BotInBrowser, startBotInBrowser } from './support/bot-in-browser.js';
import { withWholeModal } from './support/whole-modal.js';

const [english, chinese] = publishedReports;
const { reports } = sandbox;
const sharedChannel = 'kubesphere-security-reports';
/** The security channel speaks English in the sandbox's policy. */
const inChannel = localeOf('en');

const outsiders = [
  {
    language: 'zh',
    outsider: { id: sandbox.ravi, name: 'Ravi Outsider' },
    responder: 'Wen Sandbox',
    form: chinese,
    question: '请问是用哪个浏览器看到的？',
    answer: '在 Firefox 和 Chromium 里都能看到。',
    added: '另外，登出页面的同一个参数也是如此。',
    second: '其实是我自己看错了',
    mention: '@vulndesk 登录页面好像有问题，写在这里可以吗？',
  },
  {
    language: 'en',
    outsider: { id: sandbox.dana, name: 'Dana Outsider' },
    responder: 'Bo Sandbox',
    form: english,
    question: 'Which role did the user have in the workspace?',
    answer: 'None at all: platform-regular and nothing else.',
    added: 'The same holds for the members of a project.',
    second: 'I misread what I saw',
    mention: '@vulndesk I think that something is wrong with the members page, is this the place?',
  },
] as const;

describe('somebody from another workspace, in a browser', () => {
  let bot: BotInBrowser;
  beforeAll(async () => {
    bot = await startBotInBrowser('socket');
    const { world } = bot.sandbox.slack;
    world.changePerson(sandbox.ravi, { locale: 'zh-CN' });
    world.join(reports, sandbox.stranger);
  }, 60_000);
  afterAll(async () => {
    await bot?.stop();
  });
  afterEach(() => expect(bot.faults).toEqual([]));

  const look = async (name: string) => {
    await bot.sandbox.quiet();
    await withWholeModal(bot.page, () => bot.picture(`outsider-${name}`));
    // The same views in the other language: it takes its time.
    if (!name.startsWith('en-')) expect(await faultsForAxe(bot.page)).toEqual([]);
  };
  const view = () => bot.page.locator('#modal');
  const titled = (title: string) => view().getByRole('heading', { name: title, exact: true, level: 2 }).waitFor();
  const foot = (button: string) => view().locator('.foot').getByRole('button', { name: button, exact: true }).click();
  const closeAll = async () => {
    await view().locator('header').getByRole('button').click();
    await view().waitFor({ state: 'hidden' });
  };
  const reportButton = () => bot.main.getByRole('listitem').filter({ hasText: localeOf('zh').intakeMessage.heading });
  const through = async (button: string, title: string) => {
    await reportButton().getByRole('button', { name: button, exact: true }).click();
    await titled(title);
  };
  const be = async (name: string, place: string) => {
    await bot.become(name);
    await bot.goTo(place);
  };

  /** Under My reports a button is named for its report too. */
  const ofReport = (button: string, id: string) => view().getByRole('button', { name: `${button} ${id}`, exact: true });
  /** The first report of each outsider. */
  const filed = new Map<string, string>();
  const intakeMessages = () =>
    postsSeenBy(bot.sandbox.slack, sandbox.stranger, reports).filter(({ author }) => author === sandbox.bot);
  /** All that a stranger in the shared channel was ever shown or sent. */
  const beforeAStranger = async () => {
    const { slack, url } = bot.sandbox;
    await be('Stranger Outsider', sharedChannel);
    await reportButton().waitFor();
    const body = (await bot.page.locator('body').textContent()) ?? '';
    const sent = await (await fetch(`${url}/seen?as=${sandbox.stranger}`)).text();
    const ever = slack.seenBy(sandbox.stranger).texts.join('\n');
    for (const place of [body, sent, ever]) expect(place).toContain(localeOf('zh').intakeMessage.heading);
    return [body, sent, ever];
  };

  test('a lead puts up the report button with one command, pinned for everybody in both languages', async () => {
    await be('Mei Sandbox', 'security-team');
    await bot.send('/vuln setup');
    await bot.main.getByText('The report button is pinned in').waitFor();
    await look('01-set-up');
    await be('Stranger Outsider', sharedChannel);
    await reportButton().getByText(localeOf('en').intakeMessage.heading).waitFor();
    expect(await reportButton().textContent()).toContain('pinned');
    await look('02-intake-message');
  });

  describe.each(outsiders)('who reads $language', (here) => {
    const { language, outsider, responder, form, question, answer, added, second, mention } = here;
    const say = localeOf(language);
    const see = (step: string) => look(`${language}-${step}`);
    const secrets = [form.title, form.overview, form.verification, form.contact, question, answer, added, second];
    const ids: string[] = [];

    const fill = async (title: string) => {
      const { label } = say.form;
      const field = (name: string) => view().getByLabel(name.replace(/\*$/, ''));
      await field(label.title).fill(title);
      await field(label.overview).fill(form.overview);
      for (const version of form.versions) await view().getByLabel(version).check();
      await field(label.otherVersions).fill(form.otherVersions);
      await field(label.verification).fill(form.verification);
      await field(label.contact).fill(form.contact);
    };
    const submit = async () => {
      await foot(say.form.submit);
      await titled(say.receipt.title);
      const id = /VR-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await view().textContent()) ?? '')?.[0];
      if (id === undefined) throw new Error('the receipt names no report');
      ids.push(id);
      if (!filed.has(language)) filed.set(language, id);
      return id;
    };
    const card = (id: string) => bot.main.getByRole('listitem').filter({ hasText: id }).first();
    const write = async (text: string) => {
      await view().getByRole('textbox').fill(text);
    };

    test('files a report with the button in their language, and reads the receipt', async () => {
      await be(outsider.name, sharedChannel);
      await through(say.intakeMessage.report, say.form.title);
      await see('03-form');
      await fill(form.title);
      await see('04-form-filled');
      const id = await submit();
      await see('05-receipt');
      await foot(say.receipt.close);
      await view().waitFor({ state: 'hidden' });
      await bot.goTo('Vulndesk');
      await bot.main.getByText(id).first().waitFor();
      await see('06-receipt-in-private');
    });

    test('gets a message and a question in their language', async () => {
      const [id = ''] = ids;
      const theirs = localeOf(responder === 'Wen Sandbox' ? 'zh' : 'en');
      await be(responder, 'security-team');
      await card(id).getByRole('button', { name: inChannel.card.acknowledge }).click();
      await titled(theirs.acknowledge.title);
      await foot(theirs.acknowledge.submit);
      await view().waitFor({ state: 'hidden' });
      await card(id).getByText(inChannel.terms.status.acknowledged).waitFor();
      await card(id).getByRole('button', { name: inChannel.card.more }).click();
      await titled(theirs.assign.title);
      await view().getByRole('button', { name: theirs.messages.ask }).click();
      await titled(theirs.messages.askTitle);
      const draft = await view().getByLabel(theirs.messages.messageLabel).inputValue();
      expect(draft).toContain(`${outsider.name}`);
      await view().getByLabel(theirs.messages.messageLabel).fill(draft.replace(/…+/, question));
      await see('07-question');
      await foot(theirs.messages.send);
      await view().waitFor({ state: 'hidden' });
      await be(outsider.name, 'Vulndesk');
      await bot.main.getByText(question).waitFor();
      await see('08-messages');
    });

    test('finds everything under My reports, answers, and adds to it', async () => {
      const [id = ''] = ids;
      await be(outsider.name, sharedChannel);
      await through(say.intakeMessage.mine, say.mine.title);
      await view().getByText(question).waitFor();
      await see('09-mine');
      await ofReport(say.mine.answer, id).click();
      await titled(say.messages.answerTitle);
      await write(answer);
      await see('10-answer');
      await foot(say.messages.send);
      await titled(say.mine.title);
      await ofReport(say.mine.addInformation, id).click();
      await titled(say.messages.moreTitle);
      await write(added);
      await foot(say.messages.send);
      await titled(say.mine.title);
      await view().getByText(say.pages.added).waitFor();
      await see('11-mine-after');
      await ofReport(say.pages.readAll, id).click();
      await titled(say.pages.ownTitle);
      await view().getByText(answer).waitFor();
      await view().getByText(added).waitFor();
      await see('12-read-all');
      await closeAll();

      await be(responder, 'security-team');
      await card(id).getByRole('button', { name: /repl/ }).click();
      await bot.thread.getByText(inChannel.thread.wrote(outsider.name, 'answer')).waitFor();
      await bot.thread.getByText(inChannel.thread.wrote(outsider.name, 'more_information')).waitFor();
      expect(await bot.page.locator('body').textContent()).not.toContain(answer);
      await see('13-thread');
    });

    test('withdraws another report after a confirmation', async () => {
      const [first = ''] = ids;
      await be(outsider.name, sharedChannel);
      await through(say.intakeMessage.report, say.form.title);
      await fill(second);
      const id = await submit();
      await foot(say.receipt.close);
      await view().waitFor({ state: 'hidden' });
      await through(say.intakeMessage.mine, say.mine.title);
      await view().getByText(id).waitFor();
      await ofReport(say.mine.withdraw, id).click();
      const sure = bot.page.getByRole('dialog', { name: say.mine.withdrawTitle });
      await sure.waitFor();
      await see('14-withdraw');
      await sure.getByRole('button', { name: say.mine.withdrawNo, exact: true }).click();
      expect(await view().getByText(say.mine.status.withdrawn).count()).toBe(0);
      await ofReport(say.mine.withdraw, id).click();
      await sure.getByRole('button', { name: say.mine.withdrawYes, exact: true }).click();
      await view().getByText(say.mine.status.withdrawn).waitFor();
      await bot.sandbox.quiet();
      await bot.picture(`outsider-${language}-15-withdrawn`);
      expect(await ofReport(say.mine.withdraw, id).count()).toBe(0);
      expect(await ofReport(say.mine.withdraw, first).count()).toBe(1);
      await closeAll();
      await be(responder, 'security-team');
      await card(id).getByText(inChannel.terms.status.withdrawn).waitFor();
    });

    test('is shown the form when they mention the bot in the channel, and nobody else sees that', async () => {
      await be(outsider.name, sharedChannel);
      await bot.send(mention);
      const advice = bot.main.getByRole('listitem').filter({ hasText: 'Only visible to you' });
      await advice.getByText(say.intakeMessage.mention('KubeSphere')).waitFor();
      await see('16-mention');
      await advice.getByRole('button', { name: say.intakeMessage.report, exact: true }).click();
      await titled(say.form.title);
      await closeAll();
    });

    test('leaves nothing of the report in the shared channel, whoever looks', async () => {
      const places = await beforeAStranger();
      await see('17-as-a-stranger');
      expect(ids).toHaveLength(2);
      for (const secret of [...ids, ...secrets, say.intakeMessage.mention('KubeSphere').slice(0, 20)])
        for (const place of places) expect(place.includes(secret)).toBe(false);
      // The report button, and what was said in the channel; nothing else of the bot's.
      expect(intakeMessages()).toHaveLength(1);
    });
  });

  test('a long report has pages, which only its reporter can turn', async () => {
    const [{ outsider, language, form }] = outsiders;
    const say = localeOf(language);
    const id = filed.get(language) ?? 'none was filed';
    const part = (n: number) => `扫描日志，第 ${n} 部分`;
    const { slack } = bot.sandbox;
    const hands = slack.as(outsider.id);
    const press = async (...pressed: Parameters<typeof hands.press>) => {
      await hands.press(...pressed);
      await bot.sandbox.quiet();
      return openModal(slack, outsider.id).id;
    };
    // Not in the browser, which would take long: seventeen messages that fill a page and begin the next.
    let top = await press(
      { message: lastOf(intakeMessages(), 'intake message'), block: intakeBlocks[language] },
      actions.mine,
    );
    for (let n = 1; n <= 17; n += 1) {
      // The newest report stands first; it is withdrawn, and has no such button.
      const form = await press({ view: top }, actions.addInformation);
      await hands.submit(form, { [inputs.message]: `${part(n)}\n${'一二三四五六七八九十'.repeat(290)}` });
      top = openModal(slack, outsider.id).id;
    }
    await hands.close(top, true);

    await be(outsider.name, sharedChannel);
    await through(say.intakeMessage.mine, say.mine.title);
    await ofReport(say.pages.readAll, id).click();
    await titled(say.pages.ownTitle);
    await view().getByText(say.pages.place(1, 2)).waitFor();
    expect(await view().textContent()).toContain(part(1));
    await ofReport(say.pages.next, id).click();
    await view().getByText(say.pages.place(2, 2)).waitFor();
    // The conversation comes first, and then the form.
    for (const text of [part(17), form.overview]) expect(await view().textContent()).toContain(text);
    await bot.sandbox.quiet();
    await bot.picture('outsider-zh-18-second-page');
    await ofReport(say.pages.previous, id).click();
    await view().getByText(say.pages.place(1, 2)).waitFor();
    await closeAll();
    for (const place of await beforeAStranger()) expect(place).not.toContain('扫描日志');
  });
});
