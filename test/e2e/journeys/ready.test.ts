import { type RunningBot, tuesday, withBot } from '../../support/running-bot.js';

async function ready({ config: { ops } }: RunningBot) {
  const answer = await fetch(`http://${ops?.host}:${ops?.port}/readyz`);
  return { status: answer.status, text: await answer.text() };
}
const timesAsked = ({ slack }: RunningBot) => slack.requests.filter(({ method }) => method === 'auth.test').length;

describe('whether a running bot can take reports', () => {
  test('is asked 300 times, and Slack once in ten seconds at most', () =>
    withBot({ ops: true }, async (bot) => {
      const before = timesAsked(bot);
      const began = performance.now();
      for (let batch = 0; batch < 30; batch += 1) {
        const answers = await Promise.all(Array.from({ length: 10 }, () => ready(bot)));
        for (const answer of answers)
          expect(answer).toEqual({
            status: 200,
            text: 'store: ok\nwrites: ok\nslack: ok\nchannel: ok\nreports: ok\nclock: ok\n',
          });
      }
      const asked = timesAsked(bot) - before;
      expect(asked).toBeGreaterThan(0);
      expect(asked).toBeLessThanOrEqual(1 + Math.floor((performance.now() - began) / 10_000));
    }));

  test('does not depend on Slack, whose silence is noted', () =>
    withBot({ ops: true }, async (bot) => {
      bot.slack.faults.decide((method) => (method === 'auth.test' ? { kind: 'http', status: 503 } : undefined));
      expect(await ready(bot)).toEqual({
        status: 200,
        text: 'store: ok\nwrites: ok\nslack: failed\nchannel: ok\nreports: ok\nclock: ok\n',
      });
    }));

  test('depends on the keys', () =>
    withBot({ ops: true }, async (bot) => {
      await bot.people.ana.files();
      await bot.quiet();
      await bot.database.db.collection('reports').updateMany({}, { $set: { 'sealed.dk.kid': 'lost' } });
      expect(await ready(bot)).toEqual({
        status: 503,
        text: 'store: failed\nwrites: ok\nslack: ok\nchannel: ok\nreports: failed\nclock: ok\n',
      });
    }));

  test.each([
    [59_000, 'ok'],
    [-62_000, 'failed'],
  ])('notes a clock that is %d ms off', (ms, clock) =>
    withBot({ ops: true, slackClock: () => new Date(tuesday.getTime() - ms) }, async (bot) => {
      expect(await ready(bot)).toEqual({
        status: 200,
        text: `store: ok\nwrites: ok\nslack: ok\nchannel: ok\nreports: ok\nclock: ${clock}\n`,
      });
    }),
  );

  test('leaves no document behind', () =>
    withBot({ ops: true }, async (bot) => {
      const before = bot.commands.length;
      await ready(bot);
      expect(bot.commands.slice(before).filter((name) => name === 'insert' || name === 'delete')).toEqual([
        'insert',
        'delete',
      ]);
      expect(await bot.database.db.collection<{ _id: string }>('desk').countDocuments({ _id: /^probe/ })).toBe(0);
    }));
});
