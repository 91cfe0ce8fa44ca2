import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions } from '../../../src/slack/views/actions.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { aForm, inputsOf } from '../../support/a-form.js';
import { until } from '../../support/bounded-poll.js';
import type { People } from '../../support/person.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { buttonsOf, textIn } from '../../support/screen.js';

const { elsewhere, securityChannel } = sandbox;

let bot: RunningBot;
let people: People;
beforeAll(async () => {
  bot = await startRunningBot();
  people = bot.people;
});
afterAll(async () => {
  await bot.stop();
});
const cardText = (id: string) => textIn(bot.card(id));

describe('a reporter whose account is deactivated', () => {
  const deactivated = (yes: boolean) => bot.slack.world.changePerson(people.ana.id, { deactivated: yes });

  test('before the acknowledgement: it is still due until it was sent outside Slack', async () => {
    const { ana, wen } = people;
    const id = await ana.files();
    deactivated(true);
    await wen.press('acknowledge', { on: id });
    await wen.submit();
    expect(cardText(id)).toContain("couldn't deliver");
    expect(cardText(id)).toContain('Thu 24 Sep, 18:00');
    await wen.press('acknowledge', { on: id });
    expect(wen.modal().content.submit?.text).toBe('我已发出');
    await wen.submit();
    expect(cardText(id)).toContain('Acknowledged');
    deactivated(false);
  });

  test('after it: the report stays acknowledged, and the card asks for another way until there is one', async () => {
    const { ana, bo } = people;
    const id = await ana.files();
    await bo.press('acknowledge', { on: id });
    await bo.submit();
    deactivated(true);
    const inform = async (message: string) => {
      await bo.pressInMore('informReporter', id);
      await bo.submit({ [inputs.message]: message });
    };
    await inform('There is news.');
    expect(cardText(id)).toContain('Acknowledged');
    expect(cardText(id)).toContain('another way');
    await bo.closeAll();
    await inform('There is news. This went by mail.');
    expect(cardText(id)).not.toContain('another way');
    deactivated(false);
  });
});

test('while the security channel is shared nothing is posted there: the team is warned, and the card follows later', async () => {
  const { ana, bo } = people;
  bot.clock.forward(61_000);
  const before = bot.cards().length;
  bot.slack.world.changeChannel(securityChannel, { sharedWith: [elsewhere] });
  await ana.files({ title: 'Filed while the channel was shared' });
  expect(bot.cards()).toHaveLength(before);
  expect(bo.lastDirectMessage()).toContain('shared with another organisation');
  expect(bo.lastDirectMessage()).not.toContain('Filed while');
  bot.slack.world.changeChannel(securityChannel, { sharedWith: [] });
  await bot.pass(121_000);
  expect(bot.cards()).toHaveLength(before + 1);
  expect(textIn(bot.card())).toContain('Filed while the channel was shared');
});

test('a card that somebody deleted is posted again, once', async () => {
  const { ana, wen } = people;
  const id = await ana.files();
  const before = bot.cards().length;
  bot.slack.world.messages.delete(bot.card(id));
  await wen.command(`/vuln assign ${id} me`);
  expect(bot.cards()).toHaveLength(before);
  expect(cardText(id)).toContain('Wen Sandbox');
});

describe('a card that somebody deleted after its last edit', () => {
  test.each([
    ['', []],
    [', though the answer to it gets lost', [{ kind: 'commit_then_drop' }]],
    [', though it cannot be removed at first', [undefined, { kind: 'http', status: 503 }]],
  ] as const)('takes no line with it into the open channel%s', async (_, faults) => {
    const { ana, wen } = people;
    const id = await ana.files();
    const cards = bot.cards().length;
    const [onPost, onDelete] = faults;
    // The card is edited, and the line below it has to wait.
    bot.slack.faults.next('chat.postMessage', { kind: 'rate_limited', retryAfter: 2 });
    await wen.command(`/vuln assign ${id} me`);
    expect(bot.thread(id)).toHaveLength(0);
    bot.slack.world.messages.delete(bot.card(id));
    if (onPost !== undefined) bot.slack.faults.next('chat.postMessage', onPost);
    if (onDelete !== undefined) bot.slack.faults.next('chat.delete', onDelete);
    // The line, its removal, the card and the line again.
    for (let n = 0; n < 6; n += 1) await bot.pass(10_000);
    expect(bot.slack.faults.pending()).toBe(0);
    // What is in the open channel counts as a card here, so that a line would too.
    expect(bot.cards()).toHaveLength(cards);
    expect(bot.thread(id)).toHaveLength(1);
  });
});

