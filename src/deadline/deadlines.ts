import type { Duty } from './policy.js';

/** An open duty with the moment it is due. `since` is the moment its time began to count. */
export type Deadline = Readonly<{
  duty: Duty;
  opening: number;
  since: Date;
  dueAt: Date;
  provisional: boolean;
  policyRevision: string;
}>;
