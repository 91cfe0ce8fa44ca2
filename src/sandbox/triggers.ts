import { randomBytes } from 'node:crypto';
import { ApiError } from './api/api-error.js';

/** How long a trigger works, in real milliseconds. */
const lifetime = 3000;

export type Triggers = Readonly<{
  /** A trigger for what this person just did. `fromView`: they did it in a modal. */
  issue(user: string, fromView: boolean): string;
  /** Uses a trigger. @throws ApiError with Slack's code when it is unknown, used or older than 3 s */
  exchange(id: string): Readonly<{ user: string; fromView: boolean }>;
}>;

/** `elapsed` gives real milliseconds since any moment. */
export function createTriggers(elapsed: () => number = () => performance.now()): Triggers {
  const issued = new Map<string, { user: string; fromView: boolean; at: number; used: boolean }>();
  return {
    issue: (user, fromView) => {
      const id = `${Date.now()}.${issued.size + 1}.${randomBytes(16).toString('hex')}`;
      issued.set(id, { user, fromView, at: elapsed(), used: false });
      return id;
    },
    exchange: (id) => {
      const trigger = issued.get(id);
      if (trigger === undefined) throw new ApiError('invalid_trigger_id');
      if (trigger.used) throw new ApiError('exchanged_trigger_id');
      if (elapsed() - trigger.at > lifetime) throw new ApiError('expired_trigger_id');
      trigger.used = true;
      return trigger;
    },
  };
}
