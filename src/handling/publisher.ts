import type { Publisher } from '../advisory/advisory.js';
import type { Policy } from '../deadline/policy.js';
import { dayIn } from '../deadline/tell-time.js';
import { defined } from '../report/defined.js';

/** Who publishes, from the policy. */
export function publisherOf({ project, contact, calendar, publisher }: Policy): Publisher {
  return {
    project,
    ...defined({ contact }),
    vendor: publisher.vendor,
    namespace: publisher.namespace,
    day: (at) => dayIn(at, calendar.zone),
  };
}
