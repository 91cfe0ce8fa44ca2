import type { Report } from './report.js';

/** Whether the reporter says that attackers use it, or that it is public: then the team is told before anything less urgent. */
export function isKnownAlready({ form }: Report): boolean {
  return form.knownAlready === 'exploited' || form.knownAlready === 'public';
}
