import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { everyWayIn, type WayIn } from './entries.js';
import { dueTo, faultIn, sameForAnyId } from './judge.js';
import { type MatrixBot, startMatrixBot } from './matrix-bot.js';
import { type Kind, kindNames, standing } from './matrix-people.js';
import { stateNames } from './reports-in-every-state.js';
import { isTeams } from './who-may.js';

type Body = Record<string, unknown>;
const { home, elsewhere } = sandbox;
const enterprise = 'E0000ORG';

/** Payloads that don't say, or say otherwise than the person's profile, that they come from the home workspace. */
const fromNowhere: Readonly<Record<string, Readonly<{ user?: string; rest: Body }>>> = {
  'another workspace, pressed at home': { user: elsewhere, rest: { team: { id: home } } },
  'another workspace': { user: elsewhere, rest: { team: { id: elsewhere } } },
  'no home, another workspace': { rest: { team: { id: elsewhere } } },
  'no home, no workspace': { rest: { team: null } },
  'no home, an organisation alone': { rest: { team: undefined, enterprise: { id: enterprise } } },
  'an organisation as home': { user: enterprise, rest: { team: { id: home }, enterprise: { id: enterprise } } },
  'an organisation everywhere': { user: enterprise, rest: { team: null, is_enterprise_install: true } },
};

function bentTo({ user, rest }: Readonly<{ user?: string; rest: Body }>) {
  return (body: Body): Body => {
    // A command names the workspace it was typed in, and nothing else.
    if ('command' in body) return { ...body, team_id: user ?? elsewhere };
    const { team_id: _, ...who } = body.user as Body;
    return { ...body, ...rest, user: { ...who, ...(user === undefined ? {} : { team_id: user }) } };
  };
}

