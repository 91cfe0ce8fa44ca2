import type { Deadline } from '../deadline/deadlines.js';
import { dutyNames } from '../report/duty.js';
import type { DutyRow } from './tracked-report.js';

/** The open duties of a report. */
export function deadlinesIn({ duties }: DutyRow): Deadline[] {
  return dutyNames.flatMap((duty) => {
    const open = duties[duty];
    return open === undefined ? [] : [{ duty, ...open }];
  });
}
