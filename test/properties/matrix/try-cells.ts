import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import type { Cell } from './covering.js';
import type { WayIn } from './entries.js';
import { type Due, dueTo, faultIn, sameForAnyId } from './judge.js';
import type { MatrixBot } from './matrix-bot.js';
import type { Kind } from './matrix-people.js';
import { oneAtATime } from './one-at-a-time.js';
import type { Place } from './places.js';
import type { StoredReport } from './reports-in-every-state.js';

/** An id like any other, that no report has. */
const missing = 'VR-0000-0000';

export type Tried = Readonly<{
  faults: readonly string[];
  /** How many documents they changed. */
  changed: number;
  /** Every cell that was judged. */
  cells: readonly Cell[];
  letIn: number;
  refused: number;
  /** Refused cells whose answer was compared with the one for an id that does not exist. */
  compared: number;
}>;

/** The report that somebody of this kind asks about: the one of the first reporter, or their own. */
export function askedAbout(reports: readonly StoredReport[], kind: Kind, state: string): StoredReport {
  const reporter = kind === 'ownResponder' ? 'ownResponder' : 'theReporter';
  const found = reports.find((report) => report.reporter === reporter && report.state === state);
  if (found === undefined) throw new Error(`no report is ${state}`);
  return found;
}

/**
 * Tries one entry, in all of these cells: first whoever is refused, then whoever is let in. What the refused ones leave
 * behind is looked for before anybody is let in; what is changed after that is put back at once.
 */
export async function tryWay(matrix: MatrixBot, way: WayIn, cells: readonly Cell[]): Promise<Tried> {
  const { attempt, bot, reports } = matrix;
  const before = await matrix.documents();
  const faults: string[] = [];
  const judged: Cell[] = [];
  const counted = { letIn: 0, refused: 0, compared: 0 };
  const asked = ({ kind, state }: Cell) => askedAbout(reports, kind, state);
  const dueIn = (cell: Cell) => dueTo(cell.kind, way.right, asked(cell));
  const dueAs = (...dues: readonly Due[]) => cells.filter((cell) => dues.includes(dueIn(cell)));
  const from = bot.slack.requests.length;

  const unknown = new Map<string, Promise<string>>();
  const answerForMissing = (kind: Kind, place: Place, due: Due): Promise<string> => {
    const key = `${kind} ${place}`;
    const asking = unknown.get(key) ?? attempt({ way, kind, place, about: missing }).then(sameFor(due, missing));
    unknown.set(key, asking);
    return asking;
  };

  const judge = async (cell: Cell) => {
    const { kind, place, state } = cell;
    const { id } = asked(cell);
    const due = dueIn(cell);
    const fault = (what: string) => faults.push(`${way.name}, ${kind}, ${place}, ${state}: ${kind} ${what}`);
    const answer = await attempt({ way, kind, place, about: id });
    const wrong = faultIn(answer, due, kind, reports, id);
    if (wrong !== undefined) fault(wrong);
    judged.push(cell);
    if (due === 'let in') counted.letIn += 1;
    else counted.refused += 1;
    if (due !== 'refused' && due !== 'no_such') return;
    counted.compared += 1;
    if (sameFor(due, id)(answer) !== (await answerForMissing(kind, place, due)))
      fault('is answered otherwise for an id that exists');
  };
  const judgeAll = (some: readonly Cell[]) => Promise.all(some.map(judge));
  const unchanged = async (who: string) => {
    const now = await matrix.documents();
    for (const [id, document] of before)
      if (now.get(id) !== document) faults.push(`${way.name}: ${who}, and yet ${id} changed`);
  };

  await judgeAll(dueAs('refused'));
  await bot.quiet();
  const posts = matrix.postsSince(from);
  if (posts.length > 0) faults.push(`${way.name}: somebody was refused, and yet: ${posts.slice(0, 5).join(', ')}`);
  await judgeAll(dueAs('own', 'no_such'));
  await bot.quiet();
  // A press of the team's on a spare copy of a card takes that copy away, whatever else comes of it.
  const tidied = matrix.postsSince(from).filter((post) => post !== `chat.delete to ${sandbox.securityChannel}`);
  if (tidied.length > 0) faults.push(`${way.name}: the team was refused, and yet: ${tidied.slice(0, 5).join(', ')}`);
  await unchanged('somebody was refused');

  if (!way.changes) {
    await judgeAll(dueAs('let in'));
    await bot.quiet();
    await unchanged('it only reads');
    return { faults, changed: 0, cells: judged, ...counted };
  }
  const alone = oneAtATime();
  const changedBy = async (id: string): Promise<readonly string[]> => {
    if (!way.others) return (await matrix.document(id)) === before.get(id) ? [] : [id];
    const now = await matrix.documents();
    return [...before.keys()].filter((one) => now.get(one) !== before.get(one));
  };
  let changed = 0;
  await Promise.all(
    dueAs('let in').map((cell) => {
      const { id } = asked(cell);
      return alone(way.others ? 'all' : id, async () => {
        await judge(cell);
        const ids = await changedBy(id);
        changed += ids.length;
        await Promise.all(ids.map(matrix.restore));
      });
    }),
  );
  await bot.quiet();
  await unchanged('what was changed was put back');
  return { faults, changed, cells: judged, ...counted };
}

const sameFor = (due: Due, id: string) => (answer: Parameters<typeof sameForAnyId>[0]) => sameForAnyId(answer, due, id);

/** Several entries after each other, all told. Where these cells change nothing, and should, those of `otherwise` are tried. */
export async function tryWays(
  matrix: MatrixBot,
  ways: readonly WayIn[],
  cellsOf: (way: WayIn) => readonly Cell[],
  otherwise: (way: WayIn) => readonly Cell[] = () => [],
): Promise<Tried> {
  const all = { faults: [] as string[], changed: 0, cells: [] as Cell[], letIn: 0, refused: 0, compared: 0 };
  for (const way of ways) {
    let changed = 0;
    for (const some of [cellsOf(way), otherwise(way)]) {
      if (changed > 0 || some.length === 0) continue;
      const tried = await tryWay(matrix, way, some);
      changed = way.changes ? tried.changed : 1;
      all.faults.push(...tried.faults);
      all.cells.push(...tried.cells);
      all.changed += tried.changed;
      all.letIn += tried.letIn;
      all.refused += tried.refused;
      all.compared += tried.compared;
    }
    if (changed === 0) all.faults.push(`${way.name}: changed nothing, whoever did it and in whatever state`);
  }
  return all;
}
