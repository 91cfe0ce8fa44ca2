import type { Publisher } from '../advisory/advisory.js';
import { dayIn } from '../deadline/format-time.js';
import type { Policy } from '../deadline/policy.js';
import { defined } from '../report/defined.js';

/** The publisher of advisories, as the policy has it. */
export function publisherOf({ project, contact, calendar, publisher }: Policy): Publisher {
  return {
    project,
    ...defined({ contact }),
    vendor: publisher.vendor,
    namespace: publisher.namespace,
    day: (at) => dayIn(at, calendar.zone),
  };
}
