import type { KnownBlock } from '@slack/types';
import { formatDate } from '../../../deadline/format-time.js';
import { localDate } from '../../../deadline/local-date.js';
import type { Locale } from '../../../locales/locale-of.js';
import { context, plain } from '../kit/blocks.js';
import { cut } from '../kit/truncate.js';
import type { TriageFacts } from '../triage-facts.js';
import { verdictMark } from './labels.js';

/** Versions whose verdicts are shown. */
const mostVersions = 20;

/** How the versions stood on the day of the report. */
export function verdictBlocks(
  { report, versions, zone }: Pick<TriageFacts, 'report' | 'versions' | 'zone'>,
  { card, terms, triage: say, language }: Locale,
): KnownBlock[] {
  if (versions.length === 0 && report.affected.length === 0) return [];
  const verdicts = versions
    .slice(0, mostVersions)
    .map(({ version, verdict }) => `${verdictMark[verdict]} ${card.version(cut(version, 80), terms.verdict[verdict])}`);
  const day = formatDate(localDate(report.receivedAt, zone), language);
  return [context(plain([say.supportOn(day), ...verdicts].join('\n')))];
}
