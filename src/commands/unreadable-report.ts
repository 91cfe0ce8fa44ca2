import { Unreadable } from '../handling/store-errors.js';
import type { ReportId } from '../report/report-id.js';
import { CannotRun } from './terminal.js';

/** @throws CannotRun with a sentence for the operator where the report can't be opened */
export async function unlessUnreadable<T>(id: ReportId, find: () => Promise<T>): Promise<T> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof Unreadable) throw new CannotRun(`${id} can't be opened: ${reason(error.why)}`);
    throw error;
  }
}

function reason(why: Unreadable['why']): string {
  switch (why) {
    case 'newer':
      return 'a later version of Vulndesk wrote it. Use that version.';
    case 'key':
      return 'its key is missing. Put the key back into the file in KEYRING_FILE.';
    case 'damaged':
      return 'it is damaged. Restore it from a backup of the database.';
    case 'changed':
      return 'somebody changed it in the database. Restore it from a backup of the database.';
    default:
      return why satisfies never;
  }
}
