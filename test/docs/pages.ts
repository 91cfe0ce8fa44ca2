import { readdirSync } from 'node:fs';
import { filesBelow, root, textOf } from '../support/project.js';

/** The pages that people read: README and its neighbours, and docs/. */
export const pages: readonly string[] = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  ...filesBelow('docs').filter((file) => file.endsWith('.md')),
];

/** The text of a page without its fenced blocks. */
export function proseOf(page: string): string {
  return textOf(page).replace(/^```[\s\S]*?^```$/gm, '');
}

/** The fenced blocks of a page in a language, in order. */
export function blocksOf(page: string, language: string): readonly string[] {
  return [...textOf(page).matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].flatMap(([, of, block = '']) =>
    of === language ? [block] : [],
  );
}

/** What stands between backticks. */
export function codeIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, code]) => code ?? []);
}

/** The rows of the tables under a heading, cell by cell, without the head. */
export function rowsUnder(page: string, heading: string): readonly (readonly string[])[] {
  return sectionOf(page, heading)
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .map((line) => line.slice(2, -2).split(' | '))
    .slice(1);
}

/** What stands under a heading, up to the next one of its rank or a higher one. */
export function sectionOf(page: string, heading: string): string {
  const lines = textOf(page).split('\n');
  const begin = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading);
  if (begin < 0) throw new Error(`${page} has no heading "${heading}"`);
  const rank = /^#+/.exec(lines[begin] ?? '')?.[0].length ?? 0;
  const after = lines.slice(begin + 1);
  const end = after.findIndex((line) => (/^(#+) /.exec(line)?.[1]?.length ?? 9) <= rank);
  return after.slice(0, end < 0 ? undefined : end).join('\n');
}

/** The anchors of a page, as GitHub makes them from its headings. */
export function anchorsOf(page: string): readonly string[] {
  return [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
