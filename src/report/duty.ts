import { z } from 'zod';
import { languages } from './languages.js';

/** What the team promises the reporter: a person's first message (`acknowledge`), the decision (`confirm`), the next update. */
export const promisedDuties = ['acknowledge', 'confirm', 'next_update'] as const;
export type PromisedDuty = (typeof promisedDuties)[number];

/**
 * What the policy may ask for besides: the reporter's `answer` to a question, a `fix` and the next step (`stale`) by severity, and
 * the last day to `publish`.
 */
export const policyDuties = ['answer', 'fix', 'stale', 'publish'] as const;
export type PolicyDuty = (typeof policyDuties)[number];

export function isPromised(duty: Duty): duty is PromisedDuty {
  return promisedDuties.some((one) => one === duty);
}

export function isPolicyDuty(duty: Duty): duty is PolicyDuty {
  return policyDuties.some((one) => one === duty);
}

/** All that has a deadline. */
export const dutyNames = [...promisedDuties, 'embargo', ...policyDuties] as const;
export type Duty = (typeof dutyNames)[number];

/** A day off (`YYYY-MM-DD` in the team's zone) with its name in each language. */
export const NamedDay = z.object({ date: z.string(), name: z.record(z.enum(languages), z.string()) });
export type NamedDay = z.infer<typeof NamedDay>;

/** When a date was moved, and which days off were the reason. */
const MovedDate = z.object({ at: z.date(), days: z.array(NamedDay) });

/** A later date that the calendar gave: where in the history it was proposed, and what the leads answered. */
export const LaterDateProposal = z.object({
  event: z.number().int().positive(),
  until: z.date(),
  answer: z.enum(['moved', 'kept']).optional(),
});
export type LaterDateProposal = z.infer<typeof LaterDateProposal>;

/** Whose promised date may be moved, besides the first promise. */
export const MovableDuty = z.literal('next_update');
export type MovableDuty = z.infer<typeof MovableDuty>;

/**
 * The first deadline, as the reporter was told it: at receipt, or when it was moved. It stays a fact, whatever the calendar
 * says later. `countsFrom`: when the team is back, if the report came in during its break; else it counts from receipt.
 */
export const AnswerPromise = z.object({
  dueAt: z.date(),
  provisional: z.boolean(),
  policyRevision: z.string(),
  countsFrom: z.date().optional(),
  moved: MovedDate.optional(),
});
export type AnswerPromise = z.infer<typeof AnswerPromise>;

/** The duty to acknowledge. `opening` counts from 1: a message that did not arrive opens the duty again. */
export const AcknowledgeDuty = z.object({ opening: z.number().int().positive(), metAt: z.date().optional() });
export type AcknowledgeDuty = z.infer<typeof AcknowledgeDuty>;

/**
 * The duty to decide whether the report is accepted. A question to the reporter pauses it, and the answer restarts it.
 * `message` is the question's place in the history. A decided report that is reopened gets a new duty from `reopenedAt`.
 */
export const ConfirmDuty = z.object({
  opening: z.number().int().positive(),
  metAt: z.date().optional(),
  reopenedAt: z.date().optional(),
  pauses: z.array(z.object({ from: z.date(), to: z.date().optional(), message: z.number().int() })),
});
export type ConfirmDuty = z.infer<typeof ConfirmDuty>;

/** A date promised to the reporter: when it was promised, when it is due, and when it was kept. `opening` counts from 1. */
export const PromisedDate = z.object({
  opening: z.number().int().positive(),
  since: z.date(),
  dueAt: z.date(),
  metAt: z.date().optional(),
  moved: MovedDate.optional(),
});
export type PromisedDate = z.infer<typeof PromisedDate>;

/** Where in the history something that a duty counts from happened, and when. */
export const DutyStart = z.object({ at: z.date(), event: z.number().int().positive() });
export type DutyStart = z.infer<typeof DutyStart>;

/**
 * A duty that is open, in times and counts only. Its time counts from `since`. `dueAt` was computed under `policyRevision`, and
 * is `provisional` where the calendar does not reach that far. Reminders before `remindFrom` belonged to another duty. `exploited`:
 * the report is exploited or public already, and not fixed.
 */
export const OpenDuty = z.object({
  opening: z.number().int().positive(),
  since: z.date(),
  dueAt: z.date(),
  provisional: z.boolean(),
  policyRevision: z.string(),
  remindFrom: z.date().optional(),
  exploited: z.literal(true).optional(),
});
export type OpenDuty = Readonly<z.infer<typeof OpenDuty>>;

export const OpenDuties = z.partialRecord(z.enum(dutyNames), OpenDuty);
export type OpenDuties = Readonly<z.infer<typeof OpenDuties>>;
