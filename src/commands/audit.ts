import { readStoreConfig } from '../config/store-config.js';
import { isoIn } from '../deadline/read-moment.js';
import type { AuditActor, FoundEntry } from '../handling/audit.js';
import type { Erased } from '../handling/erasure.js';
import type { TrackedReport } from '../handling/tracked-report.js';
import type { ReportEvent } from '../report/events.js';
import type { Person } from '../report/person.js';
import { readReportId } from '../report/report-id.js';
import { noteByOperator } from './audit-operator.js';
import { BadInput, type ExitCode, type Terminal } from './terminal.js';
import { unlessUnreadable } from './unreadable-report.js';
import { withStore } from './with-store.js';

/** One line: when, what, and who. No word of the report. */
type Line = Readonly<{ at: Date; deed: string; what: string; by: string; code?: string; times?: number }>;

/**
 * Prints who opened, changed or exported a report and who was refused, the oldest first. Changes come from the report's own
 * history. Reading the trail is noted in it too. Ends with 1 where an entry can't be opened or is missing.
 * @throws BadInput for an invalid id or one that nothing is known about, ConfigFaults, CannotRun
 */
export async function audit(typed: string, { json }: { json?: boolean }, terminal: Terminal): Promise<ExitCode> {
  const id = readReportId(typed);
  if (id === undefined) throw new BadInput(`"${typed}" is not a report id. An id looks like VR-7K2Q-9FDX.`);
  const config = readStoreConfig(terminal.env, terminal.files);
  const { lines, missing } = await withStore(config, terminal, async ({ reports, audit: trail, erasures }) => {
    const [tracked, found, erased] = await Promise.all([
      unlessUnreadable(id, () => reports.find(id)),
      trail.about(id),
      erasures.find(id),
    ]);
    if (tracked === undefined && erased === undefined && found.length === 0)
      throw new BadInput(`There is no report ${id} in the database "${config.store.database}". Check the id.`);
    await noteByOperator(trail, { at: terminal.clock(), deed: 'read_trail', what: 'audit', about: id });
    return { lines: trailOf(tracked, erased, found), missing: await trail.missing() };
  });
  terminal.out(json ? JSON.stringify({ id, missing, lines }) : lines.map(formatted).join('\n'));
  if (missing > 0)
    terminal.err(
      `${missing} ${missing === 1 ? 'entry is' : 'entries are'} missing in the trail of all reports. See the log for "audit entry lost".`,
    );
  return missing > 0 || lines.some(({ deed }) => deed === 'unreadable') ? 1 : 0;
}

/** Who did something, where that went with the report. */
const nobody = '-';

function trailOf(tracked: TrackedReport | undefined, erased: Erased | undefined, found: readonly FoundEntry[]): Line[] {
  const changes =
    tracked?.history.map(changeIn) ??
    (erased?.events ?? []).map(({ at, type }) => ({ at, deed: 'changed', what: type, by: nobody }));
  return [...changes, ...found.map(entryIn)].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function changeIn({ at, type, by }: ReportEvent): Line {
  return { at, deed: 'changed', what: type, by: by.kind === 'clock' ? 'Vulndesk' : named(by.person) };
}

function entryIn({ at, entry }: FoundEntry): Line {
  if (typeof entry === 'string') return { at, deed: 'unreadable', what: entry, by: '?' };
  const { deed, what, by, code, times } = entry;
  return { at, deed, what, by: whoIs(by), ...(code && { code }), ...(times && { times }) };
}

function whoIs(by: AuditActor): string {
  if (by.kind === 'operator') return `operator ${by.login}`;
  if (by.kind === 'erased') return nobody;
  return by.kind === 'team' ? named(by.person) : `${named(by.person)}, not on the team`;
}

const named = ({ name, team, user }: Person) => `${name} (${team}/${user})`;

function formatted({ at, deed, what, by, code, times }: Line): string {
  const more = [code, times === undefined ? undefined : `${times} times`].filter((one) => one !== undefined);
  const after = more.length === 0 ? '' : `  ${more.join(', ')}`;
  return `${isoIn(at, 'UTC')}  ${deed.padEnd(10)}  ${what.padEnd(22)}  ${by}${after}`;
}
