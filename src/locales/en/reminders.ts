import type { Duty } from '../../report/duty.js';
import { dutySentences } from './duties.js';

type DueFacts = Readonly<{
  id: string;
  duty: Duty;
  /** With how long it is until then, or since. */
  due: string;
  overdue: boolean;
  /** A sentence on whose it is. */
  who: string;
  provisional: boolean;
  /** Or public already, as its reporter says. */
  exploited: boolean;
}>;

const known = 'Already exploited or public.';

export const reminder = {
  known,
  heading: (count: number) => (count === 1 ? '1 report needs you' : `${count} reports need you`),
  item: ({ id, duty, due, overdue, who, provisional, exploited }: DueFacts) =>
    [
      `${id}:`,
      ...(exploited ? [known] : []),
      overdue ? `${dutySentences[duty].late(due)} ${dutySentences[duty].now}` : dutySentences[duty].by(due),
      ...(provisional ? ['This date may change.'] : []),
      who,
    ].join(' '),
  yours: 'Assigned to you.',
  /** `name` is marked up already. */
  heldBy: (name: string) => `Assigned to ${name}, and not done yet.`,
  held: 'Someone has it, and it is not done yet.',
  nobody: 'Nobody is assigned yet, so please take a look.',
  others: (count: number) => (count === 1 ? '1 more report needs you too.' : `${count} more reports need you too.`),
  where: (channel: string) => `The cards are in ${channel}.`,
  snooze: {
    twoHours: 'Remind me in 2 h',
    tomorrow: 'Tomorrow',
    nextWorkingDay: 'Next working day',
    lastToo: 'Skip these too…',
  },
  /** Moments are marked up already, here and below. */
  lastAt: (id: string, time: string) => `${id}: ${time}`,
  stillComes: 'Until then, you still get these last reminders before a deadline:',
  toLead: (who: string, until: string) =>
    `${who} has skipped the last reminder before a deadline, until ${until}. Open a report to read why.`,
  snoozeForm: {
    title: 'Skip last reminders',
    intro: (until: string) => `You won't be reminded again before ${until}, not even of these deadlines:`,
    consequence:
      "The leads are told, and they can read your reason in each report. You'll still hear of a missed deadline.",
    reason: 'Reason',
    reasonHint: 'For example, who does it meanwhile. It stays within the team.',
    submit: 'Skip them',
  },
  thread: {
    snoozed: (by: string, until: string) =>
      `${by} has skipped the last reminder before the deadline, until ${until}. The reason is in the history.`,
  },
  snoozed: (time: string) =>
    `We'll remind you again ${time}. You'll still get the last reminder before a deadline, and one when a deadline is missed.`,
};

/** What the channel is told. */
export const digest = {
  heading: ({ overdue, soon, fresh }: DigestCounts) =>
    [
      ...(overdue > 0 ? [`${overdue} overdue`] : []),
      ...(soon > 0 ? [`${soon} due soon`] : []),
      ...(fresh > 0 ? [`${fresh} new`] : []),
    ].join(' · '),
  item: ({ duty, due, overdue, who, provisional, exploited }: Omit<DueFacts, 'id'>) =>
    [
      ...(exploited ? [known] : []),
      overdue ? dutySentences[duty].late(due) : dutySentences[duty].by(due),
      ...(provisional ? ['This date may change.'] : []),
      who,
    ].join(' '),
  heldBy: (name: string) => `Assigned to ${name}.`,
  held: 'Someone has it.',
  nobody: 'Nobody is assigned.',
  /** `mentions` are marked up already. */
  calls: (mentions: string) => `${mentions} Please take the reports that nobody is assigned to.`,
  others: (count: number) => (count === 1 ? '1 more is in the list.' : `${count} more are in the list.`),
  holders: (counts: string) => `Open reports: ${counts}`,
  holder: (name: string, count: number) => `${name} ${count}`,
  unheld: (count: number) => `unassigned ${count}`,
};

