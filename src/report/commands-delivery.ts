/** What became of the message or announcement at `event` in the history. */
export type RecordDelivery = Readonly<{ type: 'RecordDelivery'; event: number; delivery: 'unsure' | 'failed' }>;

/** A responder says that it arrived. */
type ConfirmDelivery = Readonly<{ type: 'ConfirmDelivery'; event: number }>;

/** A responder has it sent once more. */
type SendAgain = Readonly<{ type: 'SendAgain'; event: number }>;

export type DeliveryCommand = RecordDelivery | ConfirmDelivery | SendAgain;
