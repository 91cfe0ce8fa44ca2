import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../support/project.js';

type Violation = Readonly<{ rule: Readonly<{ name: string }>; from: string; to: string }>;
type Plant = Readonly<{ in: string; text: string; breaks: string }>;

const slack = "import type { KnownBlock } from '@slack/types'; export type B = KnownBlock;";

const planted: readonly Plant[] = [
  {
    in: 'report/a.ts',
    text: "import { due } from '../deadline/due.js'; export const a = due;",
    breaks: 'report-arrows',
  },
  {
    in: 'report/b.ts',
    text: "import type { Due } from '../deadline/due.js'; export type B = Due;",
    breaks: 'report-arrows',
  },
  { in: 'report/c.ts', text: "export type C = import('../deadline/due.js').Due;", breaks: 'report-arrows' },
  { in: 'report/d.ts', text: "export { due } from '../deadline/due.js';", breaks: 'report-arrows' },
  { in: 'report/e.ts', text: "export const e = () => import('../deadline/due.js');", breaks: 'report-arrows' },
  {
    in: 'deadline/f.ts',
    text: "import type { Post } from '../handling/post.js'; export type F = Post;",
    breaks: 'deadline-arrows',
  },
  {
    in: 'advisory/g.ts',
    text: "import type { Post } from '../handling/post.js'; export type G = Post;",
    breaks: 'advisory-arrows',
  },
  {
    in: 'locales/h.ts',
    text: "import type { Post } from '../handling/post.js'; export type H = Post;",
    breaks: 'locales-arrows',
  },
  {
    in: 'handling/i.ts',
    text: "import type { Kept } from '../store/kept.js'; export type I = Kept;",
    breaks: 'handling-arrows',
  },
  {
    in: 'store/j.ts',
    text: "import type { Shown } from '../slack/shown.js'; export type J = Shown;",
    breaks: 'store-arrows',
  },
  {
    in: 'slack/k.ts',
    text: "import type { Kept } from '../store/kept.js'; export type K = Kept;",
    breaks: 'slack-arrows',
  },
  {
    in: 'slack/l.ts',
    text: "import { settings } from '../config/read-config.js'; export const l = settings;",
    breaks: 'slack-arrows',
  },
  {
    in: 'slack/m.ts',
    text: "import type { World } from '../sandbox/world.js'; export type M = World;",
    breaks: 'slack-arrows',
  },
  {
    in: 'keys/k.ts',
    text: "import type { Due } from '../deadline/due.js'; export type K = Due;",
    breaks: 'keys-arrows',
  },
  {
    in: 'http/n.ts',
    text: "import type { Due } from '../deadline/due.js'; export type N = Due;",
    breaks: 'http-arrows',
  },
  { in: 'ops/o.ts', text: "import type { Due } from '../deadline/due.js'; export type O = Due;", breaks: 'ops-arrows' },
  {
    in: 'config/p.ts',
    text: "import type { Kept } from '../store/kept.js'; export type P = Kept;",
    breaks: 'config-arrows',
  },
  {
    in: 'sandbox/q.ts',
    text: "import type { Shown } from '../slack/shown.js'; export type Q = Shown;",
    breaks: 'sandbox-arrows',
  },
  {
    in: 'app.ts',
    text: "import type { World } from './sandbox/world.js'; export type R = World;",
    breaks: 'app-arrows',
  },
  {
    in: 'commands/s.ts',
    text: "import type { World } from '../sandbox/world.js'; export type S = World;",
    breaks: 'commands-arrows',
  },
  { in: 'main.ts', text: "import { due } from './deadline/due.js'; export const t = due;", breaks: 'main-arrows' },
  {
    in: 'main/u.ts',
    text: "import { world } from '../sandbox/world.js'; export const u = world;",
    breaks: 'sandbox-is-loaded-late',
  },
  {
    in: 'slack/v.ts',
    text: "import type { DateTime } from 'luxon'; export type V = DateTime;",
    breaks: 'luxon-only-there',
  },
  {
    in: 'slack/w.ts',
    text: "import { MongoClient } from 'mongodb'; export const w = MongoClient;",
    breaks: 'mongodb-only-there',
  },
  { in: 'handling/x.ts', text: slack, breaks: 'slack-only-there' },
  {
    in: 'slack/y.ts',
    text: "import { Command } from 'commander'; export const y = Command;",
    breaks: 'commander-only-there',
  },
  {
    in: 'store/za.ts',
    text: "import { Counter } from 'prom-client'; export const za = Counter;",
    breaks: 'ops-packages-only-there',
  },
  { in: 'slack/z.ts', text: "import { pino } from 'pino'; export const z = pino;", breaks: 'ops-packages-only-there' },
  {
    in: 'ops/aa.ts',
    text: "import { WebSocketServer } from 'ws'; export const aa = WebSocketServer;",
    breaks: 'page-packages-only-there',
  },
  {
    in: 'slack/jj.ts',
    text: "import cvss from 'ae-cvss-calculator'; export const jj = cvss;",
    breaks: 'cvss-only-there',
  },
  { in: 'store/bb.ts', text: "import { parse } from 'yaml'; export const bb = parse;", breaks: 'yaml-only-there' },
  { in: 'store/cc.ts', text: "import fc from 'fast-check'; export const cc = fc;", breaks: 'production-packages-only' },
  {
    in: 'store/dd.ts',
    text: "import { MongoBinary } from 'mongodb-memory-server-core'; export const dd = MongoBinary;",
    breaks: 'mongod-download-is-loaded-late',
  },
  {
    in: 'locales/ee.ts',
    text: "import { readFileSync } from 'node:fs'; export const ee = readFileSync;",
    breaks: 'pure-modules-do-nothing',
  },
  {
    in: 'store/ff.ts',
    text: "import { gg } from './gg.js'; export const ff = (): unknown => gg;",
    breaks: 'no-circular',
  },
  {
    in: 'store/hh.ts',
    text: "import { nowhere } from './nowhere.js'; export const hh = nowhere;",
    breaks: 'resolvable',
  },
  {
    in: 'store/ii.ts',
    text: "import { help } from '../../test/help.js'; export const ii = help;",
    breaks: 'src-knows-src',
  },
  {
    in: 'slack/routing/a.ts',
    text: "import type { B } from '../transport/shown.js'; export type A = B;",
    breaks: 'slack-routing-layer',
  },
  {
    in: 'slack/handlers/a.ts',
    text: "import { a } from '../routing/a.js'; export const b = a;",
    breaks: 'slack-handlers-layer',
  },
  {
    in: 'slack/notifier/a.ts',
    text: "import { a } from '../handlers/b.js'; export const b = a;",
    breaks: 'slack-notifier-layer',
  },
  {
    in: 'slack/views/a.ts',
    text: "import { a } from '../workspace/b.js'; export const b = a;",
    breaks: 'slack-views-layer',
  },
  {
    in: 'slack/transport/a.ts',
    text: "import { a } from '../views/b.js'; export const b = a;",
    breaks: 'slack-transport-layer',
  },
  {
    in: 'slack/workspace/a.ts',
    text: "import { a } from '../views/b.js'; export const b = a;",
    breaks: 'slack-workspace-layer',
  },
  {
    in: 'slack/slack-adapter/a.ts',
    text: "import type { B } from '../shown.js'; export type A = B;",
    breaks: 'slack-slack-adapter-layer',
  },
  ...['channel', 'forms', 'messages', 'parts', 'kit'].map((folder) => ({
    in: `slack/views/${folder}/a.ts`,
    text: "import { a } from '../pages/b.js'; export const b = a;",
    breaks: `views-${folder}-layer`,
  })),
  {
    in: 'slack/views/pages/a.ts',
    text: "import { a } from '../channel/b.js'; export const b = a;",
    breaks: 'views-pages-layer',
  },
];

