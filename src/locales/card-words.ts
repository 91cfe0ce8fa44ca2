import type { Duty } from '../report/duty.js';
import type { MessagePurpose, ReplyPurpose, Route } from '../report/message.js';

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
  /** `next`: what is due next, with its moment. */
  gist(facts: Readonly<{ title: string; id: string; status: string; next?: string; responder: string }>): string;
  /** What is due, and its moment, which may be marked up. */
  dueAt(duty: Duty, time: string): string;
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
  wrote(reporter: string, purpose: ReplyPurpose): string;
  withdrawn(reporter: string): string;
  readonly doubted: string;
  readonly failed: string;
  confirmed(by: string): string;
  sentAgain(by: string): string;
  readonly clock: string;
}
