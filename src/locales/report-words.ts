import type { KnownAlready } from '../report/form.js';
import type { Route } from '../report/message.js';

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
  responder(name: string): string;
  readonly show: string;
}

export interface DoneWords {
  assigned(id: string, responder: string): string;
  assignedAlready(id: string, responder: string): string;
  deliveryConfirmed(id: string): string;
  sentAgain(id: string): string;
}
