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
  /** The sentence by which the reporter will be thanked; none: not by name. */
  credit(id: string, sentence?: string): string;
  thanks(id: string, project: string, name?: string): string;
}
