import type { Status } from '../../report/status.js';
import { promised, promiseLate } from './duties.js';

export const mine = {
  title: 'My reports',
  incomplete: "Some reports can't be shown right now. Try again later.",
  none: "You haven't reported anything yet.",
  status: {
    received: 'Received. Someone will write to you.',
    acknowledged: 'Someone has read it and is looking into it.',
    accepted: "Accepted. We're working on a fix.",
    fixed: "Fixed. A patched release is out, and we're preparing to publish.",
    disclosed: 'Fixed and public. Thank you.',
    declined: "We don't treat it as a vulnerability.",
    duplicate: "Someone reported it before you. We'll thank you too, if you like.",
    withdrawn: 'You withdrew it.',
  } satisfies Record<Status, string>,
  declinedInAMessage: "We don't treat it as a vulnerability. Our message says why.",
  due: promised,
  overdue: promiseLate,
  messages: 'Messages from the team',
  /** `time` is marked up already. */
  seen: (time: string) => `Seen by the team ${time}`,
  noMessages: 'No messages yet.',
  answer: 'Reply…',
  addInformation: 'Add information…',
  withdraw: 'Withdraw',
  withdrawTitle: 'Withdraw this report?',
  withdrawText: "We'll stop working on it. Your text stays encrypted. You can file it again later.",
  withdrawYes: 'Withdraw',
  withdrawNo: 'Keep it',
  asked: '❓ We asked you something.',
  home: 'Your reports',
  all: {
    exploited: 'All exploited or public',
    overdue: 'All overdue',
    due: 'All due soon',
    unassigned: 'All unassigned',
    mine: 'All of mine',
    waiting: 'All waiting',
  },
  open: 'Open reports',
  nothingOpen: 'No open reports.',
};
