import type { KnownBlock } from '@slack/types';
import type { ExplainedDay } from '../../../deadline/explain.js';
import { dateToken, formatDay } from '../../../deadline/format-time.js';
import { remembered } from '../../../deadline/remembered.js';
import type { Locale } from '../../../locales/locale-of.js';
import { surface } from '../declare-surface.js';
import type { ReceiptFacts } from '../facts.js';
import { button, buttons, context, header, marked, modal, nameOf, plain, section } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { cut, cutEscaped } from '../kit/truncate.js';
import { breakLines } from '../parts/break-lines.js';
import { type DayRun, dayRuns } from '../parts/day-runs.js';
import { careMark, teamTime } from '../parts/labels.js';
import { sharedActions } from '../shared-actions.js';

/** Runs of days that are listed; a longer count is cut, its end said anyway. */
const mostRuns = 25;

/** The same receipt as a direct message, where it lasts. */
const receiptMessage = surface('message', 'own_reporter', 'A', (facts: ReceiptFacts, locale) => {
  const { receipt: say } = locale;
  const gist = [
    stored(facts, locale),
    answer(facts, locale),
    ...away(facts, locale),
    told(facts, locale),
    say.robot,
    say.confidential,
  ];
  return { text: cutEscaped(locale.terms.together(gist), 3900), blocks: blocksOf(facts, locale) };
});

/** What the form turns into when the report is stored. */
const receipt = surface('modal', 'own_reporter', 'A', (facts: ReceiptFacts, locale) => {
  const { title, close } = locale.receipt;
  return modal({ title, close, blocks: blocksOf(facts, locale) });
});

function blocksOf(facts: ReceiptFacts, locale: Locale): KnownBlock[] {
  const { receipt: say, language } = locale;
  const { promise, zone } = facts;
  const forYou = say.forYou(dateToken(promise.dueAt, zone, language));
  return [
    header(stored(facts, locale)),
    section(marked(`*${escapeMrkdwn(answer(facts, locale))}*\n${forYou}`)),
    ...(promise.provisional ? [section(plain(`${careMark} ${say.provisional}`))] : []),
    ...away(facts, locale).map((line) => section(plain(line))),
    section(plain(told(facts, locale))),
    ...countingBlocks(facts, locale),
    section(marked([`*${say.next}*`, ...say.steps.map((step, i) => `${i + 1}. ${step}`)].join('\n'))),
    section(plain(say.confidential)),
    context(plain(say.robot)),
    buttons(
      button(sharedActions.readOwn, locale.pages.readAll, { id: facts.id }),
      button(sharedActions.mine, locale.intakeMessage.mine),
    ),
  ];
}

function stored({ id, amended }: ReceiptFacts, { receipt: say }: Locale): string {
  return amended === true ? say.amended(id) : say.stored(id);
}

function answer({ project, promise, zone }: ReceiptFacts, locale: Locale): string {
  return locale.receipt.answer(cut(project, 100), teamTime(promise.dueAt, zone, locale));
}

function away({ promise: { countsFrom: at }, zone }: ReceiptFacts, locale: Locale): readonly string[] {
  return breakLines(at && { at, zone }, 'receipt', locale);
}

function told({ onDuty }: ReceiptFacts, { receipt: say }: Locale): string {
  return onDuty === undefined ? say.teamText : say.onDuty(nameOf(onDuty));
}

/** How the promise was reckoned; nothing when the calendar of today would reckon it otherwise. */
function countingBlocks({ explanation, promise }: ReceiptFacts, locale: Locale): KnownBlock[] {
  if (explanation.due.getTime() !== promise.dueAt.getTime()) return [];
  const { receipt: say } = locale;
  const { term } = explanation;
  if (!('workingDays' in term))
    return [section(plain('hours' in term ? say.countingHours(term.hours) : say.countingDays(term.calendarDays)))];
  const days = countedDays(explanation.days, { locale, fromBreak: promise.countsFrom !== undefined });
  return [section(marked(`*${say.counting(term.workingDays)}*\n${days}`))];
}

type Counting = Readonly<{ locale: Locale; fromBreak: boolean }>;

/** The days in a list. Reports of one day have the same. */
const countedDays = remembered(
  ({ locale, fromBreak }: Counting) => `${locale.language}/${fromBreak}`,
  (days: readonly ExplainedDay[], counting): string => {
    let counted = 0;
    const lines = dayRuns(days, counting.locale.language).map((run) => {
      if (run.counted) counted += 1;
      return runText(run, counted, counting);
    });
    const shown = lines.length > mostRuns ? [...lines.slice(0, mostRuns - 2), '…', ...lines.slice(-1)] : lines;
    return shown.map((line) => `• ${cutEscaped(line, 110)}`).join('\n');
  },
);

function runText(run: DayRun, counted: number, { locale, fromBreak }: Counting): string {
  const { receipt: say, language } = locale;
  const first = formatDay(run.first, language);
  const days = run.first === run.last ? first : say.span(first, formatDay(run.last, language));
  switch (run.why) {
    case 'received':
      return fromBreak ? say.dayBack(first) : say.dayReceived(first);
    case 'working_day':
    case 'half_day':
    case 'make_up_day':
      return say.dayCounted(first, counted, run.why, run.name);
    case 'weekend':
    case 'holiday':
      return say.daySkipped(days, run.why, run.name);
    default:
      return run.why satisfies never;
  }
}

export const receipts = { receipt, receiptMessage };
