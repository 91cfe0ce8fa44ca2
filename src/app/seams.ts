import type { Log } from '../handling/log.js';
import type { OnCommand } from '../store/connect.js';

/** What the sandbox and tests replace. */
export type Seams = Readonly<{
  clock: () => Date;
  /** Shows progress to a person at a terminal, such as the download of mongod. */
  onProgress?: (line: string) => void;
  log?: Log;
  /** How long a claim is held, in milliseconds; for tests of crashes. */
  leaseMs?: number;
  /** After how long without a successful pass of the loop liveness fails, in milliseconds. */
  stalledMs?: number;
  /** How often some documents are checked, in milliseconds; for tests. */
  inspectMs?: number;
  /** Called with the name of each database command; for tests that count them. */
  onCommand?: OnCommand;
}>;
