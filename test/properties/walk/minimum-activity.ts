import type { Status } from '../../../src/report/status.js';
import type { Walked } from './walk.js';

/**
 * Parts of all that has to have happened, for a walk of so many steps to mean something. `reached`: how many reports at least
 * came to a status; `inPublic`: how many canaries at least were found in public, where they belong.
 */
export type Enough = Readonly<{
  steps: number;
  buttons: number;
  stepsToAReport: number;
  reached: Readonly<Partial<Record<Status, number>>>;
  inPublic: number;
}>;

/** Prints the walk, and says what was too little or wrong in it; empty when nothing. */
export function complaintsOf(
  walked: Walked,
  { steps, buttons, stepsToAReport, reached, inPublic }: Enough,
): readonly string[] {
  console.log(`a random walk: WALK_SEED=${walked.seed}\n${JSON.stringify(walked, undefined, 1)}`);
  const times = Object.entries(walked.pressed);
  const never = times.filter(([, count]) => count === 0).map(([id]) => id);
  const wanted = Object.entries(reached) as [Status, number][];
  const unreached = wanted.filter(([status, least]) => (walked.reached[status] ?? 0) < least);
  const told = (what: string, true_: boolean) => (true_ ? [what] : []);
  return [
    ...told(`only ${walked.steps} steps`, walked.steps < steps),
    ...told(`never pressed: ${never.join(', ')}`, times.length - never.length < times.length * buttons),
    ...told(`only ${walked.reports} reports`, walked.reports < walked.steps / stepsToAReport),
    ...unreached.map(([status, least]) => `${walked.reached[status] ?? 0} reports were ever ${status}, not ${least}`),
    ...told(
      `only ${walked.searched.sanctionedInPublic} canaries were found in public`,
      (walked.searched.sanctionedInPublic ?? 0) < inPublic,
    ),
    ...walked.unlistedFields.map((field) => `no class is said for ${field}`),
    ...told(`only ${walked.canariesStored} canaries were stored`, walked.canariesStored < walked.reports * 3),
    ...told(
      `only ${walked.searched.sanctioned} canaries were seen by anybody`,
      (walked.searched.sanctioned ?? 0) < walked.steps,
    ),
    // Trouble comes by chance, so a short walk may meet hardly any.
    ...told(`Slack failed only ${walked.faultsMet} times`, walked.faultsMet < walked.steps / 100 - 3),
    ...walked.malformed,
    ...Object.keys(walked.broken),
  ];
}