test('a press on a second copy of a card works, and the copy is deleted', async () => {
  const { ana, wen } = people;
  const id = await ana.files();
  const card = bot.card(id);
  const { channel, author, text, blocks } = card;
  const copy = bot.slack.world.messages.post({ channel, author, text, blocks }, bot.clock.now());
  await wen.press('assignToMe', { on: copy });
  await until('the copy is gone', () => bot.slack.world.messages.find(channel, copy.ts) === undefined);
  expect(bot.card(id).ts).toBe(card.ts);
  expect(cardText(id)).toContain('Wen Sandbox');
});

test.each([
  { kind: 'rate_limited', retryAfter: 2 },
  { kind: 'reset' },
  { kind: 'commit_then_drop' },
  { kind: 'http', status: 503 },
] as const)('$kind delays a card and never doubles it', async (fault) => {
  const { ana } = people;
  const before = bot.cards().length;
  await ana.command('/vuln report');
  bot.slack.faults.next('chat.postMessage', fault);
  await ana.submit(inputsOf(aForm({ title: `Through ${fault.kind}` })));
  await ana.closeAll();
  await bot.pass(10_000);
  expect(bot.cards()).toHaveLength(before + 1);
  expect(textIn(bot.card())).toContain(`Through ${fault.kind}`);
  expect(bot.slack.faults.pending()).toBe(0);
});

test('a lost answer to a line in the thread leaves no doubt about a message not sent yet, and doubles no line', async () => {
  const { ana, bo } = people;
  const id = await ana.files();
  const before = ana.directMessages().length;
  await bo.press('acknowledge', { on: id });
  // The line in the thread, then the message.
  bot.slack.faults.next('chat.postMessage', { kind: 'commit_then_drop' });
  bot.slack.faults.next('chat.postMessage', { kind: 'rate_limited', retryAfter: 2 });
  await bo.submit();
  expect(bot.slack.faults.pending()).toBe(0);
  expect(ana.directMessages()).toHaveLength(before);
  await bot.pass(10_000);
  expect(ana.directMessages()).toHaveLength(before + 1);
  expect(buttonsOf(bot.card(id))).not.toHaveProperty(actions.arrived);
  expect(bot.thread(id)).toHaveLength(1);
});

test('a form of somebody about whom Slack says nothing in time is told so in its own language, and is filed once', async () => {
  const { wen } = people;
  const title = '在 Slack 没有及时回答时提交';
  await wen.command('/vuln report');
  bot.clock.forward(61_000);
  // Slack gives a form 3 s, and the bot keeps within them.
  bot.slack.faults.decide((method) => (method === 'users.info' ? { kind: 'slow', ms: 2800 } : undefined));
  const told = await wen.submit(inputsOf(aForm({ title })));
  bot.slack.faults.clear();
  expect(told).toEqual({ [inputs.onBehalfOf]: '无法确认是否已保存。请再按一次“提交”，不会重复登记。' });
  expect(await wen.submit(inputsOf(aForm({ title })))).toEqual({});
  await wen.closeAll();
  // Who is in the security channel could not be seen either: the card waits until it can.
  await bot.pass(121_000);
  expect(bot.cards().filter((card) => textIn(card).includes(title))).toHaveLength(1);
});

test('nobody from another workspace was ever shown anything', () => {
  expect(bot.slack.world.person(people.dana.id).team).toBe(elsewhere);
  expect(people.dana.everShown()).toBe('');
});
