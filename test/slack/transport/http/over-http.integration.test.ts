import { sandbox } from '../../../../src/sandbox/sandbox-world.js';
import { actions } from '../../../../src/slack/views/actions.js';
import { callbacks } from '../../../../src/slack/views/surfaces.js';
import { until } from '../../../support/bounded-poll.js';
import { type ForgeryName, forgeries, forgeryNames } from './forgeries.js';
import { type GuardedBot, startGuardedBot } from './guarded-bot.js';
import { aFewAtATime, formEncoded, inForm, inJson, type Parcel, secondsNow, signedHeaders } from './posting.js';
import {
  appMention,
  eventCallback,
  filledReport,
  pressInModal,
  pressOnMessage,
  slashCommand,
  viewSubmission,
} from './slack-payloads.js';

let at: GuardedBot;
let began = 0;
beforeAll(async () => {
  began = performance.now();
  at = await startGuardedBot();
});
afterAll(() => at.stop());

const { ana, mei, dana } = sandbox;
/** One of each kind that a handler would act on and leave traces of. */
const kinds = {
  command: () => formEncoded(slashCommand(ana, 'help', at.responseUrl)),
  'press on a message': () => inForm(pressOnMessage(mei, actions.help, undefined, at.responseUrl)),
  'press in a modal': () => inForm(pressInModal(ana, actions.mine, undefined)),
  'filed report': () => inForm(viewSubmission(ana, callbacks.reportForm, '', filledReport(`Found ${Math.random()}`))),
  mention: () => inJson(eventCallback(appMention(dana))),
} as const satisfies Record<string, () => Parcel>;
type Kind = keyof typeof kinds;
const kindNames = Object.keys(kinds) as readonly Kind[];
const anyKind = (n: number): Parcel => kinds[kindNames[n % kindNames.length] ?? 'command']();

const refusalsLogged = () => at.bot.logged.filter((line) => line.includes('"request refused"'));

