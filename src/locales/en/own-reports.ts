import type { Duty } from '../../report/duty.js';
import type { Status } from '../../report/status.js';

export const mine = {
  title: 'My reports',
  none: 'You have not reported anything yet.',
  status: {
    received: 'Received: a person will write to you',
    acknowledged: 'A person has read it and is looking into it',
    accepted: 'Accepted: the team is working on a fix',
    fixed: 'Fixed: a patched release is out, the publication is being prepared',
    disclosed: 'Fixed and public. Thank you.',
    declined: 'The team does not treat it as a vulnerability',
    duplicate: 'Known from an earlier report. You are thanked as well, if you wish',
    withdrawn: 'You withdrew it',
  } satisfies Record<Status, string>,
  declinedInAMessage: 'The team does not treat it as a vulnerability. Its message says why',
  /** What they hear by when. An embargo is no such promise: it has a line of its own. */
  due: {
    acknowledge: (team: string, reader: string) => `You are answered by ${team}, for you ${reader}.`,
    confirm: (team: string, reader: string) => `You hear by ${team}, for you ${reader}, what the team has decided.`,
    next_update: (team: string, reader: string) => `You hear from us again by ${team}, for you ${reader}.`,
  } satisfies Record<Exclude<Duty, 'embargo'>, unknown>,
  overdue: (time: string) => `We promised an answer by ${time}, and are late. The team is being reminded.`,
  messages: 'Messages from the team',
  noMessages: 'No messages yet.',
  from: (name: string, time: string) => `${name}, ${time}`,
  answer: 'Answer',
  addInformation: 'Add information',
  withdraw: 'Withdraw',
  withdrawTitle: 'Withdraw this report?',
  withdrawText: 'The team stops working on it. What you wrote stays sealed. You can file it again later.',
  withdrawYes: 'Withdraw',
  withdrawNo: 'Keep it',
  home: 'Your reports',
  open: 'Open reports',
  nothingOpen: 'No report is open.',
};
