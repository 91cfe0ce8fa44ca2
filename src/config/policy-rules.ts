import { policyDuties } from '../report/duty.js';
import { DateText, TimeText, weekdayNumber } from './calendar-schema.js';
import type { ConfigFault } from './config-error.js';
import { rungPlace } from './ladder-schema.js';
import { mostVersions } from './product-schema.js';
import { termKinds } from './term-schema.js';
import { at, listAt, type Path, type Yaml } from './yaml.js';

/** Faults that only show when several keys are read together. */
export function contradictions(yaml: Yaml): ConfigFault[] {
  const { value } = yaml;
  const faults: ConfigFault[] = [];
  const add = (path: Path, what: string) => faults.push(yaml.fault(path, what));
  for (const section of ['calendar', 'personHours']) {
    const open = TimeText.safeParse(at(value, [section, 'open'])).data;
    const close = TimeText.safeParse(at(value, [section, 'close'])).data;
    if (open !== undefined && close !== undefined && close <= open)
      add([section, 'close'], `is ${close}, which is not after ${open}: close later on the same day.`);
  }
  const hasDays = at(value, ['calendar', 'days']) !== undefined;
  const hasUntil = at(value, ['calendar', 'coversUntil']) !== undefined;
  if (hasDays && hasUntil)
    add(['calendar', 'coversUntil'], 'is already set in the file that days names: remove it here.');
  if (!hasDays && !hasUntil && at(value, ['calendar']) !== undefined)
    add(['calendar'], 'does not say how long its holidays are known: add days (a file in calendars/) or coversUntil.');
  weekFaults(value, ['calendar'], add);
  const laterWeeks = listAt(value, ['calendar', 'laterWeeks']);
  for (const i of laterWeeks.keys()) weekFaults(value, ['calendar', 'laterWeeks', i], add);
  inOrder(laterWeeks, (i, what) => add(['calendar', 'laterWeeks', i, 'from'], what));
  termFaults(value, add);
  once(listAt(value, ['leads']), (i, lead) => add(['leads', i], `names ${lead} twice: name each lead once.`));
  productFaults(value, add);
  for (const path of [['ladder'], ...policyDuties.map((duty) => ['duties', duty, 'ladder'])])
    ladderFaults(value, path, add);
  dutyFaults(value, add);
  rotaFaults(listAt(value, ['rota']), at(value, ['rotation']) !== undefined, add);
  once(listAt(value, ['rotation', 'people']), (i, who) =>
    add(['rotation', 'people', i], `names ${who} twice: name each person once.`),
  );
  return faults;
}

function productFaults(value: unknown, add: (path: Path, what: string) => void): void {
  const products = at(value, ['products']);
  const versions = at(value, ['versions']);
  if (products !== undefined && versions !== undefined)
    add(['versions'], 'belongs to a product, since there are products: move it there.');
  if (products === undefined && versions === undefined && typeof value === 'object')
    add([], 'has no products: add products, each with name and versions.');
  const lists: Path[] = [['versions'], ...listAt(value, ['products']).map((_, i): Path => ['products', i, 'versions'])];
  for (const list of lists) {
    const names = listAt(value, list).map((line) => at(line, ['name']));
    once(names, (i, name) => add([...list, i, 'name'], `repeats ${name}: list each version once.`));
  }
  const named = listAt(value, ['products']).map((product) => at(product, ['name']));
  once(named, (i, name) => add(['products', i, 'name'], `repeats ${name}: name each product once.`));
  const all = lists.flatMap((list) => listAt(value, list));
  if (lists.length > 2 && all.length > mostVersions)
    add(['products'], `have ${all.length} versions in all: a Slack list has at most ${mostVersions}.`);
}

function ladderFaults(value: unknown, path: Path, add: (path: Path, what: string) => void): void {
  const ladder = listAt(value, path);
  const places = ladder.map((rung) => rungPlace(at(rung, ['at'])));
  once(
    places.map((place) => place && JSON.stringify('gaps' in place ? { kind: place.kind } : place)),
    (i) => add([...path, i, 'at'], 'is on the ladder twice: keep one of them.'),
  );
  for (const [i, rung] of ladder.entries())
    once(listAt(rung, ['tell']), (j, who) => add([...path, i, 'tell', j], `names ${who} twice: name it once.`));
  if (at(value, path) === undefined) return;
  if (!places.some((place) => place?.kind === 'at_deadline'))
    add(path, 'has no rung at "deadline": add one. Otherwise nobody is reminded when a deadline is missed.');
  if (!places.some((place) => place?.kind === 'each_working_day_after'))
    add(
      path,
      'has no rung "each working day after" or "1, 2, 4 working days after": add one. Otherwise a missed deadline is forgotten.',
    );
}

