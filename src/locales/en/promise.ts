import { terms } from './common-words.js';

/** A promise that might be moved, since the calendar has changed. */
export const promise = {
  question: (id: string) => `Move the date promised for ${id}?`,
  /** Both with their moment. */
  dates: (promised: string, later: string) => `We promised ${promised}. By today's calendar it would be ${later}.`,
  updateDates: (promised: string, later: string) =>
    `We promised an update by ${promised}. By today's calendar it would be ${later}.`,
  dayOff: (days: string, name: string) => `${days} (${name})`,
  daysOff: (days: readonly string[]) => `Days off in between: ${terms.listed(days)}.`,
  otherwiseCounted: 'Our working days are counted differently now.',
  ifMoved: "If you move it, we'll tell the reporter the new date and the reason. Until then the promise stands.",
  move: (day: string) => `Move to ${day}`,
  keep: 'Keep',
  moved: (id: string, time: string, byHand: boolean) =>
    byHand
      ? `${id} is now due ${time}. We can't reach the reporter here, so tell them the new date and the reason.`
      : `${id} is now due ${time}. We're telling the reporter.`,
  kept: (id: string, time: string) => `${id} stays due ${time}.`,
  thread: {
    proposed: (until: string) => `By today's calendar the date we promised would be ${until}. A lead can move it.`,
    moved: (by: string, until: string) => `${by} moved the promised date to ${until}.`,
    movedItself: (until: string, byHand: boolean) =>
      byHand
        ? `The date we promised was provisional. It is now ${until}. We can't reach the reporter here, so tell them.`
        : `The date we promised was provisional. It is now ${until}, and we've told the reporter.`,
    kept: (by: string) => `${by} kept the promised date.`,
  },
};
