import type { KnownBlock } from '@slack/types';
import type { Deadline } from '../../../deadline/deadlines.js';
import type { Locale } from '../../../locales/locale-of.js';
import { creditOf } from '../../../report/credit.js';
import { isPromised, type PromisedDuty } from '../../../report/duty.js';
import { ownReplies } from '../../../report/kept-back.js';
import { asksForPublicBug, waitsForReporter } from '../../../report/open-question.js';
import type { Report } from '../../../report/report.js';
import { isClosed } from '../../../report/status.js';
import type { ListRow, MineFacts } from '../facts.js';
import { button, context, marked, plain, section } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { isShortened } from '../kit/long-text.js';
import { messageText } from '../messages/message-to-reporter.js';
import { creditText } from '../parts/credit-text.js';
import { lateMark, momentText, writtenBy } from '../parts/labels.js';
import { isForReporter, ownStepBlocks } from '../parts/own-steps.js';
import { sharedActions } from '../shared-actions.js';
import { ownStatus, replyLabel } from './own-report.js';

const shownMessages = 3;
/** Characters of a message; the whole of it is behind **Read all**. */
const shownCharacters = 1500;

type ReporterNotice = Deadline & Readonly<{ duty: PromisedDuty }>;

/** Whether the reporter waits for it. */
function isReporterNotice(deadline: Deadline): deadline is ReporterNotice {
  return isPromised(deadline.duty);
}

/** A report as its reporter sees it in a list: its state, the newest messages, and what they can do. */
export function ownReportEntry(
  { report, deadlines }: ListRow,
  { calendar, project, now }: MineFacts,
  locale: Locale,
): KnownBlock[] {
  const { mine: say, pages } = locale;
  const { zone } = calendar;
  const { id, form } = report;
  const due = deadlines.find(isReporterNotice);
  const seen = report.messages.filter(isForReporter);
  const wrote = ownReplies(report).at(-1);
  const newest = seen
    .slice(-shownMessages)
    .flatMap((message) => [
      context(...writtenBy(message, zone, locale)),
      section(plain(messageText({ report, message, project, zone }, locale), shownCharacters)),
    ]);
  const heading = section(plain(locale.terms.labelled(id, form.title)));
  const shortened = seen.length > shownMessages || isShortened([heading, ...newest]);
  return [
    { ...heading, accessory: button(sharedActions.readOwn, pages.readAll, { id }) },
    context(
      ...(waitsForReporter(report) && !report.paused?.replies.length ? [plain(say.asked)] : []),
      plain(ownStatus(report, locale)),
      ...(report.seen === undefined || report.messages.length > 0
        ? []
        : [marked(say.seen(momentText(report.seen.at, zone, locale)))]),
      // So that whoever just pressed Send sees that it arrived.
      ...(wrote === undefined ? [] : replyLabel(wrote, zone, locale)),
      ...(shortened ? [plain(pages.shortenedForReporter)] : []),
    ),
    ...(due === undefined ? [] : [section(marked(dueText(due, now, zone, locale)))]),
    ...disclosureText(report, zone, locale),
    ...(seen.length === 0 && isClosed(report)
      ? []
      : [section(marked(`*${escapeMrkdwn(seen.length === 0 ? say.noMessages : say.messages)}*`))]),
    ...newest,
    ...ownStepBlocks(report, locale),
  ];
}

/** By when the team writes: the moment that the reporter was told, though an earlier one may bind the team by now. */
function dueText({ duty, dueAt, toldAt = dueAt }: ReporterNotice, now: Date, zone: string, locale: Locale): string {
  const { due, overdue } = locale.mine;
  const time = momentText(toldAt, zone, locale);
  return now >= toldAt ? `${lateMark} ${overdue[duty](time)}` : due[duty](time);
}

/** Until when nothing is published, and how the reporter is thanked: one block, so that a view has room for all of them. */
function disclosureText(report: Report, zone: string, locale: Locale): KnownBlock[] {
  const { mine: say } = locale.remediation;
  const { embargo, earlyAgreedAt, status } = report;
  if (asksForPublicBug(report)) return [context(plain(locale.publicBug.question))];
  if (status === 'declined' && report.decline?.publicBug === 'agreed') return [context(plain(locale.publicBug.yours))];
  if (isClosed(report) && status !== 'duplicate') return [];
  const runs = embargo !== undefined && status !== 'disclosed' && !isClosed(report);
  return [
    context(
      ...(runs ? [marked(say.embargo(momentText(embargo.dueAt, zone, locale)))] : []),
      ...(runs && earlyAgreedAt !== undefined ? [plain(say.agreed)] : []),
      plain(say.credit(creditText([creditOf(report)], locale))),
    ),
  ];
}
