import { filesBelow, textOf } from '../support/project.js';
import { valueImports } from './value-imports.js';

const offenders = (folder: string, forbidden: RegExp): readonly string[] =>
  filesBelow(folder)
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) =>
      valueImports(textOf(file))
        .filter((name) => forbidden.test(name))
        .map((name) => `${file} → ${name}`),
    );

describe('where types alone may pass', () => {
  test.each([
    ["import { a } from './a.js';", ['./a.js']],
    ["import { type A } from './a.js';", ['./a.js']],
    ["export { a } from './a.js';", ['./a.js']],
    ["export * from './a.js';", ['./a.js']],
    ["export const a = () => import('./a.js');", ['./a.js']],
    ["import type { A } from './a.js';", []],
    ["export type { A } from './a.js';", []],
    ["export type A = import('./a.js').A;", []],
  ])('%s loads %j', (source, loads) => {
    expect(valueImports(source)).toEqual(loads);
  });

  test('words are handed plain values: they know the types of report and deadline and call nothing there', () => {
    expect(filesBelow('src/locales')).not.toEqual([]);
    expect(offenders('src/locales', /\/(report|deadline)\//)).toEqual([]);
  });

  test("the sandbox plays Slack by itself: it knows the types of Slack's packages and runs no code of theirs", () => {
    expect(filesBelow('src/sandbox')).not.toEqual([]);
    expect(offenders('src/sandbox', /^@slack\//)).toEqual([]);
  });
});
