import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { root } from '../../support/project.js';
import { type Ended, program, runToEnd } from './compiled-program.js';

// Every other test runs the sources as CommonJS, made by swc. Here the program that operators start is started: compiled, and
// as ES modules, where an import that works in CommonJS alone ends it at once.
const node = (args: readonly string[]): Promise<Ended> => runToEnd(process.execPath, args);
const run = (...args: readonly string[]): Promise<Ended> => node([program, ...args]);

/** The verbs, as `--help` lists them. */
const verbsIn = (help: string): readonly string[] =>
  [...(help.split('Commands:')[1] ?? '').matchAll(/^ {2}([a-z][a-z-]*)/gm)].flatMap(([, verb]) => verb ?? []);
const stackTrace = /^\s+at .+:\d+:\d+\)?$/m;

beforeAll(() => {
  if (!existsSync(program)) throw new Error('dist/main.js is missing: run `npm run build` first (`npm test` does).');
});

describe('the compiled program', () => {
  test('explains itself and each of its verbs', async () => {
    const help = await run('--help');
    expect(help).toMatchObject({ code: 0, err: '' });
    const verbs = verbsIn(help.out).filter((verb) => verb !== 'help');
    expect(verbs).toEqual(expect.arrayContaining(['start', 'sandbox', 'deadline']));
    for (const verb of verbs) {
      const explained = await run(verb, '--help');
      expect({ verb, code: explained.code, err: explained.err }).toEqual({ verb, code: 0, err: '' });
      expect(explained.out).toContain(`vulndesk ${verb}`);
    }
  }, 120_000);

  test('loads nothing heavy to print its help', async () => {
    const hook = "import{writeSync}from'fs';export const load=(u,c,n)=>{writeSync(2,u+'\\n');return n(u,c)}";
    const register = `import{register}from'node:module';register(${JSON.stringify(`data:text/javascript,${hook}`)})`;
    const { code, err } = await node([
      '--import',
      `data:text/javascript,${encodeURIComponent(register)}`,
      program,
      '--help',
    ]);
    expect(code).toBe(0);
    const loaded = err.split('\n').filter((url) => url.includes('/node_modules/'));
    expect(loaded.filter((url) => url.includes('/commander/'))).not.toEqual([]);
    expect(loaded.filter((url) => !/\/(commander|fastest-levenshtein)\//.test(url))).toEqual([]);
  });

  test('refuses a verb that it does not have, as bad input', async () => {
    const { code, err } = await run('strat');
    expect(code).toBe(2);
    expect(err).toContain('strat');
    expect(err).not.toMatch(stackTrace);
  });

  test('refuses to start without settings, and names every fault at once', async () => {
    const { code, err } = await run('start');
    expect(code).toBe(2);
    for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SECURITY_CHANNEL', 'MONGODB_URI', 'KEYRING_FILE']) {
      expect(err).toContain(name);
    }
    expect(err).not.toMatch(stackTrace);
  });

  test('prints a deadline', async () => {
    const { code, out } = await run('deadline', '--received', '2026-09-22T02:00:00Z', '--working-days', '2', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      due: expect.stringMatching(/^2026-09-24T/),
      workingDays: 2,
      provisional: false,
    });
  });

  test('refuses a moment that it cannot read, as bad input', async () => {
    const { code, err } = await run('deadline', '--received', 'yesterday');
    expect(code).toBe(2);
    expect(err).toContain('yesterday');
    expect(err).not.toMatch(stackTrace);
  });

  test('has no file that node cannot load', async () => {
    const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
      .filter(
        (file) =>
          file.endsWith('.js') && !file.includes(join('page', 'client')) && file.split(sep).at(-1) !== 'main.js',
      )
      .toSorted();
    const load = `
      const faults = [];
      for (const file of process.argv.slice(1)) await import(file).catch((error) => faults.push(file + ': ' + error));
      console.log(JSON.stringify(faults));
      process.exit(0);`;
    const { code, out } = await node([
      '--input-type=module',
      '-e',
      load,
      ...files.map((file) => join(root, 'dist', file)),
    ]);
    expect({ code, faults: JSON.parse(out.trim().split('\n').at(-1) ?? '') as unknown }).toEqual({
      code: 0,
      faults: [],
    });
  });
});
