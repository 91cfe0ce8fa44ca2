import type { Credit } from './form.js';
import type { Report } from './report.js';

/** How the reporter is to be thanked, as they want it now. */
export function creditOf({ credit, form }: Pick<Report, 'credit' | 'form'>): Credit {
  return credit ?? form.credit;
}
