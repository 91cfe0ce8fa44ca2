import type { LineFault, RangeWords } from '../report/read-affected-lines.js';
import type { DeclineReason } from '../report/report.js';

type Reply = Readonly<{ reporter: string; id: string; project: string; responder: string }>;

/** Whether it is a vulnerability, and how bad: what responders press, fill in and write to the reporter. */
export interface TriageWords {
  readonly button: Readonly<
    Record<
      | 'triage'
      | 'accept'
      | 'correct'
      | 'decline'
      | 'duplicate'
      | 'buildV31'
      | 'buildV40'
      | 'typeVector'
      | 'reopen'
      | 'theirAnswer'
      | 'makePublicBug'
      | 'recordPublicBug'
      | 'publicBugText',
      string
    >
  >;
  readonly title: Readonly<
    Record<'triage' | 'accept' | 'decline' | 'duplicate' | 'theirAnswer' | 'publicBugText', string>
  >;
  readonly submit: Readonly<Record<'accept' | 'decline' | 'duplicate', string>>;
  readonly row: Readonly<
    Record<'severity' | 'vector' | 'lines' | 'decision' | 'original' | 'duplicates' | 'publicBug' | 'paused', string>
  >;
  /** Above the versions with their verdicts. */
  supportOn(day: string): string;
  readonly range: RangeWords;
  /** The decision goes with a message; to those whom the app can't reach it is sent by hand. */
  goesTo(reporter: string): string;
  goesByHand(reporter: string, contact: string): string;
  readonly severityHeading: string;
  readonly vectorLabel: string;
  readonly vectorHint: string;
  readonly choose: string;
  readonly severityMissing: string;
  /** What is still to be chosen, before there is a score. */
  stillToChoose(metrics: string): string;
  readonly linesLabel: string;
  readonly linesHint: string;
  readonly linesMissing: string;
  lineFault(fault: LineFault): string;
  readonly messageLabel: string;
  readonly messageNeeded: string;
  readonly messageMayBeEmpty: string;
  readonly severityIsPutIn: string;
  readonly messageMissing: string;
  acceptDraft(facts: Reply & Readonly<{ severity?: string }>): string;
  readonly reasonLabel: string;
  readonly reasonHint: string;
  readonly reasonMissing: string;
  readonly publicBugLabel: string;
  readonly publicBugAsk: string;
  readonly publicBugHint: string;
  /** Empty where no message is needed. */
  declineDraft(facts: Reply & Readonly<{ reason: DeclineReason; asksForPublicBug: boolean }>): string;
  readonly originalLabel: string;
  readonly originalHint: string;
  readonly sameCve: string;
  readonly nothingSimilar: string;
  /** Below a list to choose from, and where there is none. */
  readonly originalIdLabel: string;
  readonly originalIdAlone: string;
  readonly originalIdHint: string;
  readonly originalMissing: string;
  readonly originalTwice: string;
  duplicateDraft(facts: Reply): string;
  readonly theirAnswerLabel: string;
  readonly theirAnswerHint: string;
  readonly publicBug: Readonly<Record<'asked' | 'agreed', string>>;
  readonly publicBugQuestion: string;
  /** For the reporter who said yes. */
  readonly publicBugYours: string;
  readonly publicBugTitle: string;
  readonly publicBugConfirm: string;
  readonly publicBugYes: string;
  readonly publicBugNo: string;
  readonly publicBugIntro: string;
  paused(from: string, to: string): string;
  reopened(id: string): string;
  publicBugRecorded(id: string): string;
}
