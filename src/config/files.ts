import { readFileSync, statSync } from 'node:fs';
import type { ConfigFault } from './config-error.js';

/** How configuration reads files. All throw what `node:fs` throws. */
export type Files = Readonly<{
  text(path: string): string;
  /** The permission bits. */
  mode(path: string): number;
  /** Whether root owns it and somebody else reads it: then only its group can let them, as with a mounted Secret. */
  handedByRoot(path: string): boolean;
}>;

export const diskFiles: Files = {
  text: (path) => readFileSync(path, 'utf8'),
  mode: (path) => statSync(path).mode & 0o777,
  handedByRoot: (path) => statSync(path).uid === 0 && process.getuid?.() !== 0,
};

/** The text of a file that the setting `name` points at, or the fault that it cannot be read. */
export function readText(files: Files, path: string, name: string): { text: string } | { fault: ConfigFault } {
  try {
    return { text: files.text(path) };
  } catch (error) {
    return {
      fault: { name, what: `names the file ${path}, which cannot be read (${reason(error)}): ${remedy(error)}.` },
    };
  }
}

function reason(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown reason';
}

function remedy(error: unknown): string {
  switch (reason(error)) {
    case 'ENOENT':
      return 'there is no such file; check the path, which is relative to the current folder';
    case 'EACCES':
      return 'let the user who runs Vulndesk read it';
    case 'EISDIR':
      return 'it is a folder; name the file itself';
    default:
      return 'check that it is a readable file';
  }
}
