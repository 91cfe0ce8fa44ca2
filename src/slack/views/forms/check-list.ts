import type { KnownBlock } from '@slack/types';
import { formatDay } from '../../../deadline/format-time.js';
import type { Locale } from '../../../locales/locale-of.js';
import { creditOf } from '../../../report/credit.js';
import { hasPatchedRelease, linesWithoutFix } from '../../../report/fixed-lines.js';
import type { CheckListFacts } from '../disclosure-facts.js';
import { divider, marked, plain, section } from '../kit/blocks.js';
import { creditText } from '../parts/credit-text.js';
import { careMark, momentText, reporterName } from '../parts/labels.js';

const doneMark = '✅';
const stopMark = '⛔';

/** What has to be so before an advisory is published, how it stands, and what to think about. */
export function checkList(facts: CheckListFacts, locale: Locale): KnownBlock[] {
  const { report, credits, channel, byHand } = facts;
  const { check: say } = locale.disclosure;
  const credit = creditText([creditOf(report), ...credits], locale);
  return [
    section(marked(`*${say.heading}*`)),
    releases(facts, locale),
    embargo(facts, locale),
    day(facts, locale),
    section(plain(`${doneMark} ${say.credit(credit)}`)),
    channel === undefined
      ? section(plain(`${stopMark} ${say.noChannel}`))
      : section(marked(`${doneMark} ${say.channel(`<#${channel}>`)}`)),
    section(plain(say.closedWords)),
    ...(byHand ? [section(plain(`${careMark} ${say.thankByHand(reporterName(report))}`))] : []),
    divider,
  ];
}

function releases({ report }: CheckListFacts, { disclosure: { check: say }, terms }: Locale) {
  const open = linesWithoutFix(report);
  if (!hasPatchedRelease(report)) return section(plain(`${stopMark} ${say.noRelease}`));
  if (report.embargoBroken !== undefined) return section(plain(`${careMark} ${say.publicOneRelease}`));
  return open.length > 0
    ? section(plain(`${stopMark} ${say.linesLeft(terms.listed(open))}`))
    : section(plain(`${doneMark} ${say.patched}`));
}

function embargo({ report, zone, now }: CheckListFacts, locale: Locale) {
  const { check: say } = locale.disclosure;
  const { embargo: agreed, earlyAgreedAt, embargoBroken } = report;
  if (embargoBroken !== undefined) return section(plain(`${careMark} ${say.publicNoEmbargo}`));
  if (agreed === undefined) return section(plain(`${doneMark} ${say.noEmbargo}`));
  if (agreed.dueAt <= now) return section(plain(`${doneMark} ${say.embargoOver}`));
  if (earlyAgreedAt !== undefined) return section(plain(`${doneMark} ${say.agreedEarly}`));
  return section(marked(`${stopMark} ${say.embargoRuns(momentText(agreed.dueAt, zone, locale))}`));
}

function day({ concerns, today }: CheckListFacts, locale: Locale) {
  const { check: say } = locale.disclosure;
  const told = formatDay(today, locale.language);
  if (concerns.length === 0) return section(plain(`${doneMark} ${say.goodDay(told)}`));
  return section(plain([`${careMark} ${say.badDay(told)}`, ...concerns.map(say.concern)].join('\n')));
}
