import type { Credit } from './form.js';
import type { Report } from './report.js';

/** The credit that the reporter wants now. */
export function creditOf({ credit, form }: Pick<Report, 'credit' | 'form'>): Credit {
  return credit ?? form.credit;
}
