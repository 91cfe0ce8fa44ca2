import { sandbox, sandboxWorld } from '../../src/sandbox/sandbox-world.js';
import { type SlackEmulator, startSlackEmulator } from '../../src/sandbox/slack-emulator.js';
import { until } from '../support/bounded-poll.js';
import { everyScope } from './support/every-scope.js';
import { keys, startTinyBot } from './support/tiny-bot.js';

const clock = () => new Date('2026-09-22T02:00:00Z');

describe.each(['http', 'socket'] as const)('a real Bolt app over %s', (mode) => {
  let slack: SlackEmulator;
  let bot: { stop(): Promise<void> };
  beforeEach(async () => {
    slack = await startSlackEmulator({ world: sandboxWorld(), ...keys, clock });
    slack.world.changeApp({ scopes: everyScope, events: ['app_home_opened', 'app_mention'], homeTab: true });
    bot = await startTinyBot(slack, mode);
  });
  afterEach(async () => {
    await bot.stop();
    await slack.stop();
  });

  test('takes a report from the command to a card, a pressed button and an answer by response_url', async () => {
    const mei = slack.as(sandbox.mei);
    const command = await mei.command(sandbox.general, '/vuln report');
    expect(command).toMatchObject({ acked: true });
    // The bot goes on working after it has answered.
    const form = await until('the form', () => slack.seenBy(sandbox.mei).views.at(-1));
    expect(form.content.callback_id).toBe('form');

    const empty = await mei.submit(form.id, {});
    expect(empty).toMatchObject({ acked: false, answer: { errors: { title: expect.stringContaining('required') } } });

    await mei.submit(form.id, { title: 'bad' });
    const refused = slack.seenBy(sandbox.mei).views.at(-1);
    expect(refused?.errors).toEqual({ title: 'Say more.' });
    expect(refused?.state.title?.value).toEqual({ type: 'plain_text_input', value: 'bad' });

    await mei.submit(form.id, { title: 'A <!channel> title' });
    const inChannel = (user: string) =>
      slack.seenBy(user).messages.filter(({ channel }) => channel === sandbox.securityChannel);
    await until('the card', () => inChannel(sandbox.mei).at(-1));
    const seen = slack.seenBy(sandbox.mei);
    expect(seen.views.at(-1)).toMatchObject({ id: form.id, content: { callback_id: 'receipt' } });
    const card = seen.messages.find(({ channel }) => channel === sandbox.securityChannel);
    expect(card?.text).toBe(`Report from <@${sandbox.mei}>`);

    const pressed = await slack
      .as(sandbox.bo)
      .press({ message: { channel: card?.channel ?? '', ts: card?.ts ?? '' } }, 'take');
    expect(pressed.acked).toBe(true);
    await until('the answer', () => slack.responses.length === 1 && inChannel(sandbox.bo).length > 1);
    const card2 = inChannel(sandbox.bo);
    expect(card2.map(({ text, onlyFor }) => [text, onlyFor])).toEqual([
      [`Taken by ${sandbox.bo}`, undefined],
      ['It is yours.', sandbox.bo],
    ]);
    expect(slack.responses).toHaveLength(1);
    expect(slack.requests.map(({ method }) => method)).toEqual(
      expect.arrayContaining(['views.open', 'chat.postMessage', 'chat.update']),
    );
  });

  test('shows an answer to a command to the one who typed it only', async () => {
    await slack.as(sandbox.bo).command(sandbox.general, '/vuln nonsense');
    await until('the answer', () => slack.seenBy(sandbox.bo).texts.includes('Try report, not nonsense'));
    expect(slack.seenBy(sandbox.mei).texts).not.toContain('Try report, not nonsense');
  });

  test('publishes a Home and answers a mention', async () => {
    await slack.as(sandbox.ana).openHome();
    await slack.as(sandbox.dana).say(sandbox.reports, 'hello @vulndesk');
    await until('the Home', () => slack.seenBy(sandbox.ana).home);
    await until('the answer', () => slack.seenBy(sandbox.dana).texts.includes('Type /vuln report.'));
    expect(slack.seenBy(sandbox.ana).home?.content.blocks).toHaveLength(1);
    expect(slack.seenBy(sandbox.dana).texts).toContain('Type /vuln report.');
  });
});
