import type { TrackedReport } from '../../handling/ports.js';
import { Refusal } from '../../report/refusal.js';
import { type ReportId, readReportId } from '../../report/report-id.js';
import type { Pressed, Typed } from '../asking.js';
import type { DeskParts } from '../desk-parts.js';
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

/** The report whose button was pressed. @throws Refusal */
export async function pressedReport({ reports }: DeskParts, { id }: Pressed): Promise<TrackedReport> {
  const tracked = id === undefined ? undefined : await reports.find(id);
  if (tracked === undefined) throw new Refusal('no_such_report', { id: id ?? '' });
  return tracked;
}
