import type { Duty } from '../../report/duty.js';

/** What is due, in the middle of a sentence. */
const what: Readonly<Record<Duty, string>> = {
  acknowledge: 'answer',
  confirm: 'decision',
  next_update: 'next update',
  embargo: 'publication',
};
const notDone: Readonly<Record<Duty, string>> = {
  acknowledge: 'nobody has written to the reporter',
  confirm: 'nobody has said whether it is accepted',
  next_update: 'the reporter has not heard from the team again',
  embargo: 'the embargo is over, and it is not published',
};

type DueFacts = Readonly<{
  id: string;
  duty: Duty;
  due: string;
  overdue: boolean;
  assigned: boolean;
  provisional: boolean;
}>;

export const reminder = {
  heading: (count: number) => (count === 1 ? 'A report waits for the team' : `${count} reports wait for the team`),
  item: ({ id, duty, due, overdue, assigned, provisional }: DueFacts) =>
    [
      overdue ? `${id} is overdue. The ${what[duty]} was due ${due}.` : `${id}: the ${what[duty]} is due ${due}.`,
      ...(provisional ? ['This date is provisional.'] : []),
      assigned ? 'You are the responder.' : 'Nobody has done it so far, so it comes to you.',
    ].join(' '),
  others: (count: number) => (count === 1 ? 'One more report waits too.' : `${count} more reports wait too.`),
  where: (channel: string) => `The cards are in ${channel}.`,
};

export const rung = {
  before: (id: string, due: string, duty: Duty) => `${id}: the ${what[duty]} is due ${due}.`,
  atDeadline: (id: string, due: string, duty: Duty) =>
    `${id}: the deadline has passed, and ${notDone[duty]}. It was promised by ${due}.`,
  after: (id: string, due: string, duty: Duty) =>
    `${id} is overdue: ${notDone[duty]}. The ${what[duty]} was due ${due}.`,
  responder: (name: string) => `Responder: ${name}.`,
  nobody: 'Nobody is assigned yet. Press Assign to me or Acknowledge on the card.',
};

export const securityChannelAlert = {
  heading: (name: string) => `The security channel ${name} is not safe for reports.`,
  reason: {
    not_private: 'It is not private.',
    shared: 'It is shared with another organisation.',
    sharing_pending: 'An invitation to share it with another organisation is waiting.',
    guests: 'Guests are members of it.',
    out_of_reach: 'This app cannot see it, or is not a member of it.',
  },
  consequence: 'Nothing about a report is posted there until this is put right. What is owed is kept and follows then.',
  wayOut:
    'Put it right in the settings of the channel, or name another channel in the configuration. It is looked at again every ten minutes.',
};