/** What the channel is told once a week. */
export const weekly = {
  heading: (count: number) =>
    count === 0
      ? 'This week: no open reports'
      : count === 1
        ? 'This week: 1 open report'
        : `This week: ${count} open reports`,
  open: (counts: string) => `By severity: ${counts}`,
  rated: (rating: string, count: number) => `${rating} ${count}`,
  unrated: (count: number) => `not rated yet ${count}`,
  nearest: 'Due first:',
  /** Below a list of what is overdue or due soon. */
  nextAfter: 'Due next:',
  /** Rounded down, so that it says 100 % only where nothing was late. */
  promises: ({ due, kept }: Readonly<{ due: number; kept: number }>) =>
    `Promises kept in time this quarter: ${kept} of ${due} (${Math.floor((100 * kept) / due)} %)`,
  newest: (count: number) => `Only the newest ${count} reports are counted.`,
};

type DigestCounts = Readonly<{ overdue: number; soon: number; fresh: number }>;

const cannotWorkOn = (id: string) =>
  `The bot can't process ${id}. Its reminders and messages have stopped, so handle it by hand. Ask whoever runs the bot to run vulndesk doctor.`;

export const sendingHeld = {
  heading: 'The bot has stopped sending: the database is older than this channel.',
  missing: (ids: string) => `Missing in the database: ${ids}.`,
  behind: (ids: string) => `Older in the database than here: ${ids}.`,
  next: 'Ask whoever runs the bot to restore a newer backup. Or a lead lets the bot go on: each lead got a button.',
  toLead: (channel: string) => `The bot has stopped sending: the database is older than ${channel}.`,
  choice:
    'If there is a newer backup, ask whoever runs the bot to restore it. If this is the newest, press Go on. What is missing stays lost. Nothing is posted again, and nobody is reminded again.',
  goOn: 'Go on',
  confirmTitle: 'Go on with this database?',
  confirmText: 'The reports and changes named above stay lost. Ask their reporters to send them again.',
  confirmYes: 'Go on',
  goesOn: 'Thanks. The bot goes on within a few seconds. Nothing is posted again.',
};

/** `left`: days from today. */
export const calendarEnds = {
  ends: (date: string, left: number) =>
    `Holidays are known only until ${left === 0 ? `today, ${date}` : `${date}, for ${left === 1 ? '1 more day' : `${left} more days`}`}. Deadlines after that are provisional.`,
  ended: (date: string) =>
    `Holidays were known until ${date}. Every new deadline is provisional, so it may still move.`,
  next: "Ask whoever runs the bot to add the next year's holidays to the policy.",
};

/** What the team is told when the bot stops working on a report. */
export const setAsideAlarm = {
  thisChannel: 'this channel',
  reminders: (user: string) =>
    `Someone changed the reminders of ${user} in the database without going through the bot. They start over, so one may come twice. Find out who can write to the database.`,
  failed: cannotWorkOn,
  damaged: cannotWorkOn,
  changed: (id: string) =>
    `Someone changed ${id} directly in the database. The bot has stopped working on it, so handle it by hand. Ask whoever runs the bot to run vulndesk doctor.`,
};

export const securityChannelAlert = {
  heading: (name: string) => `The security channel ${name} isn't safe for reports.`,
  reason: {
    not_private: "It isn't private.",
    shared: "It's shared with another organisation.",
    sharing_pending: 'Another organisation has been invited to share it.',
    guests: 'It has guests.',
    outsiders: 'It has members from another organisation.',
    untold_members: "Slack doesn't say where one of its members belongs.",
    other_apps: "It has another app, which the policy doesn't name.",
    out_of_reach: "This app can't see it, or isn't a member.",
  },
  consequence: "We won't post anything about reports there until this is fixed. We'll post what is due after that.",
  wayOut:
    "Fix this in the settings of the channel, or configure another channel. We'll check again within ten minutes.",
};
