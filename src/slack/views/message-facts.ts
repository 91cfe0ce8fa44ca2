import type { Deadline } from '../../deadline/deadlines.js';
import type { UpdateBy } from '../../deadline/next-update.js';
import type { Message, ReplyPurpose } from '../../report/message.js';
import type { Person } from '../../report/person.js';
import type { Report } from '../../report/report.js';
import type { AnnouncementFacts } from './advisory-facts.js';

export type AcknowledgeFacts = Readonly<{
  report: Report;
  responder: Person;
  project: string;
  zone: string;
  /** By when the reporter is to hear again, as a suggestion. */
  updateBy: UpdateBy;
}>;
export type SentElsewhereFacts = AcknowledgeFacts & Readonly<{ deadlines: readonly Deadline[]; justFiled: boolean }>;
/** `advisory`: what is public now, where the message thanks for it: somebody from outside can't open the announcement. */
export type MessageFacts = Readonly<{
  report: Report;
  message: Message;
  project: string;
  zone: string;
  advisory?: AnnouncementFacts;
}>;
export type MessageFormFacts = Readonly<{
  report: Report;
  responder: Person;
  project: string;
  purpose: 'question' | 'information';
  /** The app can't reach the reporter. */
  byHand: boolean;
  updateBy: UpdateBy;
}>;
export type NoteFacts = Readonly<{ report: Report }>;
/** `left`: how many characters still fit, if few. `contact`: where the rest may go. */
export type ReplyFacts = Readonly<{
  report: Report;
  purpose: ReplyPurpose;
  zone: string;
  left?: number;
  contact?: string;
}>;
