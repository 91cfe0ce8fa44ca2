import type { Why } from '../deadline/explain.js';
import type { Duty } from '../report/duty.js';
import type { FormField, FormProblem, KnownAlready, Language } from '../report/form.js';
import type { RefusalCode, RefusalReasons } from '../report/refusal.js';
import type { LetterPurpose, MessagePurpose, Route, Status, Verdict } from '../report/report.js';
import type { AdvisoryWords } from './advisory-words.js';
import type { CvssWords } from './cvss-words.js';
import type { LifeWords } from './life-words.js';
import type { RemedyWords } from './remedy-words.js';
import type { TriageWords } from './triage-words.js';

/**
 * Every sentence that people read, in one language. Values that come in (names, times, ids) stand in the sentence as they
 * are: whoever puts a sentence into marked-up text escapes them first. No sentence holds markup of its own.
 */
export interface Words {
  readonly language: Language;
  readonly terms: TermWords;
  readonly form: FormWords;
  readonly problems: ProblemWords;
  readonly receipt: ReceiptWords;
  readonly acknowledge: AcknowledgeWords;
  readonly message: MessageWords;
  readonly card: CardWords;
  readonly thread: ThreadWords;
  readonly view: ViewWords;
  readonly assign: AssignWords;
  readonly list: ListWords;
  readonly menu: MenuWords;
  readonly help: HelpWords;
  readonly usage: UsageWords;
  readonly done: DoneWords;
  readonly reminder: ReminderWords;
  readonly rung: RungWords;
  readonly refused: RefusedWords;
  readonly refusals: RefusalWords;
  readonly trouble: TroubleWords;
  readonly channel: ChannelWords;
  readonly letters: LetterWords;
  readonly mine: MineWords;
  readonly door: DoorWords;
  readonly cvss: CvssWords;
  readonly advisory: AdvisoryWords;
  readonly life: LifeWords;
  readonly triage: TriageWords;
  readonly remedy: RemedyWords;
}

export interface TermWords {
  readonly status: Readonly<Record<Status, string>>;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly languages: Readonly<Record<Language, string>>;
  readonly overdue: string;
  readonly provisional: string;
  /** A label and its value on one line. */
  labelled(label: string, value: string): string;
  /** Things on one line, one after another. */
  listed(things: readonly string[]): string;
  /** A moment in the team's zone, and the same for the reader. */
  teamAndReader(team: string, reader: string): string;
  readonly close: string;
  readonly cancel: string;
}

export interface FormWords {
  readonly title: string;
  readonly submit: string;
  intro(project: string): string;
  readonly label: Readonly<Record<FormField | 'onBehalfOf' | 'receivedAt', string>>;
  readonly hint: Readonly<
    Record<Exclude<FormField, 'knownAlready' | 'language'> | 'onBehalfOf' | 'receivedAt', string>
  >;
  /** Above the two fields that together are the policy's field of components and versions. */
  readonly affected: string;
  readonly affectedHint: string;
  readonly versionsPlaceholder: string;
  readonly knownAlready: Readonly<Record<KnownAlready, string>>;
  /** The labels and hints that read otherwise when the form may be filled for somebody else. */
  readonly another: Readonly<{ contactHint: string; credit: string; creditHint: string; language: string }>;
  readonly unsure: string;
  readonly notSaved: string;
}

export interface ProblemWords {
  required(field: FormField | 'onBehalfOf'): string;
  tooLong(length: number, limit: number): string;
  readonly notACveNumber: string;
  readonly unknownVersion: string;
  readonly unknownChoice: string;
}

export interface ReceiptWords {
  readonly title: string;
  readonly close: string;
  stored(id: string): string;
  amended(id: string): string;
  answer(project: string, teamTime: string): string;
  forYou(readerTime: string): string;
  readonly provisional: string;
  counting(workingDays: number): string;
  dayReceived(day: string): string;
  /** `nth` counts the working days from 1; `name` is that of a make-up working day. */
  dayCounted(day: string, nth: number, why: Extract<Why, 'working_day' | 'make_up_day'>, name?: string): string;
  daySkipped(days: string, why: Extract<Why, 'weekend' | 'holiday'>, name?: string): string;
  span(first: string, last: string): string;
  onDuty(name: string): string;
  readonly teamTold: string;
  readonly next: string;
  readonly steps: readonly [string, string, string];
  readonly robot: string;
  readonly confidential: string;
}