const allowed: Readonly<Record<string, string>> = {
  'src/store/gg.ts': "import { ff } from './ff.js'; export const gg = (): unknown => ff;",
  'test/help.ts': 'export const help = 1;',
  'src/deadline/due.ts': "import { DateTime } from 'luxon'; export type Due = DateTime; export const due = DateTime;",
  'src/handling/post.ts': "import type { Due } from '../deadline/due.js'; export type Post = Due;",
  'src/store/kept.ts': "import { MongoClient } from 'mongodb'; export type Kept = MongoClient;",
  'src/store/late.ts': "export const late = () => import('mongodb-memory-server-core');",
  'src/slack/shown.ts': `${slack} export type Shown = import('../handling/post.js').Post;`,
  'src/sandbox/world.ts': `${slack} import { WebSocketServer } from 'ws'; export const world = WebSocketServer; export type World = B;`,
  'src/slack/routing/b.ts': "import { a } from '../handlers/b.js'; export const b = a;",
  'src/slack/handlers/b.ts': "import { a } from '../views/b.js'; export const b = a;",
  'src/slack/views/b.ts': "import { b as a } from './pages/b.js'; export const b = a; export { a };",
  'src/slack/views/pages/b.ts': "import { a } from '../kit/b.js'; export const b = a;",
  'src/slack/views/channel/b.ts': 'export const a = 1;',
  'src/slack/views/kit/b.ts': 'export const a = 1;',
  'src/slack/workspace/b.ts': 'export const a = 1;',
  'src/slack/transport/shown.ts': 'export type B = 1;',
  'src/config/read-config.ts': "import { parse } from 'yaml'; export const settings = parse;",
  'src/main/good.ts':
    "import { Command } from 'commander'; export const go = [Command, () => import('../sandbox/world.js')];",
};

const cruise = async (folder: string): Promise<readonly Violation[]> => {
  const program = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const args = [program, '--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json', 'src'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 64 << 20 });
  const result = JSON.parse(stdout) as { summary: { violations: readonly Violation[] } };
  return result.summary.violations;
};

describe('the imports between the modules', () => {
  let folder = '';
  let found: readonly Violation[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vulndesk-arrows-'));
    const files = [...planted.map(({ in: at, text }) => [`src/${at}`, text] as const), ...Object.entries(allowed)];
    for (const [at, text] of files) {
      await mkdir(dirname(join(folder, at)), { recursive: true });
      await writeFile(join(folder, at), `${text}\n`);
    }
    for (const name of ['package.json', 'tsconfig.json']) await copyFile(join(root, name), join(folder, name));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    found = await cruise(folder);
  }, 60_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(planted)('$breaks: finds $in: $text', ({ in: at, breaks }) => {
    expect(found.filter(({ from }) => from === `src/${at}`).map(({ rule }) => rule.name)).toContain(breaks);
  });

  test('nothing is said against the imports that are allowed', () => {
    expect(found.filter(({ from }) => from in allowed)).toEqual([]);
  });

  test('every rule has a violation planted', async () => {
    const config = (await import(join(root, '.dependency-cruiser.mjs'))) as {
      default: { forbidden: readonly { name: string; comment: string }[] };
    };
    const names = config.default.forbidden.map(({ name }) => name);
    const broken = new Set(found.map(({ rule }) => rule.name));
    expect(names.filter((name) => !broken.has(name))).toEqual([]);
    for (const { comment } of config.default.forbidden) expect(comment).toMatch(/^[A-Z].{20,}\.$/);
  });
});