/** Reporters are reminded politely, and seldom. */
const mostReporterRungs = 3;

function dutyFaults(value: unknown, add: (path: Path, what: string) => void): void {
  const answer = ['duties', 'answer', 'ladder'];
  const toReporter = listAt(value, answer).filter((rung) => listAt(rung, ['tell']).includes('reporter'));
  if (toReporter.length > mostReporterRungs)
    add(answer, `reminds the reporter ${toReporter.length} times: ${mostReporterRungs} times at most.`);
  if (toReporter.some((rung) => rungPlace(at(rung, ['at']))?.kind === 'each_working_day_after'))
    add(answer, 'would remind the reporter without end: name them only on rungs before the deadline or at it.');
  if (typeof at(value, ['duties', 'answer']) === 'object' && at(value, answer) === undefined)
    add(
      ['duties', 'answer'],
      'has no ladder: add one that says when the reporter is reminded, and who is told if they do not answer.',
    );
  for (const duty of ['fix', 'stale']) {
    const typed = at(value, ['duties', duty]);
    if (typeof typed === 'object' && !Object.keys(typed ?? {}).some((key) => key !== 'ladder'))
      add(['duties', duty], 'has no term for any severity: add one, for example critical: { calendarDays: 7 }.');
  }
}

function rotaFaults(rota: readonly unknown[], rotates: boolean, add: (path: Path, what: string) => void): void {
  inOrder(rota, (i, what) => add(['rota', i, 'from'], what));
  for (const [i, turn] of rota.entries()) {
    const deputy = at(turn, ['deputy']);
    const [from, to] = ['from', 'to'].map((key) => DateText.safeParse(at(turn, [key])).data);
    if (from !== undefined && to !== undefined && to < from)
      add(['rota', i, 'to'], `is ${to}, which is before ${from}: give the last day of the turn.`);
    if (rotates && at(turn, ['to']) === undefined)
      add(['rota', i], 'has no to, so the rotation would never go on: add the last day of the turn.');
    if (deputy !== undefined && deputy === at(turn, ['responder']))
      add(['rota', i, 'deputy'], 'is the same person as the responder: name somebody else, or nobody.');
  }
}

function weekFaults(value: unknown, week: Path, add: (path: Path, what: string) => void): void {
  const weekdays = listAt(value, [...week, 'weekdays']);
  once(weekdays, (i, day) => add([...week, 'weekdays', i], `names ${day} twice: name it once.`));
  for (const day of Object.keys(at(value, [...week, 'hours']) ?? {}))
    if (weekdays.length > 0 && !weekdays.includes(day) && weekdayNumber(day) > 0)
      add([...week, 'hours', day], 'has hours, but is not one of weekdays: add it there, or remove its hours.');
}

/** A decision can't be due before the first answer. Only terms of the same kind can be compared without a date. */
function termFaults(value: unknown, add: (path: Path, what: string) => void): void {
  for (const kind of termKinds) {
    const [answer, decision] = ['acknowledge', 'decide'].map((duty) => at(value, ['duties', duty, kind]));
    if (typeof answer === 'number' && typeof decision === 'number' && decision < answer)
      add(
        ['duties', 'decide', kind],
        `is ${decision}, less than the ${answer} of acknowledge: a decision can't be due before the first answer.`,
      );
  }
}

/** Entries with a date from which they hold. */
function inOrder(list: readonly unknown[], add: (i: number, what: string) => void): void {
  const froms = list.map((one) => DateText.safeParse(at(one, ['from'])).data);
  for (const [i, from] of froms.entries()) {
    const before = froms[i - 1];
    if (from !== undefined && before !== undefined && from <= before)
      add(i, `is ${from}, which is not after the one before it (${before}): sort them by date.`);
  }
}

function once(list: readonly unknown[], add: (i: number, value: string) => void): void {
  for (const [i, value] of list.entries()) if (typeof value === 'string' && list.indexOf(value) < i) add(i, value);
}
