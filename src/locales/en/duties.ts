import type { Duty, PromisedDuty } from '../../report/duty.js';

/** What is due, on a card and in a list. */
export const due = {
  acknowledge: 'Reply due',
  confirm: 'Decision due',
  next_update: 'Next update due',
  embargo: 'Embargo ends',
  answer: 'Answer expected',
  fix: 'Fix due',
  stale: 'Next step due',
  publish: 'Publication due',
} satisfies Record<Duty, string>;

/** What is to be done: in time, and once it is late. */
export const dutySentences = {
  acknowledge: {
    by: (time: string) => `Reply by ${time}.`,
    late: (time: string) => `The reply was due ${time}.`,
    now: 'Write to the reporter.',
  },
  confirm: {
    by: (time: string) => `Decide by ${time}.`,
    late: (time: string) => `The decision was due ${time}.`,
    now: 'Accept or decline it.',
  },
  next_update: {
    by: (time: string) => `Update the reporter by ${time}.`,
    late: (time: string) => `The update was due ${time}.`,
    now: 'Write to the reporter.',
  },
  embargo: {
    by: (time: string) => `The embargo ends ${time}.`,
    late: (time: string) => `The embargo ended ${time}.`,
    now: 'Publish the advisory.',
  },
  answer: {
    by: (time: string) => `The reporter should answer by ${time}.`,
    late: (time: string) => `The reporter hasn't answered. We expected it ${time}.`,
    now: 'Ask again, or close the report.',
  },
  fix: {
    by: (time: string) => `Release a fix by ${time}.`,
    late: (time: string) => `The fix was due ${time}.`,
    now: 'Record the fix once it is released.',
  },
  stale: {
    by: (time: string) => `Take the next step by ${time}.`,
    late: (time: string) => `The next step was due ${time}.`,
    now: 'Go on with it, or add a note that says what it waits for.',
  },
  publish: {
    by: (time: string) => `Publish by ${time}.`,
    late: (time: string) => `Publication was due ${time}.`,
    now: 'Publish the advisory.',
  },
} satisfies Record<Duty, unknown>;

export const dueBy = {
  acknowledge: dutySentences.acknowledge.by,
  confirm: dutySentences.confirm.by,
  next_update: dutySentences.next_update.by,
  embargo: dutySentences.embargo.by,
  answer: dutySentences.answer.by,
  fix: dutySentences.fix.by,
  stale: dutySentences.stale.by,
  publish: dutySentences.publish.by,
} satisfies Record<Duty, unknown>;

/** What the reporter is promised. */
export const promised = {
  acknowledge: (time: string) => `We'll reply by ${time}.`,
  confirm: (time: string) => `We'll tell you our decision by ${time}.`,
  next_update: (time: string) => `Next update by ${time}.`,
} satisfies Record<PromisedDuty, unknown>;

export const promiseLate = {
  acknowledge: (time: string) => `Sorry, our reply is late. It was due ${time}.`,
  confirm: (time: string) => `Sorry, our decision is late. It was due ${time}.`,
  next_update: (time: string) => `Sorry, our update is late. It was due ${time}.`,
} satisfies Record<PromisedDuty, unknown>;

/** What the team reads once the reporter was told so. */
export const promiseMissed = {
  acknowledge: (reporter: string) => `The reply is late. We told ${reporter}.`,
  confirm: (reporter: string) => `The decision is late. We told ${reporter}.`,
  next_update: (reporter: string) => `The update is late. We told ${reporter}.`,
} satisfies Record<PromisedDuty, unknown>;
