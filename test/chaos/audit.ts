import { deadlinesOf } from '../../src/deadline/deadlines.js';
import { latestRung, type Rung } from '../../src/deadline/ladder.js';
import type { TrackedReport } from '../../src/handling/tracked-report.js';
import { isOwed } from '../../src/report/decide-messages.js';
import { stepOfAct } from '../../src/report/step-of-act.js';
import type { Message } from '../../src/sandbox/message-log.js';
import { sandbox } from '../../src/sandbox/sandbox-world.js';
import { actions } from '../../src/slack/views/actions.js';
import { local } from '../deadline/oracle.js';
import { buttonsOf } from '../support/screen.js';
import type { Observed } from './settled.js';

/** What stands on Slack, held against what is stored. Every list is of ids, keys or places: empty means that all is well. */
export type Audit = Readonly<{
  /** Counts, to be printed: they say how much there was to go wrong. */
  counted: Readonly<Record<string, number>>;
  withoutCard: readonly string[];
  doubledCards: readonly string[];
  missingLines: readonly string[];
  doubledLines: readonly string[];
  /** Deadlines that are near or past, of reports that nobody has, and that no digest in the channel told of. */
  missedRungs: readonly string[];
  /** The latest rung of a responder's open report that the responder was not told of. */
  missedReminders: readonly string[];
  doubledReminders: readonly string[];
  withoutReceipt: readonly string[];
  doubledReceipts: readonly string[];
  doubledMessages: readonly string[];
  doubtedMessages: readonly string[];
  /** Neither delivered nor doubted, and still owed. */
  lostMessages: readonly string[];
  /** Doubted, but the card does not ask whether it arrived. */
  unaskedMessages: readonly string[];
  /** Reports that more than one person was told they had taken. */
  takenTwice: readonly string[];
}>;

export async function audit(bot: Observed): Promise<Audit> {
  const reports = await bot.reports();
  const posted = bot.slack.world.messages.all().filter(({ deleted, onlyFor }) => !deleted && onlyFor === undefined);
  const byKey = new Map<string, Message[]>();
  for (const message of posted) byKey.set(keyOf(message), [...(byKey.get(keyOf(message)) ?? []), message]);
  const copies = (key: string) => byKey.get(key)?.length ?? 0;
  const missing = (keys: readonly string[]) => keys.filter((key) => copies(key) === 0);
  const doubled = (keys: readonly string[]) => keys.filter((key) => copies(key) > 1);

  const cards = reports.map(({ report }) => `${report.id}/card`);
  const lines = reports.flatMap(linesOf);
  const rungs = reports.flatMap((tracked) => latestRungs(bot, tracked));
  const digests = [...byKey.keys()].filter((key) => key.startsWith('digest '));
  const channel = await bot.database.db.collection<ChannelDocument>('desk').findOne({ _id: 'person/channel' });
  const untold = rungs.filter(
    ({ id, key, number, responder, kind }) =>
      responder === undefined &&
      (kind === 'hours_before' || kind === 'at_deadline') &&
      (digests.length === 0 || (channel?.said[`${id}:${key}`] ?? 0) < number),
  );
  // Whoever wrote from elsewhere gets none.
  const receipts = reports.flatMap(({ report }) =>
    report.reporter.kind === 'slack' ? [`${report.id}/receipt/0`] : [],
  );
  const messages = reports.flatMap(messagesOf);
  // The key of a long message is cut off before its first reminder where many news come with it.
  const isReminder = (key: string) => !key.startsWith('digest ') && (key.includes(':') || key.length === longestKey);
  const unsent = messages.filter(({ key, doubted }) => !doubted && copies(key) === 0);
  const reminders = posted.filter((message) => isReminder(keyOf(message)));
  const told = ({ id, at, responder }: LatestRung) =>
    reminders.filter(
      ({ channel, text, ts }) =>
        channel === `D${responder?.slice(1)}` && text.includes(id) && Number(ts) * 1000 >= at.getTime(),
    ).length;
  const withResponder = rungs.filter(({ reminded }) => reminded);
  const named = ({ id, key, number, responder }: LatestRung) =>
    `${id}/${key}/${number} to ${responder ?? 'the channel'}`;
  return {
    counted: {
      reports: reports.length,
      cards: cards.reduce((sum, key) => sum + copies(key), 0),
      'thread lines': lines.reduce((sum, key) => sum + copies(key), 0),
      digests: digests.reduce((sum, key) => sum + copies(key), 0),
      receipts: receipts.reduce((sum, key) => sum + copies(key), 0),
      'messages to reporters': messages.reduce((sum, { key }) => sum + copies(key), 0),
      'of them doubted': messages.filter(({ doubted }) => doubted).length,
      'overtaken by the team': unsent.filter(({ overtaken }) => overtaken).length,
      'reminders to people': reminders.length,
      'rungs that those had to tell': withResponder.length,
    },
    withoutCard: missing(cards),
    doubledCards: doubled(cards),
    missingLines: missing(lines),
    doubledLines: doubled([...lines, ...digests]),
    missedRungs: untold.map(named),
    missedReminders: withResponder.filter((rung) => told(rung) === 0).map(named),
    doubledReminders: withResponder.filter((rung) => told(rung) > 1).map(named),
    withoutReceipt: missing(receipts),
    doubledReceipts: doubled(receipts),
    doubledMessages: doubled(messages.map(({ key }) => key)),
    doubtedMessages: messages.filter(({ doubted }) => doubted).map(({ key }) => key),
    lostMessages: unsent.filter(({ overtaken }) => !overtaken).map(({ key }) => key),
    unaskedMessages: messages
      .filter(({ id, doubted }) => doubted && !asks(byKey.get(`${id}/card`)?.[0]))
      .map(({ key }) => key),
    takenTwice: reports
      .filter(({ history }) => history.filter(({ type }) => type === 'ResponderAssigned').length > 1)
      .map(({ report }) => report.id),
  };
}

