import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { replay } from '../../src/report/evolve.js';
import { Status } from '../../src/report/report.js';
import { sandbox } from '../../src/sandbox/sandbox-world.js';
import { actions, callbacks, inputs } from '../../src/slack/ids.js';
import { drawAll, walk } from '../slack/every-sample.js';
import { english } from '../slack/surface-samples.js';
import { type Due, dueTo, faultIn, sameForAnyId } from './judge.js';
import { type MatrixDesk, startMatrixDesk } from './matrix-desk.js';
import { type Kind, kindNames, matrixWorld } from './matrix-people.js';
import { oneAtATime } from './one-at-a-time.js';
import { places } from './places.js';
import { finerStates, type StoredReport, stateNames, states } from './reports-in-every-state.js';
import { everyWayIn, type WayIn } from './ways-in.js';
import { shortcutRows } from './who-may.js';

/** An id like any other, that no report has. */
const missing = 'VR-0000-0000';

describe('what the matrix is made of', () => {
  it('has a row for every verb, button, modal and shortcut of the registries', () => {
    const ways = everyWayIn(matrixWorld());
    const of = (sort: string) => ways.filter((way) => way.sort === sort).length;
    expect(of('button')).toBe(Object.keys(actions).length + 1);
    expect(of('form')).toBeGreaterThanOrEqual(Object.keys(callbacks).length);
    const { features } = parse(readFileSync('slack-manifest.yml', 'utf8'));
    const unknown = (features.shortcuts ?? []).filter((one: { callback_id: string }) => !shortcutRows[one.callback_id]);
    expect(unknown).toEqual([]);
  });

  it('knows every action and modal that a surface shows', () => {
    const ids: readonly string[] = [...Object.values(actions).map(({ id }) => id), ...Object.values(inputs)];
    const modals: readonly string[] = Object.values(callbacks);
    const strange = drawAll(english).flatMap(({ what, shown }) => {
      const found: string[] = [];
      walk(shown, ({ action_id: action, callback_id: callback }) => {
        if (typeof action === 'string' && !ids.includes(action)) found.push(`${what}: ${action}`);
        if (typeof callback === 'string' && !modals.includes(callback)) found.push(`${what}: ${callback}`);
      });
      return found;
    });
    // What is found here is in no registry: add it to src/slack/ids.ts, and its row to test/matrix/who-may.ts.
    expect(strange).toEqual([]);
  });

  it('has a report in every status', () => {
    const without = Status.options.filter((status) => states[status] === undefined);
    // A status without a line has to be added to `states` in test/matrix/reports-in-every-state.ts.
    expect(without).toEqual([]);
    expect(Object.keys(finerStates).length).toBeGreaterThan(0);
  });
});

