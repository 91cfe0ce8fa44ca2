import type { Language } from '../../report/form.js';
import type { Verdict } from '../../report/report.js';
import type { Status } from '../../report/status.js';

export const terms = {
  status: {
    received: 'Received',
    acknowledged: 'Acknowledged',
    accepted: 'Accepted',
    fixed: 'Fixed',
    disclosed: 'Disclosed',
    declined: 'Declined',
    duplicate: 'Duplicate',
    withdrawn: 'Withdrawn',
  } satisfies Record<Status, string>,
  verdict: { supported: 'supported', best_effort: 'best effort', end_of_life: 'end of life' } satisfies Record<
    Verdict,
    string
  >,
  languages: { en: 'English', zh: 'Chinese (中文)' } satisfies Record<Language, string>,
  overdue: 'Overdue',
  provisional: 'provisional: the public holidays of that time are not announced yet',
  /** A label and its value on one line. */
  labelled: (label: string, value: string) => `${label}: ${value}`,
  /** Things on one line, one after another. */
  listed: (things: readonly string[]) => things.join(' · '),
  /** A sentence and the one after it. */
  followed: (sentence: string, next: string) => `${sentence} ${next}`,
  /** A moment in the team's zone, and the same for the reader. */
  teamAndReader: (team: string, reader: string) => `${team}, for you ${reader}`,
  close: 'Close',
  cancel: 'Cancel',
};
