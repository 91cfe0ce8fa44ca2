import { createHmac } from 'node:crypto';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions } from '../../../src/slack/views/actions.js';
import { aForm, inputsOf } from '../../support/a-form.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { textIn } from '../../support/screen.js';
import { seeded } from '../../support/seeded.js';

const { bo, general } = sandbox;
/** Two thousand by `npm run fuzz`. */
const attempts = Number(process.env.OPERATOR_PAYLOADS ?? 300);
const mark = 'HOSTILEOPERATOR';
const operators = ['$gt', '$ne', '$where', '$regex', '$in', '$or', '$expr', '$function', '__proto__', 'constructor'];
type Json = Readonly<Record<string, unknown>>;

/** Ways to every string inside a payload that the bot may look at. */
function leaves(value: unknown, way: readonly string[] = []): (readonly string[])[] {
  if (typeof value === 'string') return [way];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...way, key]));
}
function withLeaf(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put;
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === key ? withLeaf(one, rest, put) : one));
  return { ...(value as Json), [key]: withLeaf((value as Json)[key], rest, put) };
}
/** The places under an operator where a filter contains the mark. */
function operated(value: unknown, way: readonly string[] = []): string[] {
  if (typeof value === 'string')
    return value.includes(mark) && way.some((key) => key.startsWith('$')) ? [way.join('.')] : [];
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([key, inner]) => operated(inner, [...way, key]));
}

describe('MongoDB operators in what Slack delivers', () => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startRunningBot({ transport: 'http' });
  });
  afterAll(async () => {
    await bot.stop();
  });

  test('reach no filter, and break nothing', async () => {
    const random = seeded('OPERATORS_SEED');
    const { ana } = bot.people;
    const id = await ana.files({ title: 'Asked for in odd ways' });
    await ana.command('/vuln report');
    const { payload: submission } = await bot.slack.as(ana.id).submit(ana.modal().id, inputsOf(aForm()));
    await ana.closeAll();
    const { payload: press } = await bot.slack.as(bo).press({ message: bot.card(id) }, actions.show);
    const { payload: command } = await bot.slack.as(bo).command(general, `/vuln assign ${id} me`);
    await bot.quiet();
    await bot.database.db.createCollection('system.profile', { capped: true, size: 64 * 1024 * 1024 });
    await bot.database.db.setProfilingLevel('all');

    const send = async (): Promise<number> => {
      const sent = random.pick([submission, press, command]) ?? press;
      // Each is a delivery of its own: one with a trigger that was seen before is a repeat, and not handled.
      const from = { ...(sent as Json), trigger_id: bot.slack.triggerOf(bo, false) };
      const place = random.pick(leaves(from).filter(([first]) => first !== 'type')) ?? [];
      const operator = random.pick(operators) ?? '$gt';
      const odd = JSON.parse(`{"${operator}":"${mark}"}`) as unknown;
      const put = random.pick([odd, [mark], [odd], JSON.stringify(odd), { id: mark, ...(odd as Json) }]);
      const body =
        sent === command
          ? new URLSearchParams({
              ...(from as Record<string, string>),
              [place[0] ?? 'text']: `show ${JSON.stringify(put)}`,
            })
          : new URLSearchParams({ payload: JSON.stringify(withLeaf(from, place, put)) });
      return await post(String(body));
    };
    const { slack } = bot.config;
    if (slack.mode !== 'http') throw new Error('not over HTTP');
    const post = async (text: string): Promise<number> => {
      const at = String(Math.floor(Date.now() / 1000));
      const signed = createHmac('sha256', slack.signingSecret).update(`v0:${at}:${text}`).digest('hex');
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': at,
        'x-slack-signature': `v0=${signed}`,
      };
      const answer = await fetch(`http://127.0.0.1:${slack.port}/slack/events`, {
        method: 'POST',
        headers,
        body: text,
      });
      await answer.arrayBuffer();
      return answer.status;
    };
    const answers = new Map<number, number>();
    let left = attempts;
    const worker = async () => {
      for (; left > 0; ) {
        left -= 1;
        const status = await send();
        answers.set(status, (answers.get(status) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    await bot.quiet();
    await bot.database.db.setProfilingLevel('off');

    const profile = await bot.database.db.collection('system.profile').find().toArray();
    const asked = profile.flatMap(({ command: sent }) => {
      const { filter, query, q } = (sent ?? {}) as Json;
      return [filter, query, q].filter((one) => one !== undefined);
    });
    const told = [...answers].map(([status, times]) => `${status}: ${times}`).join(', ');
    console.info(`operators: seed ${random.seed}, ${attempts} payloads (${told}), ${asked.length} filters looked at`);
    expect(asked.flatMap((one) => operated(one))).toEqual([]);
    expect([...answers.keys()].filter((status) => status >= 500)).toEqual([]);
    expect(asked.length).toBeGreaterThan(200);
    expect(await bot.database.db.collection('reports').countDocuments()).toBeGreaterThanOrEqual(2);
    const after = await ana.files({ title: 'Still there' });
    expect(textIn(bot.card(after))).toContain('Still there');
  });

  test('the search would find one', () => {
    expect(operated({ _id: { $gt: mark } })).toEqual(['_id.$gt']);
    expect(operated({ _id: `{"$gt":"${mark}"}` })).toEqual([]);
  });
});
