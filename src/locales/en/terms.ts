import type { TermWords } from '../term-words.js';

export const terms: TermWords = {
  status: {
    received: 'Received',
    acknowledged: 'Acknowledged',
    accepted: 'Accepted',
    fixed: 'Fixed',
    disclosed: 'Disclosed',
    declined: 'Declined',
    duplicate: 'Duplicate',
    withdrawn: 'Withdrawn',
  },
  verdict: { supported: 'supported', best_effort: 'best effort', end_of_life: 'end of life' },
  languages: { en: 'English', zh: 'Chinese (中文)' },
  overdue: 'Overdue',
  provisional: 'provisional: the public holidays of that time are not announced yet',
  labelled: (label, value) => `${label}: ${value}`,
  listed: (things) => things.join(' · '),
  followed: (sentence, next) => `${sentence} ${next}`,
  teamAndReader: (team, reader) => `${team}, for you ${reader}`,
  close: 'Close',
  cancel: 'Cancel',
};
