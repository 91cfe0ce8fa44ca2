/** What is sent to the bot. `body` is the payload, or the fields of a slash command. */
export type Delivery = Readonly<{
  kind: 'command' | 'interaction' | 'event';
  body: Readonly<Record<string, unknown>>;
  /** Commands and submitted modals may be answered with more than an empty body. */
  answerable: boolean;
  retry?: Readonly<{ number: number; reason: string }>;
}>;

/** `why` is Slack's own code for the failure. */
export type DeliveryResult = Readonly<{ kind: 'answered'; body: unknown } | { kind: 'failed'; why: FailedDelivery }>;
export type FailedDelivery = 'operation_timeout' | 'dispatch_failed';

export type Deliver = (delivery: Delivery) => Promise<DeliveryResult>;

/** The bot must answer within this many real milliseconds. */
export const answerTime = 3000;
