import type { ReportQuery } from '../../handling/list-reports.js';
import { type FilterName, filterNames } from '../../handling/report-filters.js';
import { defined } from '../../report/defined.js';
import { Rating } from '../../report/severity.js';
import { nearestWord } from './nearest-word.js';

/** What was typed after `/vuln list`. `typed` looks like a word of the table: it is refused rather than looked for. */
export type TypedList =
  | Readonly<{ kind: 'query'; query: ReportQuery }>
  | Readonly<{ kind: 'unknown'; typed: string; near: string }>;

/** First what to list and how severe, in any order; the rest is looked for. */
export function readListWords(args: readonly string[]): TypedList {
  const rest = [...args];
  let filter: FilterName | undefined;
  let severity: Rating | undefined;
  for (;;) {
    const word = rest[0]?.toLowerCase();
    const named = filter === undefined ? filterNames.find((name) => name === word) : undefined;
    const rated = severity === undefined ? Rating.options.find((rating) => rating === word) : undefined;
    if (named === undefined && rated === undefined) break;
    filter ??= named;
    severity ??= rated;
    rest.shift();
  }
  const [typed] = rest;
  const known = [...(filter === undefined ? filterNames : []), ...(severity === undefined ? Rating.options : [])];
  const near = typed === undefined ? undefined : nearestWord(typed, known);
  if (typed !== undefined && near !== undefined) return { kind: 'unknown', typed, near };
  return { kind: 'query', query: { filter: filter ?? 'open', ...defined({ severity }), words: rest.join(' ') } };
}
