import { z } from 'zod';
import { AdvisoryText } from './advisory-text.js';
import { byActor, byPerson } from './event-base.js';
import { Credit } from './form.js';
import { Route, WithdrawnOriginal } from './message.js';

/** An advisory is ready for review. The reporter is shown their credit. `credits` are those of the reporters of duplicates. */
const DisclosurePrepared = z.object({
  type: z.literal('DisclosurePrepared'),
  ...byPerson,
  text: AdvisoryText,
  credits: z.array(Credit),
  change: z.string().optional(),
  /** It is to withdraw the published advisory, for the reason in `change`. */
  withdraws: z.literal(true).optional(),
  route: Route,
});
/** `prepared` is the place of the preparation in the history, here and below. */
const DisclosureApproved = z.object({
  type: z.literal('DisclosureApproved'),
  ...byPerson,
  prepared: z.number().int(),
});
/** The advisory is public, as it was prepared. */
const AdvisoryPublished = z.object({
  type: z.literal('AdvisoryPublished'),
  ...byPerson,
  prepared: z.number().int(),
  channel: z.string(),
});
export type AdvisoryPublished = z.infer<typeof AdvisoryPublished>;

/** The bot tells the reporter that it is public, and thanks them. */
const ReporterThanked = z.object({ type: z.literal('ReporterThanked'), ...byPerson, route: Route });
/** The bot tells the reporter that the advisory is withdrawn. */
const WithdrawalTold = z.object({
  type: z.literal('WithdrawalTold'),
  ...byPerson,
  route: Route,
  /** The advisory, where it is of another report: this one is a duplicate. */
  withdrawn: WithdrawnOriginal.optional(),
});
/** The reporter of a duplicate changed their credit after the advisory was prepared. */
const DuplicateCreditChanged = z.object({ type: z.literal('DuplicateCreditChanged'), ...byActor });

export const DisclosureEvent = z.discriminatedUnion('type', [
  DisclosurePrepared,
  DisclosureApproved,
  AdvisoryPublished,
  ReporterThanked,
  WithdrawalTold,
  DuplicateCreditChanged,
]);
export type DisclosureEvent = z.infer<typeof DisclosureEvent>;
