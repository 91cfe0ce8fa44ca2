import type { Files } from '../config/files.js';

/** What a command may use: where it writes, its settings and files, and the time. */
export type Terminal = Readonly<{
  /** Prints one or more lines. The line end is added. */
  out(text: string): void;
  /** The same on stderr, for progress and errors. */
  err(text: string): void;
  env: NodeJS.ProcessEnv;
  files: Files;
  clock: () => Date;
  /** Asks the person at the terminal; absent where nobody is there. */
  ask?: (question: string) => Promise<string>;
}>;

/** 0: success. 1: a check or the command failed. 2: invalid input or configuration. */
export type ExitCode = 0 | 1 | 2;

/** Invalid input. The message says what is wrong and what to do. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}

/** Something the command needs is missing. The message says what, and what to do. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

/**
 * Describes an unexpected error by its kind and its place in the program. Never by its message, which may contain report text.
 */
export function describeUnexpected(error: unknown): string {
  const kind = error instanceof Error ? error.name : typeof error;
  const place = error instanceof Error ? /\/(?:dist|src)\/([^\s()]+:\d+):\d+/.exec(error.stack ?? '')?.[1] : undefined;
  return `Unexpected error: ${kind}${place === undefined ? '' : ` at ${place}`}.`;
}
