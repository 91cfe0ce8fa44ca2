import { z } from 'zod';
import { AdvisoryText } from './advisory-text.js';
import { AffectedLine, Fix } from './affected-line.js';
import { CveNumber } from './cve-number.js';
import { CweId } from './cwe.js';
import { AcknowledgeDuty, AnswerPromise, ConfirmDuty, DutyStart, LaterDateProposal, PromisedDate } from './duty.js';
import { Credit, Form } from './form.js';
import { Message, Note, Reply } from './message.js';
import { Person, Reporter } from './person.js';
import { Preparation, Publication } from './publication.js';
import { ReportId } from './report-id.js';
import { Severity } from './severity.js';
import { Status } from './status.js';

export const Verdict = z.enum(['supported', 'best_effort', 'end_of_life']);
export type Verdict = z.infer<typeof Verdict>;

/** A version from the policy's table, with its support status on the day of the report. */
export const AffectedVersion = z.object({ version: z.string(), verdict: Verdict });
export type AffectedVersion = z.infer<typeof AffectedVersion>;

/** Why a report is declined. */
export const DeclineReason = z.enum([
  'not_a_vulnerability',
  'works_as_intended',
  'cannot_reproduce',
  'out_of_scope',
  'unsupported_version',
  'spam',
]);
export type DeclineReason = z.infer<typeof DeclineReason>;

/** A vulnerability report as it stands: what `evolve` makes of its history. */
export const Report = z.object({
  id: ReportId,
  submission: z.string(),
  status: Status,
  reporter: Reporter,
  form: Form,
  affected: z.array(AffectedVersion),
  receivedAt: z.date(),
  promise: AnswerPromise,
  /** A later date for the promise, by the calendar of then: where in the history it was proposed, and what the leads answered. */
  laterDate: LaterDateProposal.optional(),
  /** The same for the promised next update. */
  laterUpdate: LaterDateProposal.optional(),
  /** Who of the team opened it first, and when. */
  seen: z.object({ at: z.date(), by: Person }).optional(),
  responder: Person.optional(),
  assignedAt: z.date().optional(),
  /** The bot assigned it to whoever was on duty, and they have not acted so far. */
  assignedOnDuty: z.literal(true).optional(),
  /** Who is asked by whom to take it over, and where in the history. */
  offer: z.object({ to: Person, by: Person, event: z.number().int().positive() }).optional(),
  /** Who was last not to be reminded for a while, not even before a deadline, and why. */
  snoozed: z.object({ by: Person, until: z.date(), reason: z.string() }).optional(),
  acknowledge: AcknowledgeDuty,
  confirm: ConfirmDuty.default({ opening: 1, pauses: [] }),
  /** The status before it was closed: reopening returns to it. */
  closedFrom: Status.optional(),
  severity: Severity.optional(),
  /** The acceptance that gave it the rating it has. */
  rated: DutyStart.optional(),
  /** The last thing that somebody of the team did. */
  workedOn: DutyStart.optional(),
  /** The product lines that an accepted vulnerability affects. */
  lines: z.array(AffectedLine).default([]),
  /** Its weaknesses by MITRE's list, the chief one first. Absent: nobody has named any. */
  cwes: z.array(CweId).optional(),
  decline: z.object({ reason: DeclineReason, publicBug: z.enum(['no', 'asked', 'agreed']) }).optional(),
  duplicateOf: ReportId.optional(),
  /** Reports that are duplicates of this one. */
  duplicates: z.array(ReportId).default([]),
  cve: z.object({ requestedAt: z.date().optional(), numbers: z.array(CveNumber) }).optional(),
  embargo: PromisedDate.optional(),
  /** Where in the history its date was proposed, while the reporter has not agreed. */
  embargoProposal: z.number().int().positive().optional(),
  /** When the reporter agreed to publication before the embargo ends. */
  earlyAgreedAt: z.date().optional(),
  /** A lead recorded that the vulnerability is public already, and where. */
  embargoBroken: z.object({ at: z.date(), by: Person, where: z.string() }).optional(),
  fixes: z.array(Fix).default([]),
  nextUpdate: PromisedDate.optional(),
  /** The credit the reporter wants now. Absent: the one in the form. */
  credit: Credit.optional(),
  /** The advisory's text as last written. It stays when a preparation becomes invalid. */
  draft: AdvisoryText.optional(),
  prepared: Preparation.optional(),
  publications: z.array(Publication).default([]),
  messages: z.array(Message),
  replies: z.array(Reply),
  /** The reporter is paused: until when, and what they have written meanwhile. It joins `replies` at the end. */
  paused: z.object({ until: z.date(), replies: z.array(Reply), newCredit: z.literal(true).optional() }).optional(),
  notes: z.array(Note),
  /** How many events made this report: the place of the next one in the history. */
  events: z.number().int().positive(),
});
export type Report = z.infer<typeof Report>;
