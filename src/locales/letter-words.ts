import type { Duty } from '../report/duty.js';
import type { ReplyPurpose } from '../report/message.js';
import type { Status } from '../report/status.js';

/** Further messages to the reporter, notes for the team, and what the reporter writes back. */
export interface LetterWords {
  readonly ask: string;
  readonly inform: string;
  readonly note: string;
  readonly askTitle: string;
  readonly informTitle: string;
  readonly noteTitle: string;
  readonly send: string;
  readonly save: string;
  goesTo(reporter: string, id: string): string;
  /** The reporter can't be reached by this app: the message goes by hand. */
  goesByHand(reporter: string, id: string): string;
  readonly messageLabel: string;
  readonly noteLabel: string;
  readonly noteHint: string;
  askTemplate(facts: Readonly<{ reporter: string; id: string; project: string; responder: string }>): string;
  informTemplate(facts: Readonly<{ reporter: string; id: string; project: string; responder: string }>): string;
  readonly answerTitle: string;
  readonly moreTitle: string;
  readonly replyInputLabel: string;
  readonly replyHint: string;
  replyIntro(id: string): string;
  readonly notes: string;
  readonly replies: string;
  reply(time: string, purpose: ReplyPurpose): string;
}

/** What a reporter sees of their own reports. */
export interface MineWords {
  readonly title: string;
  readonly none: string;
  readonly status: Readonly<Record<Status, string>>;
  /** Declined, and a message of the team's is there to be read. */
  readonly declinedInAMessage: string;
  /** What they hear by when. An embargo is no such promise: it has a line of its own. */
  readonly due: Readonly<Record<Exclude<Duty, 'embargo'>, (teamTime: string, readerTime: string) => string>>;
  /** `time` is marked up already. */
  overdue(time: string): string;
  readonly messages: string;
  readonly noMessages: string;
  from(name: string, time: string): string;
  readonly answer: string;
  readonly addInformation: string;
  readonly withdraw: string;
  readonly withdrawTitle: string;
  readonly withdrawText: string;
  readonly withdrawYes: string;
  readonly withdrawNo: string;
  readonly home: string;
  readonly open: string;
  readonly nothingOpen: string;
}

/** The ways in that stand in a shared channel. */
export interface IntakeWords {
  readonly heading: string;
  text(project: string): string;
  readonly report: string;
  readonly mine: string;
  receiptWaits(): string;
  mention(project: string): string;
  setupHandlers(channel: string): string;
  notSetUp(channel: string): string;
  readonly noChannels: string;
  files(contact: string): string;
}
