import type { Person } from './person.js';

/**
 * Makes `to` the responder, or asks them, where somebody else would give the report of another person away. `instead` is the
 * responder that the person saw: if that has changed, the command is refused. `gone`: that responder has left the team.
 */
export type AssignReport = Readonly<{ type: 'AssignReport'; to: Person; instead?: string; gone?: boolean }>;

/** Answers of whoever is asked to take the report over. `offered`: where in the history that was. */
export type AcceptHandOver = Readonly<{ type: 'AcceptHandOver'; offered: number }>;
export type DeclineHandOver = Readonly<{ type: 'DeclineHandOver'; offered: number }>;

/** Takes the report from its responder, `from` as the person saw it: if that has changed, the command is refused. */
export type UnassignReport = Readonly<{ type: 'UnassignReport'; from: string }>;

/** Makes whoever is on duty the responder of a report that nobody has taken. For the bot alone. */
export type AssignOnDuty = Readonly<{ type: 'AssignOnDuty'; to: Person }>;

/** Whoever says so is not reminded until then, not even for the last time before a deadline. */
export type SnoozeReminders = Readonly<{ type: 'SnoozeReminders'; until: Date; reason: string }>;

export type ResponderCommand =
  | AssignReport
  | AcceptHandOver
  | DeclineHandOver
  | UnassignReport
  | AssignOnDuty
  | SnoozeReminders;
