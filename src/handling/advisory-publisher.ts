import type { Publisher } from '../advisory/advisory.js';
import { localDate } from '../deadline/local-date.js';
import type { Policy } from '../deadline/policy.js';
import { defined } from '../report/defined.js';

/** The publisher of advisories, as the policy has it. */
export function publisherOf({ project, contact, calendar, publisher, products }: Policy): Publisher {
  return {
    project,
    ...defined({ contact }),
    vendor: publisher.vendor,
    namespace: publisher.namespace,
    ...defined({ advisories: publisher.advisories }),
    products,
    day: (at) => localDate(at, calendar.zone),
  };
}
