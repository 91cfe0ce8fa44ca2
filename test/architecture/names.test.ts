import { filesBelow, textOf } from '../support/project.js';
import { valueImports } from './value-imports.js';

const modules =
  'report deadline advisory locales handling keys store slack http ops sandbox commands app config main'.split(' ');
const vague = /^(index|utils?|helpers?|common|types?|misc|shared|lib|tools?|stuff)$/;

const sources = filesBelow('src');
const typescript = sources.filter((file) => /\.tsx?$/.test(file));

const vagueParts = (file: string): readonly string[] =>
  file
    .split('/')
    .flatMap((part) => part.replace(/\.\w+$/, ''))
    .filter((part) => vague.test(part));

/** A file that only hands on what others export. */
const isBarrel = (text: string): boolean => {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').trim();
  return (
    code !== '' &&
    code.replace(/export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s+from\s+['"][^'"]+['"];?/g, '').trim() === ''
  );
};

describe('the files of src', () => {
  test('are there', () => {
    expect(typescript.length).toBeGreaterThan(20);
  });

  test.each(['src/slack/index.ts', 'src/utils/a.ts', 'src/store/helpers.ts', 'src/types/report.ts', 'src/common.ts'])(
    '%s would be named for nothing',
    (file) => {
      expect(vagueParts(file)).not.toEqual([]);
    },
  );

  test('are named for one thing', () => {
    expect(sources.filter((file) => vagueParts(file).length > 0)).toEqual([]);
  });

  test('are named in kebab-case', () => {
    expect(typescript.filter((file) => !/^src(\/[a-z0-9]+(-[a-z0-9]+)*)+\.tsx?$/.test(file))).toEqual([]);
  });

  test('belong to a module', () => {
    const module = new RegExp(`^src/(${modules.join('|')})[/.-]`);
    expect(sources.filter((file) => !module.test(file))).toEqual([]);
  });

  test('are no barrels', () => {
    expect(isBarrel("// All of it\nexport * from './a.js';\nexport { b, type C } from './b.js';\n")).toBe(true);
    expect(isBarrel("export { b } from './b.js';\nexport const d = 1;\n")).toBe(false);
    expect(typescript.filter((file) => isBarrel(textOf(file)))).toEqual([]);
  });

  test('export by name', () => {
    expect(typescript.filter((file) => /^export default /m.test(textOf(file)))).toEqual([]);
  });

  test('leave nothing for later', () => {
    const later = /\b(TODO|FIXME|XXX|HACK|not (yet )?implemented|for now)\b/i;
    expect(typescript.filter((file) => later.test(textOf(file)))).toEqual([]);
  });

  test('of slack cannot ask whether they talk to the sandbox', () => {
    const files = typescript.filter((file) => file.startsWith('src/slack/'));
    expect(files.filter((file) => /sandbox|127\.0\.0\.1|localhost/i.test(textOf(file)))).toEqual([]);
    expect(files.flatMap((file) => valueImports(textOf(file))).filter((name) => name.includes('sandbox'))).toEqual([]);
  });
});
