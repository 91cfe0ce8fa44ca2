import { sandbox } from '../../../../src/sandbox/sandbox-world.js';
import { until } from '../../../support/bounded-poll.js';
import { type BotOnSockets, botOnSockets, typed } from './bot-on-sockets.js';

let bot: BotOnSockets;
afterEach(async () => {
  await bot.stop();
});

const bothUp = () => until('both connections are up', () => bot.slack.connections() === 2 || undefined, 5000);
const opened = () => bot.slack.requests.filter(({ method }) => method === 'apps.connections.open');
const left = () => bot.logged.filter(({ what }) => what === 'slack connection leaves').map(({ facts }) => facts.code);
const refusals = () => bot.logged.filter(({ what }) => what === 'slack connection refused').map(({ facts }) => facts);

describe('two connections', () => {
  test('are opened at different times by one bot', async () => {
    bot = await botOnSockets();
    await bot.start();
    expect(bot.slack.connections()).toBe(1);
    await bothUp();
    const [first, second] = opened().map(({ at }) => at.getTime());
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(110);
  });

  test('lose no command and handle none twice while they are renewed again and again', async () => {
    bot = await botOnSockets();
    await bot.start();
    const [asked, atOnce] = [240, 4];
    const lost: string[] = [];
    let [next, renewed, over] = [0, 0, false];
    const person = async () => {
      for (let n = next++; n < asked; n = next++) {
        const { acked, error } = await typed(bot, `n${n}`);
        if (!acked) lost.push(`n${n}: ${error}`);
      }
    };
    const renewing = async () => {
      const reasons = ['refresh_requested', 'warning', 'link_disabled'] as const;
      while (!over) {
        // A second connection gets the time that it needs; where there is none, the only one is renewed.
        const fresh = Date.now() + 1000;
        await until('time to renew', () => bot.slack.connections() === 2 || Date.now() > fresh || over || undefined);
        if (bot.slack.connections() > 0) bot.slack.connectionTrouble.refresh(0, reasons[renewed++ % reasons.length]);
      }
    };
    const renewals = renewing();
    await Promise.all(Array.from({ length: atOnce }, person));
    over = true;
    await renewals;
    console.info(`${asked} commands, ${lost.length} lost, ${bot.handled.length} handled, ${renewed} renewals`);
    expect(lost).toEqual([]);
    expect(bot.handled).toHaveLength(asked);
    expect(new Set(bot.handled).size).toBe(asked);
    expect(renewed).toBeGreaterThanOrEqual(5);
  });

  test('answer on the old connection what came on it before it was told to go', async () => {
    bot = await botOnSockets({ apartMs: 60_000 }, 400);
    await bot.start();
    const delivered = typed(bot, 'slow');
    await until('it has arrived', () => bot.handled.length > 0 || undefined);
    bot.slack.connectionTrouble.refresh(0);
    expect(await delivered).toMatchObject({ acked: true, answer: { text: 'did slow' } });
  });

  test('come back when one is cut without a word, or goes silent', async () => {
    bot = await botOnSockets();
    await bot.start();
    await bothUp();
    for (const trouble of ['drop', 'mute', 'drop'] as const) {
      const [before, gone] = [opened().length, left().length];
      bot.slack.connectionTrouble[trouble](0);
      await until('it is missed', () => left().length > gone || undefined, 5000);
      await until('another was opened', () => opened().length > before || undefined, 5000);
      await bothUp();
      for (const text of ['a', 'b']) expect(await typed(bot, `${trouble} ${text}`)).toMatchObject({ acked: true });
    }
    expect(left()).toEqual(['closed', 'silent', 'closed']);
  });

  test('are asked for again after every kind of refusal, and readiness tells how it is', async () => {
    bot = await botOnSockets();
    await bot.start();
    await bothUp();
    const method = 'apps.connections.open';
    const { faults, connectionTrouble } = bot.slack;
    const refuse = () => {
      faults.next(method, { kind: 'http', status: 500 }, 2);
      faults.next(method, { kind: 'error', code: 'invalid_auth' }, 2);
      faults.next(method, { kind: 'reset' }, 2);
      faults.next(method, { kind: 'html' }, 2);
      faults.next(method, { kind: 'http', status: 503 }, 8);
      connectionTrouble.refuseNext(2);
    };
    refuse();
    connectionTrouble.drop(0);
    // The other carries on meanwhile.
    await until('refused', () => refusals().length > 1 || undefined);
    expect(bot.receiver.connected()).toBe(true);
    expect(await typed(bot, 'meanwhile')).toMatchObject({ acked: true });
    connectionTrouble.drop(0);
    expect(bot.receiver.connected()).toBe(true);
    await until('not ready', () => !bot.receiver.connected() || undefined, 3000);
    expect(await typed(bot, 'in vain')).toMatchObject({ acked: false });
    await until('ready again', () => bot.receiver.connected() || undefined, 5000);
    await bothUp();
    expect(await typed(bot, 'after')).toMatchObject({ acked: true });
    expect(faults.pending()).toBe(0);
    const codes = new Set(refusals().map(({ code }) => code));
    expect(codes).toEqual(new Set(['closed', 'http_500', 'http_503', 'invalid_auth', 'unreachable']));
    // Sixteen times there was no address; a refused WebSocket may use up two, since undici asks a 401 once more.
    expect(refusals().length).toBeGreaterThanOrEqual(17);
  });

  test('leave Slack alone for as long as it asks', async () => {
    bot = await botOnSockets({ longestPauseMs: 5000 });
    await bot.start();
    bot.slack.faults.next('apps.connections.open', { kind: 'rate_limited', retryAfter: 1 });
    await until('the second is refused', () => refusals().length > 0 || undefined);
    await bothUp();
    const times = opened().map(({ at }) => at.getTime());
    expect((times[2] ?? 0) - (times[1] ?? 0)).toBeGreaterThanOrEqual(990);
    expect(refusals()).toEqual([{ code: 'ratelimited', failures: 1 }]);
  });

  test('ask ever more slowly a Slack that takes each and closes it at once', async () => {
    bot = await botOnSockets({ steadyMs: 60_000, firstPauseMs: 50, apartMs: 60_000, longestPauseMs: 800 });
    await bot.start();
    for (let n = 0; n < 5; n++) {
      await until('it is up', () => bot.slack.connections() === 1 || undefined);
      bot.slack.connectionTrouble.drop(0);
    }
    await until('it is up', () => bot.slack.connections() === 1 || undefined);
    const times = opened().map(({ at }) => at.getTime());
    const pauses = times.slice(1).map((at, n) => at - (times[n] ?? 0));
    // 50, 100, 200, 400, 800, each by chance as little as half of it.
    expect(pauses[4]).toBeGreaterThanOrEqual(390);
    expect(Math.max(...pauses.slice(0, 2))).toBeLessThan(390);
  });

  test('handle an event once that Slack sends again because its answer was lost', async () => {
    bot = await botOnSockets();
    await bot.start();
    await bothUp();
    const delivered = await typed(bot, 'once');
    expect(await bot.slack.deliverAgain(delivered)).toMatchObject({ acked: true, answer: { text: 'did once' } });
    expect(bot.handled).toEqual(['once']);
    await bot.slack.as(sandbox.mei).say(sandbox.general, `<@${bot.slack.world.app().botUser}> hello`);
    expect(bot.handled).toEqual(['once', 'mention']);
  });
});

