import type { Duty } from '../../report/duty.js';

/** What is due, on a card and in a list. */
export const due = {
  acknowledge: 'Reply due',
  confirm: 'Decision due',
  next_update: 'Next update due',
  embargo: 'Embargo ends',
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
} satisfies Record<Duty, unknown>;

export const dueBy = {
  acknowledge: dutySentences.acknowledge.by,
  confirm: dutySentences.confirm.by,
  next_update: dutySentences.next_update.by,
  embargo: dutySentences.embargo.by,
} satisfies Record<Duty, unknown>;

/** What the reporter is promised. The end of an embargo is no such promise: it has a line of its own. */
export const promised = {
  acknowledge: (time: string) => `We'll reply by ${time}.`,
  confirm: (time: string) => `We'll tell you our decision by ${time}.`,
  next_update: (time: string) => `Next update by ${time}.`,
} satisfies Record<Promised, unknown>;

export const promiseLate = {
  acknowledge: (time: string) => `Sorry, our reply is late. It was due ${time}.`,
  confirm: (time: string) => `Sorry, our decision is late. It was due ${time}.`,
  next_update: (time: string) => `Sorry, our update is late. It was due ${time}.`,
} satisfies Record<Promised, unknown>;

/** What the team reads once the reporter was told so. */
export const promiseMissed = {
  acknowledge: (reporter: string) => `The reply is late. We told ${reporter}.`,
  confirm: (reporter: string) => `The decision is late. We told ${reporter}.`,
  next_update: (reporter: string) => `The update is late. We told ${reporter}.`,
} satisfies Record<Promised, unknown>;

type Promised = Exclude<Duty, 'embargo'>;
