/** What may stand in a log line: ids, codes, counts. Never a report's text, a person's name, or an error's message. */
export type LogFacts = Readonly<Record<string, string | number | boolean>>;

/** Where the bot notes what it does. `what` is a fixed phrase. */
export interface Log {
  note(what: string, facts?: LogFacts): void;
  warn(what: string, facts?: LogFacts): void;
  /** Notes that something broke, and returns the reference under which it stands in the log. */
  fail(what: string, error: unknown, facts?: LogFacts): string;
}
