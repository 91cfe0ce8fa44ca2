import type { Publisher } from '../advisory/advisory.js';
import type { Policy } from '../deadline/policy.js';
import { dayIn } from '../deadline/tell-time.js';

/** Who publishes, from the policy. */
export function publisherOf({ project, contact, calendar, publisher }: Policy): Publisher {
  return {
    project,
    ...(contact === undefined ? {} : { contact }),
    vendor: publisher.vendor,
    namespace: publisher.namespace,
    day: (at) => dayIn(at, calendar.zone),
  };
}
