import type { Status } from '../../src/report/report.js';
import type { Walked } from './walk.js';

/** What pressing buttons leads to. A status that gets its button gets its place here. */
const reachable: readonly Status[] = ['received', 'acknowledged', 'withdrawn'];

/** Parts of all that has to have happened, for a walk of so many steps to mean something. */
export type Enough = Readonly<{ steps: number; buttons: number; stepsToAReport: number }>;

/** Prints the walk, and says what was too little or wrong in it; empty when nothing. */
export function complaintsOf(walked: Walked, { steps, buttons, stepsToAReport }: Enough): readonly string[] {
  console.log(`a random walk: WALK_SEED=${walked.seed}\n${JSON.stringify(walked, undefined, 1)}`);
  const times = Object.entries(walked.pressed);
  const never = times.filter(([, count]) => count === 0).map(([id]) => id);
  const unreached = reachable.filter((status) => walked.reached[status] === undefined);
  const told = (what: string, true_: boolean) => (true_ ? [what] : []);
  return [
    ...told(`only ${walked.steps} steps`, walked.steps < steps),
    ...told(`never pressed: ${never.join(', ')}`, times.length - never.length < times.length * buttons),
    ...told(`only ${walked.reports} reports`, walked.reports < walked.steps / stepsToAReport),
    ...told(`no report was ever ${unreached.join(', ')}`, unreached.length > 0),
    ...told(`only ${walked.canariesStored} canaries were stored`, walked.canariesStored < walked.reports * 3),
    ...told(
      `only ${walked.searched.sanctioned} canaries were seen by anybody`,
      (walked.searched.sanctioned ?? 0) < walked.steps,
    ),
    ...told(`Slack failed only ${walked.faultsMet} times`, walked.faultsMet < walked.steps / 100),
    ...walked.malformed,
    ...Object.keys(walked.broken),
  ];
}
