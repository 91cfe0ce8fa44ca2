/** What a log line may have: ids, codes, counts. Never a report's text, a person's name, or an error's message. */
export type LogFacts = Readonly<Record<string, string | number | boolean>>;

/** The bot's log. `what` is a fixed phrase. */
export interface Log {
  note(what: string, facts?: LogFacts): void;
  warn(what: string, facts?: LogFacts): void;
  /** Logs an error and returns its reference in the log. */
  fail(what: string, error: unknown, facts?: LogFacts): string;
}
