import type { Locale } from '../../../locales/locale-of.js';
import { creditOf } from '../../../report/credit.js';
import { isWrittenByPerson, type MissedPromise } from '../../../report/message.js';
import { isUnacknowledged } from '../../../report/status.js';
import { surface } from '../declare-surface.js';
import { button, buttons, context, divider, header, marked, nameOf, plain, section } from '../kit/blocks.js';
import { cut, pieces } from '../kit/truncate.js';
import { visible } from '../kit/visible.js';
import type { MessageFacts } from '../message-facts.js';
import { announcementBlocks } from '../parts/announcement.js';
import { creditText } from '../parts/credit-text.js';
import { momentText, teamTime } from '../parts/labels.js';
import { laterDateReason } from '../parts/later-date.js';
import { embargoQuestion, ownActions } from '../parts/own-steps.js';
import { sharedActions } from '../shared-actions.js';

/** Characters that Slack takes in all blocks of a message, with room for the rest of it. */
const mostOfAMessage = 9000;

/** A message in the reporter's direct messages: a responder's own, or the bot's about what the team has done. */
export const messageToReporter = surface('message', 'own_reporter', 'C', (facts: MessageFacts, locale) => {
  const { report, message, project, zone } = facts;
  const { message: say, mine } = locale;
  const team = cut(project, 100);
  const from = message.by === undefined ? say.fromTeam(team) : say.from(nameOf(message.by), team);
  const text = messageText(facts, locale);
  const shown = visible(text).length > mostOfAMessage ? cut(text, mostOfAMessage) : text;
  const { nextUpdate } = report;
  // The bot's own words promise nothing, even when they go out at the same moment.
  const promises = isWrittenByPerson(message) && nextUpdate?.since.getTime() === message.at.getTime();
  const promised = promises ? nextUpdate.dueAt : undefined;
  const disclosed = message.purpose === 'thanks' || message.purpose === 'withdrawal';
  const asks = message.purpose === 'embargo_proposal';
  // What the team does not fix has no patched release to wait for.
  const confidential = report.status !== 'declined';
  return {
    text: locale.notification.forReporter(report.id),
    blocks: [
      header(from),
      context(plain(say.about(report.id, report.form.title))),
      ...pieces(shown, 3000).map((part) => section(plain(part))),
      ...(shown === text ? [] : [context(plain(locale.pages.shortenedInMessage))]),
      ...(promised === undefined ? [] : [section(marked(say.nextUpdate(momentText(promised, zone, locale))))]),
      ...(message.purpose === 'promise_moved' ? [section(marked(newPromise(facts, locale)))] : []),
      ...((asks || message.purpose === 'embargo') && report.embargo !== undefined
        ? [section(marked(say.embargoUntil(momentText(report.embargo.dueAt, zone, locale))))]
        : []),
      ...(asks ? [embargoQuestion(report, message.event, locale)] : []),
      ...(facts.advisory === undefined ? [] : [divider, ...announcementBlocks(facts.advisory, locale)]),
      buttons(
        ...(disclosed || asks ? [] : [button(ownActions.answer, mine.answer, { id: report.id })]),
        button(sharedActions.readOwn, locale.pages.readAll, { id: report.id }),
      ),
      ...(disclosed || !confidential ? [] : [context(plain(say.footer))]),
    ],
  };
});

/** What the moved promise was about: the first answer, or the decision that is due with it. */
function newPromise({ report, message, zone }: MessageFacts, locale: Locale): string {
  const { mine, message: say } = locale;
  const { nextUpdate, promise } = report;
  if (message.duty === 'next_update' && nextUpdate !== undefined)
    return say.nextUpdate(momentText(nextUpdate.dueAt, zone, locale));
  const time = momentText(promise.dueAt, zone, locale);
  const sentence = isUnacknowledged(report) ? mine.due.acknowledge(time) : mine.due.confirm(time);
  return promise.provisional ? locale.terms.followed(sentence, locale.receipt.provisional) : sentence;
}

/** The days off for which the date was moved. */
function movedDays({ report, message }: MessageFacts) {
  const { moved } = message.duty === 'next_update' ? (report.nextUpdate ?? {}) : report.promise;
  return moved?.days ?? [];
}

/** What a message says: a person's words, or the bot's about what the team has done. */
export function messageText(facts: MessageFacts, locale: Locale): string {
  return isWrittenByPerson(facts.message) ? facts.message.text : news(facts, locale);
}

/** The bot's words about what the team has done: from the report as it is now. */
function news(facts: MessageFacts, locale: Locale): string {
  const { report, message, project, zone } = facts;
  const { message: say } = locale;
  const { id } = report;
  const credit = creditOf(report);
  switch (message.purpose) {
    case 'promise_moved':
      return say.promiseMoved(id, laterDateReason(movedDays(facts), locale));
    case 'embargo_proposal':
      return say.embargoProposal(id);
    case 'embargo':
      return say.embargo(id);
    case 'withdrawal':
      return withdrawalText(facts, locale);
    case 'late':
      return message.missed === undefined ? say.stillReminding : lateText(message.missed, zone, locale);
    case 'reminder':
      return say.reminder(id);
    case 'paused':
      return say.paused(id, message.until === undefined ? undefined : teamTime(message.until, zone, locale));
    case 'credit':
      return say.credit(id, credit.by === 'name' ? creditText([credit], locale) : undefined);
    default:
      return say.thanks(id, cut(project, 100), credit.by === 'name' ? credit.name : undefined);
  }
}

/** That an advisory was withdrawn, and why: of this report, or of the one that it duplicates. */
function withdrawalText({ report, message }: MessageFacts, { message: say }: Locale): string {
  const own = report.publications.findLast(({ withdrawn }) => withdrawn === true)?.change;
  const { id, reason } = message.withdrawn ?? { id: report.id, reason: own ?? '' };
  return say.withdrawal(id, cut(reason, 300));
}

/** That a promise was missed, and when the next word comes. */
function lateText({ duty, dueAt, nextUpdate }: MissedPromise, zone: string, locale: Locale): string {
  const { mine, message: say, terms } = locale;
  const next = nextUpdate && say.nextUpdate(teamTime(nextUpdate, zone, locale));
  return terms.followed(mine.overdue[duty](teamTime(dueAt, zone, locale)), next ?? say.stillReminding);
}
