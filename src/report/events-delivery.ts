import { z } from 'zod';
import { aboutDelivery } from './event-base.js';

/** We don't know whether it arrived: the bot crashed, or Slack's answer got lost. */
const DeliveryDoubted = z.object({ type: z.literal('DeliveryDoubted'), ...aboutDelivery });
/** It could not be delivered. If no message has arrived, the duty to acknowledge is open again, with its first deadline. */
const DeliveryFailed = z.object({ type: z.literal('DeliveryFailed'), ...aboutDelivery });
/** A responder says that it arrived. */
const DeliveryConfirmed = z.object({ type: z.literal('DeliveryConfirmed'), ...aboutDelivery });
/** A responder has it sent once more. */
const SentAgain = z.object({ type: z.literal('SentAgain'), ...aboutDelivery });

export const DeliveryEvent = z.discriminatedUnion('type', [
  DeliveryDoubted,
  DeliveryFailed,
  DeliveryConfirmed,
  SentAgain,
]);
export type DeliveryEvent = z.infer<typeof DeliveryEvent>;
