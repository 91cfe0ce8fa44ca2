import type { ChannelWords, ReminderWords, RungWords } from '../words.js';

export const reminder: ReminderWords = {
  heading: (count) => (count === 1 ? 'A report waits for an answer' : `${count} reports wait for an answer`),
  item: ({ id, due, overdue, assigned, provisional }) =>
    [
      overdue ? `${id} is overdue. The answer was due ${due}.` : `${id}: the answer is due ${due}.`,
      ...(provisional ? ['This date is provisional.'] : []),
      assigned ? 'You are the responder.' : 'Nobody has answered so far, so it comes to you.',
    ].join(' '),
  others: (count) => (count === 1 ? 'One more report waits too.' : `${count} more reports wait too.`),
  where: (channel) => `The cards are in ${channel}.`,
};

export const rung: RungWords = {
  before: (id, due) => `${id} is not acknowledged yet. The answer is due ${due}.`,
  atDeadline: (id, due) =>
    `${id}: the deadline has passed, and nobody has written to the reporter. The answer was promised by ${due}.`,
  after: (id, due) => `${id} is overdue: nobody has written to the reporter yet. The answer was due ${due}.`,
  responder: (name) => `Responder: ${name}.`,
  nobody: 'Nobody is assigned yet. Press Assign to me or Acknowledge on the card.',
};

export const channel: ChannelWords = {
  heading: (name) => `The security channel ${name} is not safe for reports.`,
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
