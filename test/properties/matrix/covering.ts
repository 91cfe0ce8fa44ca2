import type { WayIn } from './entries.js';
import { dueTo } from './judge.js';
import { type Kind, kindNames } from './matrix-people.js';
import { type Place, places } from './places.js';
import { stateNames } from './reports-in-every-state.js';

/** Somebody of a kind takes a way in, somewhere, about a report in some state. */
export type Cell = Readonly<{ way: string; kind: Kind; place: Place; state: string }>;

/** All there is for one way in. */
export function everyCell({ name }: WayIn): readonly Cell[] {
  return stateNames.flatMap((state) =>
    kindNames.flatMap((kind) => places.map((place) => ({ way: name, kind, place, state }))),
  );
}

/** Places in which each kind is tried that is refused whatever the state, and states where everybody is let in. */
const timesEach = 2;

/**
 * A part in which every two of way, kind, place and state meet. Whoever may be let in, or is told that it is their own, meets
 * each way with every state (lead and responder by turns, where it changes nothing); the others meet each way in two places.
 * Where that leaves a choice, `turn` makes it.
 */
export function coveringCells(way: WayIn, turn: number): readonly Cell[] {
  const at = <T>(things: readonly T[], n: number) => things[n % things.length] as T;
  let made = turn;
  return kindNames.flatMap((kind, k) => {
    const dues = (['theReporter', 'ownResponder', 'anotherReporter'] as const).map((reporter) =>
      dueTo(kind, way.right, { id: '' as never, key: '', state: '', reporter }),
    );
    const onlyRefused = dues.every((due) => due === 'refused' || due === 'no_such');
    const rarely = onlyRefused || way.right === 'anyone';
    // Where nothing changes, the two who may do the same share the states.
    const shares = !way.changes && (kind === 'lead' || kind === 'responder');
    const cells = Array.from({ length: rarely ? timesEach : stateNames.length }, (_, n): Cell => {
      made += 1;
      const state = rarely ? at(stateNames, made) : at(stateNames, n);
      return { way: way.name, kind, place: at(places, turn + k + n * (rarely ? 3 : 1)), state };
    });
    return rarely || !shares ? cells : cells.filter((_, n) => (n + turn + k) % 2 === 0);
  });
}

const factors = ['way', 'kind', 'place', 'state'] as const;
export type Pairs = Readonly<{ met: number; all: number; missing: readonly string[] }>;

/** Counts which values of every two factors have met in these cells, and names those that have not. */
export function pairsMet(cells: readonly Cell[], ways: readonly string[]): Pairs {
  const values = { way: ways, kind: kindNames, place: places, state: stateNames };
  const met = new Set<string>();
  const key = (...pair: readonly string[]) => pair.join(' with ');
  const twos = factors.flatMap((one, n) => factors.slice(n + 1).map((other) => [one, other] as const));
  for (const cell of cells) for (const [one, other] of twos) met.add(key(one, cell[one], other, cell[other]));
  const all = twos.flatMap(([one, other]) =>
    values[one].flatMap((a) => values[other].map((b) => key(one, a, other, b))),
  );
  const missing = all.filter((pair) => !met.has(pair));
  return { met: all.length - missing.length, all: all.length, missing };
}
