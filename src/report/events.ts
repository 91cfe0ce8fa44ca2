import { z } from 'zod';
import { AdvisoryText } from './advisory-text.js';
import { AffectedLine, DeclineReason, Fix } from './affected-line.js';
import { CveNumber } from './cve-number.js';
import { Credit, Form } from './form.js';
import {
  Actor,
  AffectedVersion,
  AnswerPromise,
  MessagePurpose,
  Person,
  ReplyPurpose,
  Reporter,
  Route,
} from './report.js';
import { ReportId } from './report-id.js';
import { Severity } from './severity.js';

const about = { at: z.date(), by: Actor };

export const ReportReceived = z.object({
  type: z.literal('ReportReceived'),
  ...about,
  id: ReportId,
  submission: z.string(),
  reporter: Reporter,
  form: Form,
  affected: z.array(AffectedVersion),
  receivedAt: z.date(),
  promise: AnswerPromise,
});
export const ReportAmended = z.object({
  type: z.literal('ReportAmended'),
  ...about,
  form: Form,
  affected: z.array(AffectedVersion),
});
export const ResponderAssigned = z.object({ type: z.literal('ResponderAssigned'), ...about, responder: Person });
const byPerson = { ...about, by: z.object({ kind: z.literal('person'), person: Person }) };
const written = {
  ...byPerson,
  purpose: MessagePurpose,
  message: z.string(),
  route: Route,
  /** When the reporter hears from the team again at the latest. */
  nextUpdate: z.date().optional(),
};
/** A person has written to the reporter: the duty to acknowledge is met. */
export const ReportAcknowledged = z.object({ type: z.literal('ReportAcknowledged'), ...written });
/** A person has written to the reporter again. */
export const MessageSent = z.object({ type: z.literal('MessageSent'), ...written });
export const NoteAdded = z.object({ type: z.literal('NoteAdded'), ...byPerson, text: z.string() });
export const ReporterWrote = z.object({
  type: z.literal('ReporterWrote'),
  ...byPerson,
  purpose: ReplyPurpose,
  text: z.string(),
});
export const ReportWithdrawn = z.object({ type: z.literal('ReportWithdrawn'), ...byPerson });
/** It isn't known whether the message at `event` arrived: a crash or a lost reply hides it. */
export const DeliveryDoubted = z.object({ type: z.literal('DeliveryDoubted'), ...about, event: z.number().int() });
/** The message at `event` could not be delivered; when none has got through, the duty is open again, with its first deadline. */
export const DeliveryFailed = z.object({ type: z.literal('DeliveryFailed'), ...about, event: z.number().int() });
export const DeliveryConfirmed = z.object({ type: z.literal('DeliveryConfirmed'), ...about, event: z.number().int() });
export const SentAgain = z.object({ type: z.literal('SentAgain'), ...about, event: z.number().int() });
/** It is a vulnerability, so bad, in these product lines. Said again, it corrects what was said. */
export const ReportAccepted = z.object({
  type: z.literal('ReportAccepted'),
  ...byPerson,
  severity: Severity,
  lines: z.array(AffectedLine),
});
/** `asksForPublicBug`: the reporter is asked whether it may become a bug in the open. */
export const ReportDeclined = z.object({
  type: z.literal('ReportDeclined'),
  ...byPerson,
  reason: DeclineReason,
  asksForPublicBug: z.boolean(),
});
export const PublicBugAgreed = z.object({ type: z.literal('PublicBugAgreed'), ...byPerson });
export const MarkedDuplicate = z.object({ type: z.literal('MarkedDuplicate'), ...byPerson, of: ReportId });
/** Another report turned out to be a duplicate of this one. */
export const DuplicateNoted = z.object({ type: z.literal('DuplicateNoted'), ...byPerson, duplicate: ReportId });
/** What was a duplicate of this one was opened again: it is none any more. */
export const DuplicateDropped = z.object({ type: z.literal('DuplicateDropped'), ...about, duplicate: ReportId });
/** The report that this one was a duplicate of was taken back: this one is open again. */
export const OriginalWithdrawn = z.object({ type: z.literal('OriginalWithdrawn'), ...about, of: ReportId });
/** A duplicate's reporter wants to be thanked in another way than the prepared advisory has it. */
export const DuplicateCreditChanged = z.object({ type: z.literal('DuplicateCreditChanged'), ...about });
export const ReportReopened = z.object({ type: z.literal('ReportReopened'), ...byPerson });
export const CveRequested = z.object({ type: z.literal('CveRequested'), ...byPerson });
export const CveRecorded = z.object({ type: z.literal('CveRecorded'), ...byPerson, number: CveNumber });
/** Nothing is published before `until`, as agreed with the reporter, who is told. */
export const EmbargoAgreed = z.object({ type: z.literal('EmbargoAgreed'), ...byPerson, until: z.date(), route: Route });
export const EarlyDisclosureAgreed = z.object({ type: z.literal('EarlyDisclosureAgreed'), ...byPerson });
export const EmbargoBroken = z.object({ type: z.literal('EmbargoBroken'), ...byPerson, where: z.string() });
/** What became of each product line, all of them that are known. */
export const FixRecorded = z.object({ type: z.literal('FixRecorded'), ...byPerson, fixes: z.array(Fix) });
export const CreditChanged = z.object({ type: z.literal('CreditChanged'), ...byPerson, credit: Credit });
/** An advisory is ready to be looked at; the reporter is shown how they will be thanked. `credits` are those of duplicates. */
export const DisclosurePrepared = z.object({
  type: z.literal('DisclosurePrepared'),
  ...byPerson,
  text: AdvisoryText,
  credits: z.array(Credit),
  change: z.string().optional(),
  route: Route,
});
export const DisclosureApproved = z.object({
  type: z.literal('DisclosureApproved'),
  ...byPerson,
  prepared: z.number().int(),
});
/** The advisory is public from here on, as it was prepared. */
export const AdvisoryPublished = z.object({
  type: z.literal('AdvisoryPublished'),
  ...byPerson,
  prepared: z.number().int(),
  channel: z.string(),
});
/** The reporter is told that it is public, and thanked. */
export const ReporterThanked = z.object({ type: z.literal('ReporterThanked'), ...byPerson, route: Route });

/** What has happened to a report: facts, in order. The history of a report is a list of these. */
export const ReportEvent = z.discriminatedUnion('type', [
  ReportReceived,
  ReportAmended,
  ResponderAssigned,
  ReportAcknowledged,
  MessageSent,
  NoteAdded,
  ReporterWrote,
  ReportWithdrawn,
  DeliveryDoubted,
  DeliveryFailed,
  DeliveryConfirmed,
  SentAgain,
  ReportAccepted,
  ReportDeclined,
  PublicBugAgreed,
  MarkedDuplicate,
  DuplicateNoted,
  DuplicateDropped,
  OriginalWithdrawn,
  DuplicateCreditChanged,
  ReportReopened,
  CveRequested,
  CveRecorded,
  EmbargoAgreed,
  EarlyDisclosureAgreed,
  EmbargoBroken,
  FixRecorded,
  CreditChanged,
  DisclosurePrepared,
  DisclosureApproved,
  AdvisoryPublished,
  ReporterThanked,
]);
export type ReportEvent = z.infer<typeof ReportEvent>;
