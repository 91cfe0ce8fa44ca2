import { type ReportId, readReportId } from '../../report/report-id.js';
import type { Typed } from '../asking.js';
import { show } from '../surfaces.js';
import type { VerbName } from '../verbs.js';

/** The id typed after a verb; when there is none, the person is told how it is typed. */
export async function idFrom({ args, answer, language }: Typed, verb: VerbName): Promise<ReportId | undefined> {
  const [typed] = args;
  const id = typed === undefined ? undefined : readReportId(typed);
  if (id === undefined) {
    const problem = typed === undefined ? 'id_missing' : 'id_unreadable';
    await answer(show('usageNote', { verb, problem }, language));
  }
  return id;
}
