import { readFileSync, statSync } from 'node:fs';
import type { ConfigFault } from './config-error.js';

/** How configuration reads files. All throw what `node:fs` throws. */
export type Files = Readonly<{
  text(path: string): string;
  /** The permission bits. */
  mode(path: string): number;
  /** Whether root owns it and another user reads it, as with a mounted Secret: then the group's permission lets us read it. */
  handedByRoot(path: string): boolean;
}>;

export const diskFiles: Files = {
  text: (path) => readFileSync(path, 'utf8'),
  mode: (path) => statSync(path).mode & 0o777,
  handedByRoot: (path) => statSync(path).uid === 0 && process.getuid?.() !== 0,
};

/** The text of a file that the setting `name` points to, or a fault if it can't be read. */
export function readText(files: Files, path: string, name: string): { text: string } | { fault: ConfigFault } {
  try {
    return { text: files.text(path) };
  } catch (error) {
    return {
      fault: { name, what: `points to ${path}, which can't be read (${reason(error)}): ${whatToDo(error)}.` },
    };
  }
}

function reason(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown reason';
}

function whatToDo(error: unknown): string {
  switch (reason(error)) {
    case 'ENOENT':
      return 'there is no such file. Check the path; it is relative to the current folder';
    case 'EACCES':
      return 'allow the user who runs Vulndesk to read it';
    case 'EISDIR':
      return 'it is a folder. Name a file in it';
    default:
      return 'check that it is a readable file';
  }
}
