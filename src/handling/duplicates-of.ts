import type { Report } from '../report/report.js';
import type { Reports } from './ports.js';

/** The duplicates of a report as they stand, in order; those that are not stored any more left out. @throws Unreadable */
export async function duplicatesOf(
  reports: Pick<Reports, 'find'>,
  { duplicates }: Pick<Report, 'duplicates'>,
): Promise<readonly Report[]> {
  const found = await Promise.all(duplicates.map((duplicate) => reports.find(duplicate)));
  return found.flatMap((one) => one?.report ?? []);
}
