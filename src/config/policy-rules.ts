import { at, DateText, listAt, TimeText } from './calendar.js';
import type { ConfigFault } from './config-error.js';
import { rungPlace } from './policy-schema.js';
import type { Path, Yaml } from './yaml.js';

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
  once(listAt(value, ['calendar', 'weekdays']), (i, day) =>
    add(['calendar', 'weekdays', i], `names ${day} twice: name it once.`),
  );
  once(listAt(value, ['leads']), (i, lead) => add(['leads', i], `names ${lead} twice: name each lead once.`));
  const versions = listAt(value, ['versions']).map((line) => at(line, ['name']));
  once(versions, (i, name) => add(['versions', i, 'name'], `repeats ${name}: list each version once.`));
  ladderFaults(listAt(value, ['ladder']), at(value, ['ladder']) === undefined, add);
  rotaFaults(listAt(value, ['rota']), add);
  return faults;
}

function ladderFaults(ladder: readonly unknown[], missing: boolean, add: (path: Path, what: string) => void): void {
  const places = ladder.map((rung) => rungPlace(at(rung, ['at'])));
  once(
    places.map((place) => place && JSON.stringify(place)),
    (i) => add(['ladder', i, 'at'], 'is on the ladder twice: keep one of them.'),
  );
  for (const [i, rung] of ladder.entries())
    once(listAt(rung, ['tell']), (j, who) => add(['ladder', i, 'tell', j], `names ${who} twice: name it once.`));
  if (missing) return;
  if (!places.some((place) => place?.kind === 'at_deadline'))
    add(['ladder'], 'has no rung at "deadline": add one. Otherwise nobody is reminded when a deadline is missed.');
  if (!places.some((place) => place?.kind === 'each_working_day_after'))
    add(['ladder'], 'has no rung "each working day after": add one. Otherwise a missed deadline is forgotten.');
}

function rotaFaults(rota: readonly unknown[], add: (path: Path, what: string) => void): void {
  const froms = rota.map((turn) => DateText.safeParse(at(turn, ['from'])).data);
  for (const [i, turn] of rota.entries()) {
    const [from, before] = [froms[i], froms[i - 1]];
    if (from !== undefined && before !== undefined && from <= before)
      add(
        ['rota', i, 'from'],
        `is ${from}, which is not after the turn before it (${before}): sort the turns by date.`,
      );
    const deputy = at(turn, ['deputy']);
    if (deputy !== undefined && deputy === at(turn, ['responder']))
      add(['rota', i, 'deputy'], 'is the same person as the responder: name somebody else, or nobody.');
  }
}

function once(list: readonly unknown[], add: (i: number, value: string) => void): void {
  for (const [i, value] of list.entries()) if (typeof value === 'string' && list.indexOf(value) < i) add(i, value);
}