describe('who may do what, where, and with a report in which state', () => {
  let matrix: MatrixDesk;
  beforeAll(async () => {
    matrix = await startMatrixDesk();
  });
  afterAll(async () => {
    await matrix?.stop();
  });

  /** The report that somebody of this kind asks about: the one of the first reporter, or their own. */
  const asksAbout = (kind: Kind, state: string): StoredReport => {
    const reporter = kind === 'ownResponder' ? 'ownResponder' : 'theReporter';
    const found = matrix.reports.find((report) => report.reporter === reporter && report.state === state);
    if (found === undefined) throw new Error(`no report is ${state}`);
    return found;
  };

  test('everybody can do what is theirs, and nothing else', async () => {
    const { attempt, reports, desk, store } = matrix;
    for (const { id, state } of reports) {
      const tracked = await store.reports.find(id);
      if (tracked === undefined) throw new Error('a report is not stored');
      expect({ id, status: replay(tracked.history).status }).toEqual({ id, status: state.split(',')[0] });
    }
    const ways = everyWayIn(desk.slack.world);
    const before = await matrix.documents();
    const faults: string[] = [];
    const counted = { cells: 0, letIn: 0, refused: 0, compared: 0 };
    const changedBy = new Set<string>();
    const alone = oneAtATime();

    const cell = async (way: WayIn, kind: Kind, place: (typeof places)[number], state: string, unknown: string) => {
      const report = asksAbout(kind, state);
      const due = dueTo(kind, way.right, report);
      const fault = (what: string) => faults.push(`${way.name}, ${kind}, ${place}, ${state}: ${kind} ${what}`);
      const answer = await attempt({ way, kind, place, about: report.id });
      const wrong = faultIn(answer, due, kind, reports, report.id);
      if (wrong !== undefined) fault(wrong);
      counted.cells += 1;
      if (due === 'let in') counted.letIn += 1;
      else counted.refused += 1;
      if (due !== 'refused' && due !== 'no_such') return;
      counted.compared += 1;
      if (sameForAnyId(answer, due, report.id) !== unknown) fault('is answered otherwise for an id that exists');
    };

    for (const way of ways) {
      const from = desk.slack.requests.length;
      const expected = new Map<string, string>();
      const everywhere = kindNames.flatMap((kind) => places.map((place) => ({ kind, place })));
      const key = (kind: Kind, place: string) => `${kind} ${place}`;
      const dueHere = (kind: Kind, state: string) => dueTo(kind, way.right, asksAbout(kind, state));
      await Promise.all(
        everywhere.map(async ({ kind, place }) => {
          const due = dueTo(kind, way.right, undefined);
          if (due !== 'refused' && due !== 'no_such') return;
          const answer = await attempt({ way, kind, place, about: missing });
          expected.set(key(kind, place), sameForAnyId(answer, due, missing));
        }),
      );
      const cells = stateNames.flatMap((state) => everywhere.map((where) => ({ ...where, state })));
      const run = (some: typeof cells) =>
        Promise.all(
          some.map(({ kind, place, state }) => cell(way, kind, place, state, expected.get(key(kind, place)) ?? '')),
        );
      const dueAs = (...dues: readonly Due[]) => cells.filter(({ kind, state }) => dues.includes(dueHere(kind, state)));
      const letIn = dueAs('let in');
      await run(dueAs('refused'));
      await desk.quiet();
      const posts = matrix.postsSince(from);
      if (posts.length > 0) faults.push(`${way.name}: somebody was refused, and yet: ${posts.slice(0, 5).join(', ')}`);
      await run(dueAs('own', 'no_such'));
      await desk.quiet();
      // A press of the team's on a spare copy of a card takes that copy away, whatever else comes of it.
      const tidied = matrix.postsSince(from).filter((post) => post !== `chat.delete to ${sandbox.securityDesk}`);
      if (tidied.length > 0)
        faults.push(`${way.name}: the team was refused, and yet: ${tidied.slice(0, 5).join(', ')}`);
      const after = await matrix.documents();
      for (const [id, document] of before)
        if (after.get(id) !== document) faults.push(`${way.name}: somebody was refused, and yet ${id} changed`);

      if (!way.changes) {
        await run(letIn);
        await desk.quiet();
        const read = await matrix.documents();
        for (const [id, document] of before)
          if (read.get(id) !== document) faults.push(`${way.name}: only reads, and yet ${id} changed`);
        continue;
      }
      await Promise.all(
        letIn.map(({ kind, place, state }) =>
          alone(asksAbout(kind, state).id, async () => {
            const { id } = asksAbout(kind, state);
            await cell(way, kind, place, state, '');
            const now = await matrix.documents();
            if (now.get(id) === before.get(id)) return;
            changedBy.add(way.name);
            await matrix.restore(id);
          }),
        ),
      );
      await desk.quiet();
      if (!changedBy.has(way.name)) faults.push(`${way.name}: changed nothing, whoever did it and in whatever state`);
    }

    console.log(
      `matrix: ${ways.length} ways in × ${kindNames.length} kinds of people × ${places.length} places × ${stateNames.length} states of a report = ` +
        `${counted.cells} cells: ${counted.letIn} let in, ${counted.refused} refused, ${counted.compared} of these answered as for an id that does not exist`,
    );
    expect(faults.slice(0, 40)).toEqual([]);
    expect(counted.cells).toBe(ways.length * kindNames.length * places.length * stateNames.length);
    expect(Math.min(counted.letIn, counted.refused, counted.compared)).toBeGreaterThan(counted.cells / 10);
  }, 600_000);
});