describe('what Slack would not send, or somebody guessed, by everybody', () => {
  let matrix: MatrixBot;
  let ways: readonly WayIn[];
  let before: ReadonlyMap<string, string>;
  beforeAll(async () => {
    matrix = await startMatrixBot();
    ways = everyWayIn(matrix.bot.slack.world);
    before = await matrix.documents();
  }, 300_000);
  afterAll(async () => {
    await matrix?.stop();
  });
  const untouched = async () => {
    await matrix.bot.quiet();
    const now = await matrix.documents();
    return [...before].every(([id, document]) => now.get(id) === document);
  };
  const someReport = () => {
    const found = matrix.reports.find(({ reporter, state }) => reporter === 'theReporter' && state === 'received');
    if (found === undefined) throw new Error('no report is received');
    return found;
  };

  test('nobody reaches a report of somebody else by its id, in any state', async () => {
    const { attempt, reports } = matrix;
    const own = ways.filter(({ right }) => right === 'own_reporter');
    const faults: string[] = [];
    let tried = 0;
    // In every state, of somebody else.
    const tries = own.flatMap((way, w) =>
      stateNames.flatMap((state, s) =>
        kindNames.flatMap((kind, k) => {
          const others = reports.filter((one) => one.state === state && one.reporter !== kind);
          const report = others[(w + k + s) % others.length];
          return report === undefined ? [] : [{ way, kind, report }];
        }),
      ),
    );
    await Promise.all(
      tries.map(async ({ way, kind, report }) => {
        const answer = await attempt({ way, kind, place: 'shared', about: report.id });
        const wrong = faultIn(answer, dueTo(kind, way.right, report), kind, reports, report.id);
        tried += 1;
        if (wrong !== undefined) faults.push(`${way.name}, ${report.state}: ${kind} ${wrong}`);
      }),
    );
    console.log(`ids of somebody else: ${own.length} entries, ${reports.length} reports, ${tried} tries`);
    expect(faults.slice(0, 20)).toEqual([]);
    expect(await untouched()).toBe(true);
    expect(tried).toBe(own.length * kindNames.length * stateNames.length);
    expect(own.length).toBeGreaterThan(3);
  }, 600_000);

  test('what a modal carries is believed only when it is ours, and then checked again', async () => {
    const { attempt, reports } = matrix;
    const missing = 'VR-0000-0000';
    const forged = [
      '',
      '{}',
      'null',
      '[]',
      'not JSON',
      missing,
      someReport().id,
      JSON.stringify({ id: { $gt: '' } }),
      JSON.stringify({ id: [someReport().id] }),
      JSON.stringify({ id: someReport().id.toLowerCase(), reply: 'answer', purpose: 'question' }),
      JSON.stringify({ id: missing, reply: 'answer', purpose: 'question' }),
      JSON.stringify({ id: missing, reply: 'everything', purpose: 'everything' }),
      `{"__proto__":{"id":"${someReport().id}"}}`,
      'x'.repeat(3000),
    ];
    // What its sample carried is replaced: one of each modal will do.
    const modals = ways.filter(
      ({ name, sort, right }) => sort === 'form' && right !== 'anyone' && !/ [2-9]$/.test(name),
    );
    const faults: string[] = [];
    let tried = 0;
    await Promise.all(
      modals.flatMap((way) =>
        kindNames.map(async (kind) => {
          const answers = new Set<string>();
          for (const metadata of forged) {
            const answer = await attempt({ way, kind, place: 'home', about: missing, metadata });
            tried += 1;
            if (answer.said === 'closed' || JSON.stringify(answer.said).includes('"clear"'))
              faults.push(`${way.name}: ${kind} got it done`);
            if (standing(kind) !== 'nobody') continue;
            const wrong = faultIn(answer, 'refused', kind, reports, missing);
            if (wrong !== undefined) faults.push(`${way.name}: ${kind} ${wrong}`);
            answers.add(sameForAnyId(answer, 'refused', missing));
          }
          if (answers.size > 1) faults.push(`${way.name}: ${kind} is told more of some than of others`);
        }),
      ),
    );
    console.log(`forged modals: ${modals.length} × ${kindNames.length} kinds of people × ${forged.length} = ${tried}`);
    expect(faults.slice(0, 20)).toEqual([]);
    expect(await untouched()).toBe(true);
    expect(tried).toBe(modals.length * kindNames.length * forged.length);
  }, 600_000);

  test('a responder whose payload does not say that they are at home is an outsider', async () => {
    const { attempt, reports } = matrix;
    const report = someReport();
    const guarded = ways.filter(({ right, sort }) => sort !== 'event' && isTeams(right));
    const faults: string[] = [];
    let tried = 0;
    const trying = async (way: WayIn, kind: Kind, how: string, payload: Parameters<typeof bentTo>[0]) => {
      const answer = await attempt({ way, kind, place: 'public', about: report.id, bend: bentTo(payload) });
      tried += 1;
      const wrong = faultIn(answer, 'refused', kind, reports, report.id, 'nobody');
      if (wrong !== undefined) faults.push(`${way.name}, ${how}: ${kind} ${wrong}`);
    };
    const payloads = Object.entries(fromNowhere);
    const fromElsewhere = ['outsider', 'theReporter', 'stranger'] as const;
    await Promise.all(
      guarded.flatMap((way, w) => [
        // The two of the team in turn.
        ...payloads.map(([how, payload], p) => trying(way, (w + p) % 2 === 0 ? 'responder' : 'lead', how, payload)),
        // Whoever is from elsewhere says in vain that they are at home.
        ...fromElsewhere.map((kind) =>
          trying(way, kind, 'claims to be at home', { user: home, rest: { team: { id: home } } }),
        ),
      ]),
    );
    console.log(`confused workspaces: ${payloads.length} payloads, ${guarded.length} entries, ${tried} tries`);
    expect(faults.slice(0, 20)).toEqual([]);
    expect(await untouched()).toBe(true);
    expect(tried).toBe(guarded.length * (payloads.length + fromElsewhere.length));
  }, 600_000);

  test('where the payload leaves out where somebody is at home, Slack is asked', async () => {
    const { attempt, reports } = matrix;
    const named = (name: string) => {
      const way = ways.find((one) => one.name === `[${name}]`);
      if (way === undefined) throw new Error(`there is no button ${name}`);
      return way;
    };
    const bend = bentTo({ rest: { team: { id: home } } });
    const about = someReport().id;
    const opened = await attempt({ way: named('show'), kind: 'responder', place: 'security', about, bend });
    expect(faultIn(opened, 'let in', 'responder', reports, about)).toBeUndefined();
    const own = await attempt({ way: named('addInformation'), kind: 'theReporter', place: 'shared', about, bend });
    expect(own.by).toBe('views.open');
    expect(faultIn(own, 'let in', 'theReporter', reports, about)).toBeUndefined();
  });
});
