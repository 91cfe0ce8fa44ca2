import type { ChannelWords, ReminderWords, RungWords } from '../words.js';

export const reminder: ReminderWords = {
  heading: (count) => (count === 1 ? 'A report waits for an answer' : `${count} reports wait for an answer`),
  item: ({ id, due, overdue, assigned, provisional }) =>
    [
      overdue ? `${id}: the answer was due ${due} and nobody has written yet.` : `${id}: the answer is due ${due}.`,
      ...(provisional ? ['This date is provisional.'] : []),
      assigned ? 'You are the responder.' : 'Nobody has answered so far, and you are asked to look after it.',
    ].join(' '),
  others: (count) => (count === 1 ? 'One more report waits too.' : `${count} more reports wait too.`),
  where: (channel) => `The cards are in ${channel}.`,
};

export const rung: RungWords = {
  before: (id, due) => `${id} is not acknowledged yet. The answer is due ${due}.`,
  atDeadline: (id, due) =>
    `The deadline of ${id} has passed: nobody has written to the reporter by ${due}, as promised.`,
  after: (id, due) => `${id} is overdue: the answer was due ${due}, and nobody has written to the reporter yet.`,
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
