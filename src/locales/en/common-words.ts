import type { TimeLeft } from '../../deadline/time-left.js';
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
  verdict: {
    supported: 'supported',
    best_effort: 'best effort',
    end_of_life: 'end of life',
  } satisfies Record<Verdict, string>,
  languages: { en: 'English', zh: 'Chinese (中文)' } satisfies Record<Language, string>,
  overdue: 'Overdue',
  provisional: "May change: public holidays for those days aren't announced yet",
  /** A label and its value on one line. */
  labelled: (label: string, value: string) => `${label}: ${value}`,
  /** Things on one line, one after another. */
  listed: (things: readonly string[]) => things.join(' · '),
  /** Sentences, and headings without a full stop, in one line. */
  together: (sentences: readonly string[]) => sentences.join(' '),
  /** A sentence and the one after it. */
  /** Sentences that follow one another. */
  followed: (...sentences: string[]) => sentences.join(' '),
  /** How long it is until something is due, or since. */
  left: ({ overdue, unit, count }: TimeLeft) => {
    if (count === 0) return overdue ? 'just now' : 'less than 1 min left';
    const units = { working_day: count === 1 ? 'working day' : 'working days', hour: 'h', minute: 'min' };
    return `${count} ${units[unit]} ${overdue ? 'overdue' : 'left'}`;
  },
  /** A moment with how long it is until then, or since. */
  timeAndLeft: (time: string, left: string) => `${time} (${left})`,
  close: 'Close',
  cancel: 'Cancel',
};
