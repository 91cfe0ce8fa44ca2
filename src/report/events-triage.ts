import { z } from 'zod';
import { AffectedLine } from './affected-line.js';
import { CweId } from './cwe.js';
import { byActor, byPerson } from './event-base.js';
import { DeclineReason } from './report.js';
import { ReportId } from './report-id.js';
import { Severity } from './severity.js';

/** It is a vulnerability of this severity, in these product lines. A second one corrects the first. */
const ReportAccepted = z.object({
  type: z.literal('ReportAccepted'),
  ...byPerson,
  severity: Severity,
  lines: z.array(AffectedLine),
  cwes: z.array(CweId).optional(),
});
/** `asksForPublicBug`: the reporter is asked whether it may become a public bug. */
const ReportDeclined = z.object({
  type: z.literal('ReportDeclined'),
  ...byPerson,
  reason: DeclineReason,
  asksForPublicBug: z.boolean(),
});
const PublicBugAgreed = z.object({ type: z.literal('PublicBugAgreed'), ...byPerson });
const MarkedDuplicate = z.object({ type: z.literal('MarkedDuplicate'), ...byPerson, of: ReportId });
/** Another report is a duplicate of this one. */
const DuplicateNoted = z.object({ type: z.literal('DuplicateNoted'), ...byPerson, duplicate: ReportId });
/** A duplicate of this report was reopened, and is no duplicate any more. */
const DuplicateDropped = z.object({ type: z.literal('DuplicateDropped'), ...byActor, duplicate: ReportId });
/** This report was a duplicate, and its original was withdrawn: it is open again. */
const OriginalWithdrawn = z.object({ type: z.literal('OriginalWithdrawn'), ...byActor, of: ReportId });
const ReportReopened = z.object({ type: z.literal('ReportReopened'), ...byPerson });

export const TriageEvent = z.discriminatedUnion('type', [
  ReportAccepted,
  ReportDeclined,
  PublicBugAgreed,
  MarkedDuplicate,
  DuplicateNoted,
  DuplicateDropped,
  OriginalWithdrawn,
  ReportReopened,
]);
export type TriageEvent = z.infer<typeof TriageEvent>;