describe('over HTTP', () => {
  test.each(kindNames)('a %s that Slack signed leaves traces, so that none is a sign of no handler', async (kind) => {
    const before = await at.traces();
    expect(await at.postSigned(kinds[kind]())).toMatchObject({ status: 200 });
    await until('a trace of the handler', async () => {
      const now = await at.traces();
      return now.calls > before.calls || now.responses > before.responses || now.documents !== before.documents;
    });
  });

  test('1,000 forged requests run no handler and write nothing', async () => {
    const before = await at.traces();
    const tried = new Map<ForgeryName, number>();
    const answers = await aFewAtATime(
      Array.from({ length: 1000 }, (_, n) => async () => {
        const name = forgeryNames[n % forgeryNames.length] ?? 'another secret';
        tried.set(name, (tried.get(name) ?? 0) + 1);
        const { text, headers } = forgeries[name](at.secret, anyKind(Math.floor(n / forgeryNames.length)), n);
        const { status, body } = await at.poster.post(text, headers);
        return { name, status, body };
      }),
    );
    expect(answers.filter(({ status, body }) => status !== 401 || body !== '')).toEqual([]);
    expect(await at.traces()).toEqual(before);
    expect(Math.min(...tried.values())).toBeGreaterThan(50);
    expect(tried.size).toBe(forgeryNames.length);
    console.log(
      `${answers.length} forged: 0 handler runs, 0 writes\n${[...tried].map(([n, c]) => `${c} ${n}`).join(', ')}`,
    );
  });

  test('the answer to a certificate check, which is not signed, carries nothing else in', async () => {
    const before = await at.traces();
    for (const kind of kindNames) {
      const parcel = kinds[kind]();
      const smuggled = { 'content-type': 'application/x-www-form-urlencoded' };
      expect(await at.poster.post(`ssl_check=1&${parcel.text}`, smuggled)).toMatchObject({ body: '' });
    }
    expect(
      await at.poster.post('ssl_check=1&token=t', { 'content-type': 'application/x-www-form-urlencoded' }),
    ).toEqual(expect.objectContaining({ status: 200, body: '' }));
    expect(await at.traces()).toEqual(before);
  });

  test('1,000 requests sent again get the first answer, run no handler and write nothing', async () => {
    const first = Array.from({ length: 100 }, (_, n) => anyKind(n)).map((parcel) => ({
      text: parcel.text,
      headers: signedHeaders(at.secret, parcel),
    }));
    const answers = await aFewAtATime(
      first.map(
        ({ text, headers }) =>
          () =>
            at.poster.post(text, headers),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(first.map(() => 200));
    expect(answers.filter(({ body }) => body !== '').length).toBe(20);
    const before = await at.traces();
    const again = await aFewAtATime(
      Array.from({ length: 1000 }, (_, n) => async () => {
        const { text, headers } = first[n % first.length] ?? { text: '', headers: {} };
        const { status, body } = await at.poster.post(text, headers);
        return status === 200 && body === answers[n % first.length]?.body;
      }),
    );
    expect(again.filter((same) => !same)).toEqual([]);
    expect(await at.traces()).toEqual(before);
    console.log(`${again.length} sent again: the same answer, 0 handler runs, 0 writes`);
  });

  test('a repeat that comes while the first is under way waits for its answer', async () => {
    const stored = () => at.bot.database.db.collection('reports').countDocuments();
    const before = await stored();
    const parcels = Array.from({ length: 10 }, () => kinds['filed report']());
    const answers = await aFewAtATime(
      parcels.flatMap((parcel) => {
        const headers = signedHeaders(at.secret, parcel);
        return Array.from({ length: 5 }, () => () => at.poster.post(parcel.text, headers));
      }),
      50,
    );
    for (let n = 0; n < parcels.length; n += 1) {
      const bodies = new Set(answers.slice(n * 5, n * 5 + 5).map(({ body }) => body));
      expect([...bodies]).toEqual([expect.stringMatching(/"response_action":"update".*VR-/)]);
    }
    expect((await stored()) - before).toBe(10);
  });

  test('an event that Slack sends again, dated and signed anew, is handled once', async () => {
    const parcel = kinds.mention();
    const before = (await at.traces()).calls;
    for (const [number, seconds] of [20, 10, 0].entries()) {
      const headers = signedHeaders(at.secret, parcel, secondsNow() - seconds);
      const retry = number === 0 ? {} : { 'x-slack-retry-num': String(number), 'x-slack-retry-reason': 'http_timeout' };
      expect(await at.poster.post(parcel.text, { ...headers, ...retry })).toMatchObject({ status: 200 });
    }
    await until('an ephemeral line', async () => (await at.traces()).calls > before);
    expect((await at.traces()).calls).toBe(before + 1);
  });

  test('800 requests dated too early or too late run no handler and write nothing', async () => {
    const before = await at.traces();
    // A second passes between the date and the look at it: what lies right at the bound is tested with a still clock.
    const skews = Array.from({ length: 100 }, (_, n) => [-301 - n, 303 + n]).flat();
    const answers = await aFewAtATime(
      Array.from({ length: 800 }, (_, n) => async () => {
        const skew = skews[n % skews.length] ?? 400;
        const { status } = await at.postSigned(anyKind(Math.floor(n / skews.length)), secondsNow() + skew);
        return { skew, status };
      }),
    );
    expect(answers.filter(({ status }) => status !== 401)).toEqual([]);
    expect(await at.traces()).toEqual(before);
    console.log(`${answers.length} skewed (${skews.length} dates, -400 s to +402 s): 0 handler runs, 0 writes`);
  });

  test('the clock of the bot may be moved: Slack dates its requests on real time', async () => {
    await at.bot.moveTo(new Date(at.bot.clock.now().getTime() + 3_600_000));
    expect(await at.postSigned(kinds.command())).toMatchObject({ status: 200 });
  });

  test('a flood of refusals takes a line a minute for each kind, with codes and counts alone', () => {
    const lines = refusalsLogged();
    const refusals = lines.map((line) => JSON.parse(line) as { why: string });
    const kindsRefused = new Set(refusals.map(({ why }) => why));
    expect([...kindsRefused]).toEqual(expect.arrayContaining(['bad_headers', 'bad_signature', 'skewed', 'repeated']));
    expect(lines.length).toBeLessThanOrEqual(kindsRefused.size * Math.ceil((performance.now() - began) / 60_000));
    for (const line of lines) {
      expect(Object.keys(JSON.parse(line)).sort()).toEqual(['count', 'level', 'msg', 'time', 'why']);
    }
  });
});
