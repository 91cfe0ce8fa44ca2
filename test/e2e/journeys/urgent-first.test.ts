import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { slackPace } from '../../../src/sandbox/slack-pace.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { until } from '../../support/bounded-poll.js';
import { type RunningBot, startRunningBot, withBot } from '../../support/running-bot.js';
import { textIn } from '../../support/screen.js';

const at = (moment: string) => new Date(`2026-09-${moment}:00+08:00`);

/** What the driver sends by itself, whatever the bot does. */
const ofTheDriver = new Set(['hello', 'ping', 'endSessions']);

test('at the moment of a reminder the person is told first: before a card is edited, and before anybody looks at the channel', async () => {
  await withBot({}, async (bot) => {
    const { ana, bo } = bot.people;
    const id = await ana.files();
    await bo.press('assignToMe', { on: id });
    await bot.moveTo(at('24T15:50'));
    const told = bo.directMessages().length;
    await bot.quiet();
    bot.commands.length = 0;
    const calls: string[] = [];
    let commands: readonly string[] = [];
    bot.slack.faults.decide((method, { channel }) => {
      if (method === 'chat.postMessage' && channel === bo.id) {
        commands = bot.commands.filter((name) => !ofTheDriver.has(name));
        calls.push('the message');
      } else calls.push(method);
      return undefined;
    });
    bot.clock.moveTo(at('24T16:00'));
    bot.app.clockMoved();
    await bot.quiet();
    expect(bo.directMessages()).toHaveLength(told + 1);
    // Whether they are still on the team is asked anew after a minute.
    const before = calls.slice(0, calls.indexOf('the message'));
    expect(new Set(before)).toEqual(new Set(['users.info', 'conversations.members']));
    expect(calls).toContain('chat.update');
    // Which report is due, which person, and what that one has to do. The two questions at the beginning are asked side by side.
    expect(commands).toEqual(['aggregate', 'aggregate', 'findAndModify', 'aggregate', 'findAndModify', 'find']);
  });
});

describe('after Slack took nothing in the security channel for a day', () => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startRunningBot();
  });
  afterAll(() => bot.stop());

  test('the digest comes first and then cards, the exploited one before the others, one a second with three commands; reporters did not wait', async () => {
    const { ana, bo, guo } = bot.people;
    // Of different people: somebody to whom two messages are due is asked for each second.
    const missed = [await ana.files(), await guo.files()];
    await bot.moveTo(at('23T10:00'));
    await bo.files();
    await bot.moveTo(at('23T10:30'));
    bot.slack.faults.decide((method, { channel }) =>
      method === 'chat.postMessage' && channel === sandbox.securityChannel
        ? { kind: 'rate_limited', retryAfter: 1 }
        : undefined,
    );
    await bot.moveTo(at('24T11:00'));
    const cards: string[] = [];
    while (cards.length < 11) cards.push(await ana.files());
    const messages = ana.directMessages().length;
    const exploited = await ana.files({}, { [inputs.knownAlready]: 'exploited' });
    expect(ana.directMessages()).toHaveLength(messages + 1);
    await bot.moveTo(at('24T18:00'));

    const sent = bot.slack.requests.length;
    bot.slack.faults.decide(slackPace(() => performance.now()));
    const inChannel = () =>
      bot.slack.requests
        .slice(sent)
        .filter(({ method, args, response }) => {
          return method === 'chat.postMessage' && args.channel === sandbox.securityChannel && response?.status === 200;
        })
        .map(({ args }) => `${JSON.stringify(args.metadata)} ${textIn(args)}`);
    const began = performance.now() - bot.clock.now().getTime();
    const arePosted = async (count: number) =>
      await until(`${count} posts`, () => {
        bot.clock.moveTo(new Date(performance.now() - began));
        return inChannel().length >= count || undefined;
      });
    await arePosted(3);
    bot.commands.length = 0;
    await arePosted(12);
    const commands = bot.commands.filter((name) => !ofTheDriver.has(name));
    expect(commands.length / 9).toBeLessThanOrEqual(3);
    await arePosted(13);
    const posted = inChannel();
    const [digest = '', ...others] = posted;
    expect(digest).toContain('2 overdue');
    for (const id of [...missed, exploited]) expect(digest).toContain(id);
    const named = others.map((text) => /VR-\w{4}-\w{4}/.exec(text)?.[0]);
    expect(named[0]).toBe(exploited);
    expect(new Set(named.slice(1))).toEqual(new Set(cards));
    expect(posted).toHaveLength(13);
  });
});
