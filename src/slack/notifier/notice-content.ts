import { preparedAdvisory, publishedAdvisory } from '../../advisory/advisory-of.js';
import { hearsFor } from '../../deadline/on-duty.js';
import type { Policy } from '../../deadline/policy.js';
import { publisherOf } from '../../handling/advisory-publisher.js';
import type { NoticePost } from '../../handling/notifier.js';
import type { TrackedReport } from '../../handling/tracked-report.js';
import { defined } from '../../report/defined.js';
import type { Language } from '../../report/form.js';
import { recordedAlong } from '../../report/step-of-act.js';
import { voidedPreparations } from '../../report/voided-preparations.js';
import type { AnnouncementFacts } from '../views/advisory-facts.js';
import { receiptFacts } from '../views/receipt-facts.js';
import { type ShownAs, show } from '../views/surfaces.js';
import type { MessageKey } from './message-key.js';

/** Somebody is to hear of it and nobody is in charge: the line's mention would reach no one. */
export function unheard(due: NoticePost, policy: Policy): boolean {
  return due.notice.kind === 'thread' && due.notice.ping === true && mentionedIn(due, policy) === undefined;
}

/** Whom a line mentions: the responder, or who hears for them while they are away. */
function mentionedIn({ tracked, notice, now }: NoticePost, policy: Policy): string | undefined {
  const { responder } = tracked.report;
  const pings = notice.kind === 'thread' && notice.ping === true;
  return pings && responder !== undefined ? hearsFor(responder.user, policy, now) : undefined;
}

/** The key by which a copy is found again. */
export function keyOf({ tracked, notice }: NoticePost): MessageKey {
  const { id } = tracked.report;
  if (notice.kind === 'immediate' || notice.kind === 'superseded' || notice.kind === 'approval')
    return `${id}/${notice.key}/${notice.nth}`;
  return `${id}/${notice.kind}/${notice.event}`;
}

/** The line for the thread of the card. */
export function lineFor(due: NoticePost, policy: Policy): ShownAs<'message', 'responder'> {
  const { tracked, notice, now } = due;
  const { report, history } = tracked;
  const { zone } = policy.calendar;
  if (notice.kind === 'approval') return show('approvalLine', { report }, policy.teamLanguage);
  const event = history[notice.event];
  if (event === undefined) throw new RangeError('a notice of an event that is not in the history');
  // What is prepared is looked at in the channel where it is approved. An older preparation is told in a line.
  if (event.type === 'DisclosurePrepared' && report.prepared?.event === notice.event) {
    const advisory = preparedAdvisory(report, policy.project, event.credits, now);
    const before = publishedAdvisory(report, policy.project);
    const first = policy.teamLanguage;
    const facts = { report, publisher: publisherOf(policy), first, now, ...defined({ before }) };
    if (advisory !== undefined) return show('disclosurePreview', { ...facts, advisory }, first);
  }
  const mention = mentionedIn(due, policy);
  const voided = voidedPreparations(history).has(notice.event);
  const along = recordedAlong(history, notice.event, tracked.cursor.thread);
  return show('threadLine', { report, event, along, voided, zone, ...defined({ mention }) }, policy.teamLanguage);
}

/** What goes into the reporter's direct messages; `undefined` where there is nothing to say any more. */
export function toReporter(
  { tracked, notice, original }: NoticePost,
  policy: Policy,
  nameOf: (user: string) => string | undefined,
): ShownAs<'message', 'own_reporter'> | undefined {
  const { report } = tracked;
  const language: Language = report.form.language;
  if (notice.kind === 'receipt') return show('receiptMessage', receiptFacts(report, policy, nameOf), language);
  const message = report.messages.find((one) => notice.kind === 'message' && one.event === notice.message);
  const { zone } = policy.calendar;
  if (message === undefined) return undefined;
  const { project } = policy;
  const published = message.purpose === 'thanks' ? publishedAdvisory(original ?? report, project) : undefined;
  const advisory = published && { advisory: published, publisher: publisherOf(policy), first: language };
  return show('messageToReporter', { report, message, project, zone, ...defined({ advisory }) }, language);
}

/**
 * The announcement of a revision, and where it goes; `undefined` where there is no such revision. `supersededBy`: the revision that
 * corrects it, and where Slack opens that.
 */
export function announcementOf(
  { report }: TrackedReport,
  published: number,
  policy: Policy,
  supersededBy?: AnnouncementFacts['supersededBy'],
) {
  const publication = report.publications.find(({ event }) => event === published);
  const advisory = publishedAdvisory(report, policy.project, published);
  if (publication === undefined || advisory === undefined) return undefined;
  const facts = { advisory, publisher: publisherOf(policy), first: policy.teamLanguage, ...defined({ supersededBy }) };
  return { channel: publication.channel, shown: show('announcement', facts, policy.teamLanguage) };
}