/** So much of a message's key is kept. */
const longestKey = 200;

function keyOf({ metadata }: Message): string {
  return metadata?.event_type === 'vulndesk_said' ? String(metadata.event_payload.key) : '';
}

/** Everything that happened after the receipt has its line, or is told in that of the same act. */
function linesOf({ report, history }: TrackedReport): string[] {
  return history.flatMap((event, i) =>
    ['ReportReceived', 'ReportSeen', 'PromiseMissed'].includes(event.type) || stepOfAct(history, i) !== i
      ? []
      : [`${report.id}/thread/${i}`],
  );
}

type ChannelDocument = { _id: string; said: Record<string, number> };
type LatestRung = Readonly<{
  id: string;
  key: string;
  number: number;
  kind: Rung['kind'];
  at: Date;
  responder: string | undefined;
  /** Whether the responder has to have heard of it. */
  reminded: boolean;
}>;

/** Where each open duty of a report stands on its ladder; the responder hears of what comes after they took it. */
function latestRungs({ policy, now }: Observed, { report }: TrackedReport): LatestRung[] {
  return deadlinesOf(report, policy).flatMap((deadline) => {
    const rung = latestRung(deadline, policy, now());
    // What came before was the business of the first word.
    if (rung === undefined || rung.at < (deadline.remindFrom ?? rung.at)) return [];
    const since = report.assignedAt ?? report.receivedAt;
    // What is late may wait for the person's hours, until its deadline.
    const time = local(now(), policy.calendar.zone).slice(11);
    const mayWait = now() < deadline.dueAt && (time < policy.personHours.open || policy.personHours.close < time);
    const responder = report.responder?.user;
    const reminded = responder !== undefined && rung.tell.includes('responder') && rung.at > since && !mayWait;
    const { number, at, kind } = rung;
    return [{ id: report.id, key: `${deadline.duty}_${deadline.opening}`, number, kind, at, responder, reminded }];
  });
}

function messagesOf({ report, history }: TrackedReport) {
  return report.messages
    .filter(({ route }) => route === 'direct_message')
    .map(({ event, missed }) => {
      // That the team is late is told to nobody who has heard from it in the meantime.
      const overtaken = missed !== undefined && !isOwed(report, missed);
      const doubted = history.some((one) => one.type === 'DeliveryDoubted' && one.event === event);
      return { id: report.id, key: `${report.id}/message/${event}`, doubted, overtaken };
    });
}

function asks(card: Message | undefined): boolean {
  return card !== undefined && actions.arrived in buttonsOf(card) && card.channel === sandbox.securityChannel;
}

/**
 * What must hold however often it was killed. Receipts and reminders to a person are the ones that may come twice: no copy of
 * them can be looked up, and not to hear is worse.
 */
export const nothingWrong: Partial<Audit> = {
  withoutCard: [],
  doubledCards: [],
  missingLines: [],
  doubledLines: [],
  missedRungs: [],
  missedReminders: [],
  withoutReceipt: [],
  doubledMessages: [],
  lostMessages: [],
  unaskedMessages: [],
  takenTwice: [],
};
