import type { TrackedReport } from '../handling/tracked-report.js';
import { defined } from '../report/defined.js';
import type { ReportDocument } from './report-schema.js';

type TrackedPart = Pick<
  ReportDocument,
  | 'version'
  | 'duties'
  | 'card'
  | 'said'
  | 'noticesFrom'
  | 'uncertain'
  | 'maybeSaid'
  | 'lease'
  | 'beforeConfirm'
  | 'rested'
  | 'restedUnder'
  | 'restedVersion'
>;

/** The clear fields of a tracked report. */
export function trackedPart(clear: TrackedPart): Omit<TrackedReport, 'report' | 'history'> {
  const {
    version,
    duties,
    card,
    said: { announced, ...cursor },
    noticesFrom,
    uncertain,
    maybeSaid: maybePosted,
    lease,
    beforeConfirm,
    rested,
    restedUnder,
    restedVersion,
  } = clear;
  const held = lease !== undefined && lease.until.getTime() > Date.now() ? { held: true as const } : {};
  return {
    version,
    duties,
    ...defined({ card }),
    cursor: { ...cursor, ...defined({ announced }) },
    noticesFrom,
    uncertain,
    ...defined({ maybePosted, restedUnder, restedVersion: rested?.version ?? restedVersion }),
    ...held,
    ...defined({ beforeConfirm }),
  };
}
