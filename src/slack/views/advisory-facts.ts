import type { Advisory, Publisher } from '../../advisory/advisory.js';
import type { Language } from '../../report/form.js';
import type { Report } from '../../report/report.js';

/** `first`: the language that stands first, whoever reads it: the team's. `supersededBy`: a correction, and where Slack opens it. */
export type AnnouncementFacts = Readonly<{
  advisory: Advisory;
  publisher: Publisher;
  first: Language;
  supersededBy?: Readonly<{ revision: number; link?: string; withdrawn?: true }>;
}>;
/** An advisory before it is published. `before`: the revision that it corrects. */
export type DraftedAdvisory = AnnouncementFacts & Readonly<{ before?: Advisory }>;
export type PreviewFacts = DraftedAdvisory & Readonly<{ report: Report; now: Date }>;