export interface AcknowledgeWords {
  readonly title: string;
  readonly submit: string;
  intro(id: string, reporter: string): string;
  wishes(language: string): string;
  readonly label: string;
  readonly hint: string;
  readonly contact: string;
  readonly elsewhere: Readonly<{
    title: string;
    submit: string;
    cancel: string;
    stored(id: string): string;
    notOnSlack(reporter: string): string;
    undelivered(reporter: string): string;
    how(id: string): string;
    hint: string;
  }>;
  /** What a responder may start from, in the reporter's language. */
  template(facts: Readonly<{ reporter: string; id: string; project: string; responder: string }>): string;
}

export interface MessageWords {
  from(responder: string, project: string): string;
  about(id: string, title: string): string;
  readonly footer: string;
  /** When the reporter hears again at the latest. `time` is marked up already. */
  nextUpdate(time: string): string;
  embargo(id: string): string;
  /** `time` is marked up already. */
  embargoUntil(time: string): string;
  /** How the reporter will be thanked; without a name: not by name. */
  credit(id: string, name?: string): string;
  thanks(id: string, project: string, name?: string): string;
}

export interface CardWords {
  readonly label: Readonly<
    Record<'status' | 'answered' | 'responder' | 'reporter' | 'affected' | 'components' | 'cve' | 'id', string>
  >;
  /** What is due, beside its moment. */
  readonly due: Readonly<Record<Duty, string>>;
  readonly waitsForReporter: string;
  waitingSince(time: string): string;
  readonly nobody: string;
  readonly noCve: string;
  readonly noVersions: string;
  filedFor(reporter: string, filer: string): string;
  version(name: string, verdict: string): string;
  answeredBy(name: string, time: string): string;
  gist(facts: Readonly<{ title: string; id: string; status: string; due?: string; responder: string }>): string;
  doubt(time: string): string;
  /** Nothing has reached the reporter. */
  readonly undelivered: string;
  /** Another message has reached the reporter; this one has not. */
  undeliveredLater(time: string): string;
  readonly acknowledge: string;
  readonly assignToMe: string;
  readonly show: string;
  readonly more: string;
  readonly arrived: string;
  readonly sendAgain: string;
}

export interface ThreadWords {
  received(reporter: string, due: string): string;
  filed(filer: string, reporter: string, receivedAt: string, due: string): string;
  readonly amended: string;
  took(responder: string): string;
  assigned(by: string, responder: string): string;
  acknowledged(by: string, reporter: string, route: Route): string;
  messageSent(by: string, reporter: string, purpose: MessagePurpose, route: Route): string;
  noted(by: string): string;
  wrote(reporter: string, purpose: LetterPurpose): string;
  withdrawn(reporter: string): string;
  readonly doubted: string;
  readonly failed: string;
  confirmed(by: string): string;
  sentAgain(by: string): string;
  readonly clock: string;
}

export interface ViewWords {
  readonly title: string;
  readonly knownAlready: Readonly<Record<KnownAlready, string>>;
  readonly label: Readonly<
    Record<
      'overview' | 'verification' | 'contact' | 'known' | 'credit' | 'language' | 'history' | 'messages' | 'received',
      string
    >
  >;
  readonly noCredit: string;
  message(by: string, time: string, route: Route): string;
  readonly delivery: Readonly<Record<'sent' | 'unsure' | 'failed', string>>;
  earlierMessages(count: number): string;
  earlierEvents(count: number): string;
}

export interface AssignWords {
  readonly title: string;
  readonly submit: string;
  readonly label: string;
  readonly placeholder: string;
  intro(id: string, responder?: string): string;
  readonly nobodyElse: string;
  tooMany(shown: number): string;
}

export interface ListWords {
  heading(count: number): string;
  readonly older: string;
  readonly none: string;
  readonly noneOlder: string;
  readonly olderButton: string;
  due(time: string): string;
  responder(name: string): string;
  readonly show: string;
}

