import type { Files } from '../config/files.js';

/** What a verb sees of the world: where it writes, which settings and files it reads, and the time. */
export type Terminal = Readonly<{
  /** One or more lines for whoever asked; the line end is added. */
  out(text: string): void;
  /** The same for progress and faults. */
  err(text: string): void;
  env: NodeJS.ProcessEnv;
  files: Files;
  clock: () => Date;
}>;

/** How a verb ends. 0 good, 1 a check failed or it went wrong, 2 bad input or configuration. */
export type ExitCode = 0 | 1 | 2;

/** Bad input: its message is a sentence that says what was wrong, what is expected and what to do. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}

/** What a verb needs is not to be had: its message is a sentence that says what, and what to do. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

/**
 * An error that nobody expected: its kind and the place in the program where it arose. Never its message, which may hold
 * anything, a report's text too.
 */
export function describeUnexpected(error: unknown): string {
  const kind = error instanceof Error ? error.name : typeof error;
  const place = error instanceof Error ? /\/(?:dist|src)\/([^\s()]+:\d+):\d+/.exec(error.stack ?? '')?.[1] : undefined;
  return `Something went wrong that should not: ${kind}${place === undefined ? '' : ` at ${place}`}.`;
}
