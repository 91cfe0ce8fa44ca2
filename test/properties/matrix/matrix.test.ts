import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { replay } from '../../../src/report/evolve.js';
import { Status } from '../../../src/report/status.js';
import { actions } from '../../../src/slack/views/actions.js';
import { choices, inputs } from '../../../src/slack/views/inputs.js';
import { callbacks } from '../../../src/slack/views/surfaces.js';
import { drawAll, walk } from '../../slack/views/every-sample.js';
import { english } from '../../slack/views/surface-samples.js';
import { coveringCells, everyCell, everyState, pairsMet } from './covering.js';
import { everyWayIn, type WayIn } from './entries.js';
import { faultIn } from './judge.js';
import { type MatrixBot, startMatrixBot } from './matrix-bot.js';
import { kindNames, matrixWorld } from './matrix-people.js';
import { everyChoice } from './modal-entries.js';
import { formsThatAskMore } from './one-round-trip.js';
import { places } from './places.js';
import { finerStates, stateNames, states } from './reports-in-every-state.js';
import { askedAbout, tryWays } from './try-cells.js';
import { shortcutRows } from './who-may.js';

describe('what the matrix is made of', () => {
  it('has a row for every verb, button, modal and shortcut of the registries', () => {
    const ways = everyWayIn(matrixWorld());
    const of = (sort: string) => ways.filter((way) => way.sort === sort).length;
    expect(of('button')).toBe(Object.keys(actions).length + 1);
    expect(of('form')).toBeGreaterThanOrEqual(Object.keys(callbacks).length);
    expect(of('choice')).toBeGreaterThanOrEqual(Object.keys(choices).length);
    expect(new Set(ways.map(({ name }) => name)).size).toBe(ways.length);
    const { features } = parse(readFileSync('slack-manifest.yml', 'utf8'));
    const unknown = (features.shortcuts ?? []).filter((one: { callback_id: string }) => !shortcutRows[one.callback_id]);
    expect(unknown).toEqual([]);
  });

  it('knows every action and modal that a surface shows', () => {
    const ids: readonly string[] = [...Object.values(actions), ...Object.values(inputs), ...choices.metric];
    const modals: readonly string[] = Object.values(callbacks);
    const strange = drawAll(english).flatMap(({ what, shown }) => {
      const found: string[] = [];
      walk(shown, ({ action_id: action, callback_id: callback }) => {
        // Inputs of a product line have its place behind them.
        const known = (id: string) => ids.includes(id) || ids.includes(id.replace(/_\d+$/, ''));
        if (typeof action === 'string' && !known(action)) found.push(`${what}: ${action}`);
        if (typeof callback === 'string' && !modals.includes(callback)) found.push(`${what}: ${callback}`);
      });
      return found;
    });
    // What is found here is in no registry: add it to src/slack/views/ids.ts, and its row to test/properties/matrix/who-may.ts.
    expect(strange).toEqual([]);
  });

  it('knows every choice of which the bot hears at once', () => {
    const known: readonly string[] = Object.values(choices).flat();
    const heard = new Set<string>();
    for (const { shown } of drawAll(english))
      walk(shown, ({ type, dispatch_action: dispatches, element, elements }) => {
        if (type === 'input' && dispatches === true) heard.add((element as { action_id: string }).action_id);
        if (type === 'actions')
          for (const one of elements as { type: string; action_id: string }[])
            if (one.type !== 'button') heard.add(one.action_id);
      });
    // An input that dispatches and isn't in `choices` of src/slack/views/ids.ts has no route; one there that none shows, no sample.
    expect([...heard].toSorted()).toEqual([...known].toSorted());
  });

  it('notices a pair that is left out, whichever cell is', () => {
    const ways = everyWayIn(matrixWorld()).slice(0, 3);
    const names = ways.map(({ name }) => name);
    const cells = ways.flatMap(everyCell);
    expect(pairsMet(cells, names)).toMatchObject({ missing: [] });
    const left = cells.filter(({ way, kind }) => way !== names[1] || kind !== 'guest');
    expect(pairsMet(left, names).missing).toEqual([`way with ${names[1]} with kind with guest`]);
  });

  it('has a report in every status', () => {
    const without = Status.options.filter((status) => states[status] === undefined);
    // A status without a line has to be added to `states` in test/properties/matrix/reports-in-every-state.ts.
    expect(without).toEqual([]);
    expect(Object.keys(finerStates).length).toBeGreaterThan(0);
  });
});

describe('who may do what, where, and with a report in which state', () => {
  let matrix: MatrixBot;
  beforeAll(async () => {
    matrix = await startMatrixBot();
  }, 300_000);
  afterAll(async () => {
    await matrix?.stop();
  });

  test('the reports are stored in the states that they are named for', async () => {
    for (const { id, state } of matrix.reports) {
      const tracked = await matrix.store.reports.find(id);
      if (tracked === undefined) throw new Error('a report is not stored');
      expect({ id, status: replay(tracked.history).status }).toEqual({ id, status: state.split(',')[0] });
    }
    expect(matrix.reports.length).toBe(3 * stateNames.length);
  });

  test('everybody can do what they may, and nothing else: every entry with every kind of person, place and state, two by two', async () => {
    const ways = everyWayIn(matrix.bot.slack.world);
    const seed = Number(process.env.MATRIX_SEED ?? 20_260_922);
    const cellsOf = (way: WayIn) => coveringCells(way, seed + 5 * ways.indexOf(way));
    const began = performance.now();
    const { faults, cells, letIn, refused, compared } = await tryWays(matrix, ways, cellsOf, everyState);
    const pairs = pairsMet(
      cells,
      ways.map(({ name }) => name),
    );
    const all = ways.length * kindNames.length * places.length * stateNames.length;
    console.log(
      `matrix, MATRIX_SEED=${seed}: ${ways.length} entries, ${kindNames.length} kinds of people, ${places.length} places, ${stateNames.length} states of a report. ` +
        `${cells.length} of ${all} cells in ${((performance.now() - began) / 1000).toFixed(1)} s: ${letIn} let in, ${refused} refused, ${compared} of these answered as for an id that does not exist. ` +
        `${pairs.met} of ${pairs.all} pairs`,
    );
    expect(faults.slice(0, 40)).toEqual([]);
    expect(pairs.missing.slice(0, 10)).toEqual([]);
    expect(Math.min(letIn, refused, compared)).toBeGreaterThan(cells.length / 10);
  }, 900_000);

  test('before whoever sends a form about a report is answered, it is read once and written once at most', async () => {
    expect(await formsThatAskMore(matrix, 1)).toEqual([]);
  }, 120_000);

  test('whatever is chosen in a form, the bot hears of it and lets no outsider', async () => {
    const { attempt, bot, reports } = matrix;
    const all = everyChoice(bot.slack.world);
    expect(all.length).toBe(Object.values(choices).flat().length);
    const { id } = askedAbout(reports, 'outsider', 'received');
    const faults = await Promise.all(
      all.map(async (way) => {
        const answer = await attempt({ way, kind: 'outsider', place: 'home', about: id });
        return faultIn(answer, 'refused', 'outsider', reports, id);
      }),
    );
    expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
  }, 120_000);
});
