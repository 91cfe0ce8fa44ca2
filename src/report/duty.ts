/**
 * What the team owes by a moment: a person's first word, the decision, the update that was promised, and a publication that
 * keeps to the embargo.
 */
export const dutyNames = ['acknowledge', 'confirm', 'next_update', 'embargo'] as const;
export type Duty = (typeof dutyNames)[number];
