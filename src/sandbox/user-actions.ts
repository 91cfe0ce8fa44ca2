/** How a delivery to the bot went. */
export type Delivered = Readonly<{
  /** What was sent: the payload, or the fields of a slash command. */
  payload: Readonly<Record<string, unknown>>;
  /** The bot answered within 3 s, and well. */
  acked: boolean;
  /** The body of its answer; `undefined` when empty. */
  answer?: unknown;
  /** What Slack showed the person, where it went wrong. */
  error?: string;
  /** What Slack refused of the app's answer: a code, then lines. The person does not see them. */
  problems?: readonly string[];
}>;

/**
 * Where an element stands. `block` is needed only where several have the same action id. `version` presses what the message
 * showed earlier (0 at first), as a client does whose screen is behind.
 */
export type Where = Readonly<
  | { message: Readonly<{ channel: string; ts: string; version?: number }>; block?: string }
  | { view: string; block?: string }
  | { home: true; block?: string }
>;

/**
 * What stands in an input: text, an option's value, a user or channel id, `YYYY-MM-DD`, `HH:mm`, several of them for
 * checkboxes and multi selects; `null` empties it.
 */
export type Value = string | readonly string[] | null;

/** The choice in a select, overflow, radio group … , and `confirm: true` for an element with a confirm dialog. */
export type Choice = Readonly<{ value?: Value; confirm?: boolean }>;

/** What a person can do. What Slack's own client would not let them do is an Error that says why, and nothing is sent. */
export type UserActions = Readonly<{
  /** Types a slash command, `/vuln report`, with `@name` and `#channel` where the manifest wants them escaped. */
  command(channel: string, text: string): Promise<Delivered>;
  /** Posts a plain message; one that names the bot reaches it as `app_mention`. Returns its ts. */
  say(channel: string, text: string, threadTs?: string): Promise<string>;
  press(where: Where, actionId: string, choice?: Choice): Promise<Delivered>;
  /** Fills inputs without sending anything (unless they dispatch actions). */
  type(view: string, values: Readonly<Record<string, Value>>): Promise<void>;
  /** Fills inputs and presses the submit button. What is not named stays as it is. Refused by the client: `acked` is false and `answer` has the errors by block. */
  submit(view: string, values: Readonly<Record<string, Value>>): Promise<Delivered>;
  /** The close button; with `all`, the ✕ that closes the whole stack. `undefined` when the view asked for no notice. */
  close(view: string, all?: boolean): Promise<Delivered | undefined>;
  openHome(): Promise<Delivered>;
}>;
