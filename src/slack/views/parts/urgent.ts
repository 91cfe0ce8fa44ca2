import type { Locale } from '../../../locales/locale-of.js';
import { isUrgent } from '../../../report/exploited-or-public.js';
import type { Report } from '../../../report/report.js';

export const urgentMark = '🚨';

/** That the vulnerability is exploited or public already, as its reporter says: the first thing everybody sees. Class A. */
export function urgentText(report: Report, { immediateNotice: say }: Locale): string | undefined {
  if (!isUrgent(report)) return undefined;
  return `${urgentMark} ${report.form.knownAlready === 'exploited' ? say.exploited : say.public}`;
}
