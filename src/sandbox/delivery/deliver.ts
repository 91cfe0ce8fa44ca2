/** What goes to the bot. `body` is the payload, or the fields of a slash command. */
export type Parcel = Readonly<{
  kind: 'command' | 'interaction' | 'event';
  body: Readonly<Record<string, unknown>>;
  /** Slack takes more than an empty answer for it: commands and submitted modals. */
  answerable: boolean;
  retry?: Readonly<{ number: number; reason: string }>;
}>;

/** How it went; `failed` says why in Slack's words. */
export type Reply = Readonly<{ kind: 'answered'; body: unknown } | { kind: 'failed'; why: FailedDelivery }>;
export type FailedDelivery = 'operation_timeout' | 'dispatch_failed';

export type Deliver = (parcel: Parcel) => Promise<Reply>;

/** Real milliseconds that the bot has for its answer. */
export const answerTime = 3000;