describe('a start', () => {
  test('is refused with a sentence when Slack says no', async () => {
    bot = await botOnSockets();
    bot.slack.faults.next('apps.connections.open', { kind: 'error', code: 'invalid_auth' });
    await expect(bot.start()).rejects.toThrow(
      /^Slack refuses the app-level token \(invalid_auth\)\. Check SLACK_APP_TOKEN/,
    );
    expect(opened()).toHaveLength(1);
  });

  test('outlives a trouble that passes, and gives up one that does not', async () => {
    bot = await botOnSockets();
    bot.slack.faults.next('apps.connections.open', { kind: 'http', status: 503 }, 2);
    await bot.start();
    expect(bot.slack.connections()).toBe(1);
    await bot.stop();
    bot = await botOnSockets();
    bot.slack.faults.next('apps.connections.open', { kind: 'reset' }, 5);
    await expect(bot.start()).rejects.toThrow(/^Slack opens no Socket Mode connection \(unreachable\)\. Check/);
  });

  test('does not wait for the second connection', async () => {
    bot = await botOnSockets({ apartMs: 0 });
    const { faults } = bot.slack;
    faults.decide((method) =>
      method === 'apps.connections.open' && bot.slack.connections() === 1
        ? { kind: 'error', code: 'invalid_auth' }
        : undefined,
    );
    await bot.start();
    await until('the second was refused', () => refusals().length > 2 || undefined);
    expect(await typed(bot, 'one is enough')).toMatchObject({ acked: true });
    faults.clear();
    await bothUp();
  });
});

describe('a stop', () => {
  test('lets what was delivered be answered and closes both', async () => {
    bot = await botOnSockets({}, 300);
    await bot.start();
    await bothUp();
    const delivered = [typed(bot, 'one'), typed(bot, 'other')];
    await until('they have arrived', () => bot.handled.length === 2 || undefined);
    await bot.receiver.stop();
    for (const one of delivered) expect(await one).toMatchObject({ acked: true });
    await until('both are closed', () => bot.slack.connections() === 0 || undefined, 1000);
  });
});
