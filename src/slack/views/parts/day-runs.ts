import type { ExplainedDay } from '../../../deadline/explain.js';
import type { Language } from '../../../report/form.js';

/** Days in a row that count, or do not, for the same reason. `name` is in the reader's language. */
export type DayRun = Readonly<{
  first: string;
  last: string;
  counted: boolean;
  why: ExplainedDay['why'];
  name?: string;
}>;

/**
 * The days of an explanation, skipped ones run together: a weekend is one run, and a weekend inside a holiday belongs to
 * the holiday. Counted days stand alone.
 */
export function dayRuns(days: readonly ExplainedDay[], language: Language): readonly DayRun[] {
  const runs: DayRun[] = [];
  for (const [i, day] of days.entries()) {
    const run = runOf(insideHoliday(days, i) ?? day, day.date, language);
    const last = runs.at(-1);
    const goesOn = last !== undefined && !run.counted && last.why === run.why && last.name === run.name;
    if (goesOn) runs[runs.length - 1] = { ...last, last: run.last };
    else runs.push(run);
  }
  return runs;
}

function runOf({ counted, why, name }: ExplainedDay, date: string, language: Language): DayRun {
  return { first: date, last: date, counted, why, ...(name === undefined ? {} : { name: name[language] }) };
}

/** The holiday that a weekend day lies within: the same one stands on both sides of the weekend. */
function insideHoliday(days: readonly ExplainedDay[], at: number): ExplainedDay | undefined {
  if (days[at]?.why !== 'weekend') return undefined;
  const before = days.slice(0, at).findLast(({ why }) => why !== 'weekend');
  const after = days.slice(at).find(({ why }) => why !== 'weekend');
  const same = before?.why === 'holiday' && after?.why === 'holiday' && before.name?.en === after.name?.en;
  return same ? before : undefined;
}
