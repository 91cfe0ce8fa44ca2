import type { WayIn } from './entries.js';
import { dueTo } from './judge.js';
import { type Kind, kindNames } from './matrix-people.js';
import { type Place, places } from './places.js';
import { stateNames } from './reports-in-every-state.js';

/** Somebody of a kind uses an entry, somewhere, about a report in some state. */
export type Cell = Readonly<{ way: string; kind: Kind; place: Place; state: string }>;

/** All there is for one entry. */
export function everyCell({ name }: WayIn): readonly Cell[] {
  return stateNames.flatMap((state) =>
    kindNames.flatMap((kind) => places.map((place) => ({ way: name, kind, place, state }))),
  );
}

/** Whether they are refused, whoever reported it. */
function isRefused({ right }: WayIn, kind: Kind): boolean {
  return (['theReporter', 'ownResponder', 'anotherReporter'] as const)
    .map((reporter) => dueTo(kind, right, { id: '' as never, key: '', state: '', reporter }))
    .every((due) => due === 'refused' || due === 'no_such');
}

/** Somebody of every kind who may be let in, with a report in every state. */
export function everyState(way: WayIn): readonly Cell[] {
  return everyCell(way).filter(({ kind, place }) => place === places[0] && !isRefused(way, kind));
}

/**
 * A part in which every two of way, kind, place and state meet. Those who may be let in share the states of each way by
 * turns. Others meet each way once, twice where everybody is let in. Where that leaves a choice, `turn` makes it.
 */
export function coveringCells(way: WayIn, turn: number): readonly Cell[] {
  const at = <T>(things: readonly T[], n: number) => things[n % things.length] as T;
  const sharing = kindNames.filter((kind) => !isRefused(way, kind));
  let made = turn;
  return kindNames.flatMap((kind, k) => {
    const rarely = way.right === 'anyone' ? 2 : isRefused(way, kind) ? 1 : undefined;
    const cells = Array.from({ length: rarely ?? stateNames.length }, (_, n): Cell => {
      made += 1;
      const state = rarely === undefined ? at(stateNames, n) : at(stateNames, made);
      return { way: way.name, kind, place: at(places, turn + k + n * (rarely === undefined ? 1 : 3)), state };
    });
    return rarely === undefined ? cells.filter((_, n) => (n + turn) % sharing.length === sharing.indexOf(kind)) : cells;
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
