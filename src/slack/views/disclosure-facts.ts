import type { IsoDate } from '../../deadline/calendar.js';
import type { DayConcern } from '../../deadline/publish-day-concerns.js';
import type { Credit } from '../../report/form.js';
import type { Report } from '../../report/report.js';
import type { DraftedAdvisory } from './advisory-facts.js';

/**
 * What the surfaces from accepted to publicly thanked are drawn from. `byHand`: the app can't reach the reporter. `latest`: the last
 * moment to publish by the policy, where it has one.
 */
export type OneReportFacts = Readonly<{ report: Report; zone: string }>;
export type EmbargoFormFacts = OneReportFacts & Readonly<{ byHand: boolean; open: string; latest?: Date }>;
/** `accepted`: the place in the history of the acceptance whose product lines are asked about. */
export type FixFormFacts = OneReportFacts & Readonly<{ accepted: number; today: IsoDate }>;
export type CheckListFacts = OneReportFacts &
  Readonly<{
    byHand: boolean;
    /** Those of duplicates. */
    credits: readonly Credit[];
    /** What speaks against publishing today. */
    concerns: readonly DayConcern[];
    today: IsoDate;
    /** The channel for announcements, where one is configured. */
    channel?: string;
    now: Date;
  }>;
/** The advisory as it is prepared. */
export type ReviewFacts = CheckListFacts & DraftedAdvisory;
