import type { Fix } from './affected-line.js';
import type { CveNumber } from './cve-number.js';
import type { Credit } from './form.js';
import type { Route } from './message.js';

type RequestCve = Readonly<{ type: 'RequestCve' }>;
export type RecordCve = Readonly<{ type: 'RecordCve'; numbers: readonly [CveNumber, ...CveNumber[]] }>;

/** Nothing is published before `until` (after now), unless the reporter disagrees. The bot asks them by `route`. */
export type ProposeEmbargo = Readonly<{ type: 'ProposeEmbargo'; until: Date; route: Route }>;

/** The reporter agrees to the date that was proposed at `proposed` in the history. */
export type AcceptEmbargo = Readonly<{ type: 'AcceptEmbargo'; proposed: number }>;

/** Nothing is published before `until` (after now), as agreed with the reporter. The bot confirms it to them by `route`. */
export type AgreeEmbargo = Readonly<{ type: 'AgreeEmbargo'; until: Date; route: Route }>;

/** The reporter agrees to publication before the embargo ends. A responder may record it for a reporter outside Slack. */
type AgreeToEarlyDisclosure = Readonly<{ type: 'AgreeToEarlyDisclosure' }>;

/** The vulnerability is public already. For leads only: Slack's router checks that. */
export type DeclareEmbargoBroken = Readonly<{ type: 'DeclareEmbargoBroken'; where: string }>;

/** The outcome for each product line. Lines left out keep theirs. */
export type RecordFix = Readonly<{ type: 'RecordFix'; fixes: readonly Fix[] }>;

/** The credit that the reporter wants. A responder may record it. */
export type ChangeCredit = Readonly<{ type: 'ChangeCredit'; credit: Credit }>;

export type RemediationCommand =
  | RequestCve
  | RecordCve
  | ProposeEmbargo
  | AcceptEmbargo
  | AgreeEmbargo
  | AgreeToEarlyDisclosure
  | DeclareEmbargoBroken
  | RecordFix
  | ChangeCredit;
