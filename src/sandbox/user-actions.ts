/** The outcome of a delivery to the bot. */
export type Delivered = Readonly<{
  /** The payload that was sent, or the fields of a slash command. */
  payload: Readonly<Record<string, unknown>>;
  /** The bot answered within 3 s, and Slack accepted the answer. */
  acked: boolean;
  /** The body of the answer; absent when it was empty. */
  answer?: unknown;
  /** What Slack showed the person on failure. */
  error?: string;
  /** Why Slack refused the bot's answer: a code, then details. The person does not see them. */
  problems?: readonly string[];
}>;

/**
 * Where an element stands. `block` is needed only where several have the same action id. `version` presses a button of an
 * earlier version of the message (0 is the first), as somebody does whose screen is behind.
 */
export type Where = Readonly<
  | { message: Readonly<{ channel: string; ts: string; version?: number }>; block?: string }
  | { view: string; block?: string }
  | { home: true; block?: string }
>;

/**
 * The value of an input: text, an option's value, a user or channel id, `YYYY-MM-DD` or `HH:mm`. Checkboxes and multi-selects
 * take several. `null` empties the input.
 */
export type Value = string | readonly string[] | null;

/** The choice in a select, menu or radio group. `confirm: true` answers yes to the element's confirm dialog. */
export type Choice = Readonly<{ value?: Value; confirm?: boolean }>;

/** An option that the app offers, and what stands for it. */
export type Suggestion = Readonly<{ value: string; text: string }>;

/** What a person can do in Slack. What Slack's own client would not allow throws an Error that says why, and sends nothing. */
export type UserActions = Readonly<{
  /** Sends a slash command such as `/vuln report`. `@name` and `#channel` are escaped where the manifest asks for it. */
  command(channel: string, text: string): Promise<Delivered>;
  /** Posts a message and returns its ts. A message that mentions the bot reaches it as `app_mention`. */
  say(channel: string, text: string, threadTs?: string): Promise<string>;
  press(where: Where, actionId: string, choice?: Choice): Promise<Delivered>;
  /** Chooses a shortcut of the app from the menu of a message. */
  shortcut(message: Readonly<{ channel: string; ts: string }>, callbackId: string): Promise<Delivered>;
  /** Fills inputs without sending anything. */
  fill(view: string, values: Readonly<Record<string, Value>>): void;
  /** Fills inputs. Nothing is sent, except for inputs that dispatch their actions. */
  type(view: string, values: Readonly<Record<string, Value>>): Promise<void>;
  /** Types into a select whose options the app has, and returns what it offers. */
  suggest(view: string, actionId: string, typed: string): Promise<readonly Suggestion[]>;
  /** Fills inputs and submits. Other inputs stay as they are. If the client refuses, `acked` is false and `answer` has the errors. */
  submit(view: string, values: Readonly<Record<string, Value>>): Promise<Delivered>;
  /** Presses the close button; with `all`, the ✕ that closes the whole stack. `undefined` when the view asked for no notice. */
  close(view: string, all?: boolean): Promise<Delivered | undefined>;
  openHome(): Promise<Delivered>;
}>;
