import { z } from 'zod';
import { Fix } from './affected-line.js';
import { CveNumber } from './cve-number.js';
import { byPerson } from './event-base.js';
import { Credit } from './form.js';
import { Route } from './message.js';

const CveRequested = z.object({ type: z.literal('CveRequested'), ...byPerson });
/** `others`: the rest of them, where the vulnerability has several numbers. */
const CveRecorded = z.object({
  type: z.literal('CveRecorded'),
  ...byPerson,
  number: CveNumber,
  others: z.array(CveNumber).optional(),
});
/** Nothing is published before `until`. The bot asks the reporter whether they agree. */
const EmbargoProposed = z.object({ type: z.literal('EmbargoProposed'), ...byPerson, until: z.date(), route: Route });
/** The reporter agrees to the proposed date. */
const EmbargoAccepted = z.object({ type: z.literal('EmbargoAccepted'), ...byPerson });
/** Nothing is published before `until`, as agreed with the reporter. The bot confirms it to them. */
const EmbargoAgreed = z.object({ type: z.literal('EmbargoAgreed'), ...byPerson, until: z.date(), route: Route });
const EarlyDisclosureAgreed = z.object({ type: z.literal('EarlyDisclosureAgreed'), ...byPerson });
const EmbargoBroken = z.object({ type: z.literal('EmbargoBroken'), ...byPerson, where: z.string() });
/** The outcome for each product line, as far as it is known. */
const FixRecorded = z.object({ type: z.literal('FixRecorded'), ...byPerson, fixes: z.array(Fix) });
const CreditChanged = z.object({ type: z.literal('CreditChanged'), ...byPerson, credit: Credit });

export const RemediationEvent = z.discriminatedUnion('type', [
  CveRequested,
  CveRecorded,
  EmbargoProposed,
  EmbargoAccepted,
  EmbargoAgreed,
  EarlyDisclosureAgreed,
  EmbargoBroken,
  FixRecorded,
  CreditChanged,
]);
export type RemediationEvent = z.infer<typeof RemediationEvent>;
