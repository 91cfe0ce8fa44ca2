import type { MissedPromise, QuestionReminder, ReplyPurpose, Route } from './message.js';

/** A message to the reporter: its text, how it goes, and by when the next update follows (after now). An empty text is refused. */
export type OutgoingMessage = Readonly<{ message: string; route: Route; nextUpdate?: Date }>;

/** A person's first message to the reporter. */
export type AcknowledgeReport = OutgoingMessage & Readonly<{ type: 'AcknowledgeReport' }>;

/** Another message to the reporter. While nobody has acknowledged, it acknowledges. */
export type SendMessage = OutgoingMessage & Readonly<{ type: 'SendMessage'; purpose: 'question' | 'information' }>;

/** A note for the team alone. */
export type AddNote = Readonly<{ type: 'AddNote'; text: string }>;

/** The reporter answers a question, or has more to say. */
export type WriteToTeam = Readonly<{ type: 'WriteToTeam'; purpose: ReplyPurpose; text: string }>;

/** The bot tells the reporter that a promise was missed. */
export type TellMissed = Omit<MissedPromise, 'nextUpdate'> & Readonly<{ type: 'TellMissed' }>;

/** The bot reminds the reporter of a question. */
export type RemindReporter = QuestionReminder & Readonly<{ type: 'RemindReporter' }>;

export type MessageCommand = AcknowledgeReport | SendMessage | AddNote | WriteToTeam | TellMissed | RemindReporter;
