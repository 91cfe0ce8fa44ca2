import type { KnownBlock, ModalView } from '@slack/types';
import { dateToken, tellDay } from '../../../deadline/tell-time.js';
import type { Words } from '../../../locales/words.js';
import type { ReceiptFacts } from '../facts.js';
import { context, header, marked, modal, nameOf, plain, section } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { cut, cutEscaped } from '../kit/truncate.js';
import { type DayRun, dayRuns } from '../parts/day-runs.js';
import { careMark, teamTime } from '../parts/labels.js';
import type { Posted } from '../surface.js';

/** Runs of days that are listed; a longer count is cut, its end said anyway. */
const mostRuns = 25;

/** The same receipt as a direct message, where it lasts. */
export function receiptMessage(facts: ReceiptFacts, words: Words): Posted {
  const { receipt: say } = words;
  const gist = [stored(facts, words), answer(facts, words), told(facts, words), say.robot, say.confidential];
  return { text: cutEscaped(gist.join(' '), 3900), blocks: blocksOf(facts, words) };
}

/** What the form turns into when the report is stored. */
export function receipt(facts: ReceiptFacts, words: Words): ModalView {
  const { title, close } = words.receipt;
  return modal({ title, close, blocks: blocksOf(facts, words) });
}

function blocksOf(facts: ReceiptFacts, words: Words): KnownBlock[] {
  const { receipt: say, language } = words;
  const { promise, zone } = facts;
  const forYou = say.forYou(dateToken(promise.dueAt, zone, language));
  return [
    header(stored(facts, words)),
    section(marked(`*${escapeMrkdwn(answer(facts, words))}*\n${forYou}`)),
    ...(promise.provisional ? [section(plain(`${careMark} ${say.provisional}`))] : []),
    section(plain(told(facts, words))),
    ...countingBlocks(facts, words),
    section(marked([`*${say.next}*`, ...say.steps.map((step, i) => `${i + 1}. ${step}`)].join('\n'))),
    section(plain(say.confidential)),
    context(plain(say.robot)),
  ];
}

function stored({ id, amended }: ReceiptFacts, { receipt: say }: Words): string {
  return amended === true ? say.amended(id) : say.stored(id);
}

function answer({ project, promise, zone }: ReceiptFacts, words: Words): string {
  return words.receipt.answer(cut(project, 100), teamTime(promise.dueAt, zone, words));
}

function told({ onDuty }: ReceiptFacts, { receipt: say }: Words): string {
  return onDuty === undefined ? say.teamText : say.onDuty(nameOf(onDuty));
}

/** How the promise was reckoned; nothing when the calendar of today would reckon it otherwise. */
function countingBlocks({ explanation, promise }: ReceiptFacts, words: Words): KnownBlock[] {
  if (explanation.due.getTime() !== promise.dueAt.getTime()) return [];
  const { receipt: say, language } = words;
  let counted = 0;
  const lines = dayRuns(explanation.days, language).map((run) => {
    if (run.counted) counted += 1;
    return runText(run, counted, words);
  });
  const shown = lines.length > mostRuns ? [...lines.slice(0, mostRuns - 2), '…', ...lines.slice(-1)] : lines;
  const heading = `*${say.counting(explanation.workingDays)}*`;
  return [section(marked([heading, ...shown.map((line) => `• ${cutEscaped(line, 110)}`)].join('\n')))];
}

function runText(run: DayRun, counted: number, { receipt: say, language }: Words): string {
  const first = tellDay(run.first, language);
  const days = run.first === run.last ? first : say.span(first, tellDay(run.last, language));
  switch (run.why) {
    case 'received':
      return say.dayReceived(first);
    case 'working_day':
    case 'make_up_day':
      return say.dayCounted(first, counted, run.why, run.name);
    case 'weekend':
    case 'holiday':
      return say.daySkipped(days, run.why, run.name);
    default:
      return run.why satisfies never;
  }
}