export interface MenuWords {
  readonly intro: string;
  readonly report: string;
  readonly reportForAnother: string;
  readonly list: string;
  readonly mine: string;
  readonly help: string;
}

export interface HelpWords {
  readonly heading: string;
  readonly verb: Readonly<
    Record<'report' | 'list' | 'mine' | 'show' | 'assign' | 'ack' | 'triage' | 'setup' | 'help', string>
  >;
  readonly ids: string;
  unknown(typed: string): string;
  didYouMean(usage: string): string;
  readonly seeHelp: string;
}

export interface UsageWords {
  readonly idMissing: string;
  readonly idUnreadable: string;
  readonly personMissing: string;
  readonly personUnreadable: string;
  readonly personNotAResponder: string;
  typeIt(usage: string): string;
}

export interface DoneWords {
  assigned(id: string, responder: string): string;
  assignedAlready(id: string, responder: string): string;
  acknowledged(id: string): string;
  deliveryConfirmed(id: string): string;
  sentAgain(id: string): string;
}

export interface ReminderWords {
  heading(count: number): string;
  item(
    facts: Readonly<{
      id: string;
      duty: Duty;
      due: string;
      overdue: boolean;
      assigned: boolean;
      provisional: boolean;
    }>,
  ): string;
  others(count: number): string;
  where(channel: string): string;
}

export interface RungWords {
  before(id: string, due: string, duty: Duty): string;
  atDeadline(id: string, due: string, duty: Duty): string;
  after(id: string, due: string, duty: Duty): string;
  responder(name: string): string;
  readonly nobody: string;
}

/** How a refusal tells of a person and of a moment, in the place where it is shown. */
export type Tell = Readonly<{ person: (user: string) => string; time: (at: Date) => string }>;

export interface RefusedWords {
  readonly title: string;
  /** One sentence for everybody who may not, whether or not what they asked for exists. */
  readonly notForYou: string;
}

export type RefusalWords = { readonly [C in RefusalCode]: (reasons: RefusalReasons[C], tell: Tell) => string };

export interface TroubleWords {
  readonly title: string;
  unexpected(reference: string): string;
  storeAway(reference: string): string;
  /** A modal other than the report form could not be confirmed in time. */
  readonly unsure: string;
  readonly waitTitle: string;
  readonly wait: string;
}

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
  readonly letterLabel: string;
  readonly letterHint: string;
  letterIntro(id: string): string;
  readonly notes: string;
  readonly letters: string;
  letter(time: string, purpose: LetterPurpose): string;
}

/** What a reporter sees of their own reports. */
export interface MineWords {
  readonly title: string;
  readonly none: string;
  readonly status: Readonly<Record<Status, string>>;
  due(teamTime: string, readerTime: string): string;
  readonly overdue: string;
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
  withdrawn(id: string): string;
  sent(id: string): string;
  readonly earlier: string;
  readonly home: string;
  readonly open: string;
  readonly nothingOpen: string;
}

/** The ways in that stand in a shared channel. */
export interface DoorWords {
  readonly heading: string;
  text(project: string): string;
  readonly report: string;
  readonly mine: string;
  receiptWaits(): string;
  mention(project: string): string;
  setUp(channel: string): string;
  notSetUp(channel: string): string;
  readonly noChannels: string;
  files(contact: string): string;
}

export interface ChannelWords {
  heading(channel: string): string;
  readonly reason: Readonly<Record<'not_private' | 'shared' | 'sharing_pending' | 'guests' | 'out_of_reach', string>>;
  readonly consequence: string;
  readonly wayOut: string;
}

/** The sentence for a problem of the form. */
export function problemSentence(problem: FormProblem, { problems }: Pick<Words, 'problems'>): string {
  switch (problem.problem) {
    case 'required':
      return problems.required(problem.field);
    case 'too_long':
      return problems.tooLong(problem.length, problem.limit);
    case 'not_a_cve_number':
      return problems.notACveNumber;
    case 'unknown_version':
      return problems.unknownVersion;
    case 'unknown_choice':
      return problems.unknownChoice;
    default:
      return problem satisfies never;
  }
}
