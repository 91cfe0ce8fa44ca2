import { randomBytes } from 'node:crypto';
import { CveContainer } from '../../src/advisory/cve-schema.js';
import { OsvRecord } from '../../src/advisory/osv.js';
import type { Keyring } from '../../src/keys/keyring.js';
import type { ReportId } from '../../src/report/report-id.js';
import { officialOsv, validateCsaf } from '../advisory/validators.js';
import { daysText, filesOf, policyText } from '../config/policy-text.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { type Ended, type } from './a-terminal.js';
import { canary, everyLife, type Life, storeLives } from './exported-reports.js';

const ring: Keyring = { active: 'k1', index: 'k1', keys: new Map([['k1', randomBytes(32)]]) };
const keysFile = (keys: Keyring) =>
  JSON.stringify({
    active: keys.active,
    keys: Object.fromEntries([...keys.keys].map(([name, key]) => [name, key.toString('base64')])),
  });
const texts = { 'keys.json': keysFile(ring), 'policy.yaml': policyText, 'calendars/cn.yaml': daysText };
const formats = ['md', 'osv', 'csaf', 'cve'] as const;

let fresh: FreshDatabase;
let ids: Readonly<Record<Life, ReportId>>;

beforeAll(async () => {
  fresh = await freshDatabase('export');
  ids = await storeLives(fresh, ring);
});
afterAll(async () => {
  console.info(`export: asked ${asked} times, and the canary was nowhere`);
  expect(asked).toBeGreaterThan(100);
  await fresh.drop();
});

const settings = () => ({
  MONGODB_URI: fresh.uri,
  MONGODB_DATABASE: fresh.database,
  KEYRING_FILE: 'keys.json',
  POLICY_FILE: 'policy.yaml',
});
let asked = 0;
/** Whatever is asked of whichever report, nothing closed is written. */
async function run(...args: readonly string[]): Promise<Ended> {
  const ended = await type(['export', ...args], { env: settings(), files: filesOf(texts) });
  expect(ended.out + ended.err).not.toContain(canary);
  asked += 1;
  return ended;
}

describe('export writes a published advisory', () => {
  test('in Markdown, in English and in Chinese, and nothing else', async () => {
    const english = await run(ids.disclosed, '--format', 'md');
    expect(english).toMatchObject({ code: 0, err: '' });
    expect(english.out).toMatch(/^# Secrets of other projects can be read\n/);
    expect(english.out).toContain(ids.disclosed);
    expect(await run(ids.disclosed, '--format', 'md', '--lang', 'en')).toEqual(english);
    const chinese = await run(ids.disclosed, '--format', 'md', '--lang', 'zh');
    expect(chinese).toMatchObject({ code: 0, err: '' });
    expect(chinese.out).toMatch(/^# 可读取其他项目的密钥\n/);
  });

  test('as an OSV record, valid by our own type and by the official schema', async () => {
    const { code, out, err } = await run(ids.disclosed, '--format', 'osv');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(OsvRecord.parse(JSON.parse(out))).toMatchObject({ id: `x_${ids.disclosed}` });
    expect(officialOsv()?.(JSON.parse(out)) ?? []).toEqual([]);
    expect(out).toMatch(/^\{\n {2}"schema_version"/);
  });

  test('as a CSAF document that passes the mandatory tests', async () => {
    const { code, out, err } = await run(ids.disclosed, '--format', 'csaf');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(validateCsaf([JSON.parse(out)])).toMatchObject([{ isValid: true, errors: [] }]);
  });

  test('as a CVE record with Chinese beside English', async () => {
    const { code, out, err } = await run(ids.disclosed, '--format', 'cve', '--lang', 'zh');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { cnaContainer } = CveContainer.parse(JSON.parse(out));
    expect(cnaContainer.descriptions.map(({ lang }) => lang)).toEqual(['en', 'zh']);
  });

  test('for an id as people type it', async () => {
    const typed = ids.disclosed.toLowerCase().replaceAll('-', ' ');
    expect(await run(typed, '--format', 'osv')).toEqual(await run(ids.disclosed, '--format', 'osv'));
  });

  test('in its newest revision, or an earlier one on request', async () => {
    const newest = await run(ids.corrected, '--format', 'md');
    expect(newest.out).toContain('A check was missing in one call.');
    expect(await run(ids.corrected, '--format', 'md', '--revision', '2')).toEqual(newest);
    const earlier = await run(ids.corrected, '--format', 'md', '--revision', '1');
    expect(earlier.out).toContain('A check was missing. Update.');
    expect(earlier.out).not.toContain('one call');
  });

  test('and the audit trail has who did', async () => {
    await run(ids.corrected, '--format', 'osv');
    const { out } = await type(['audit', ids.corrected], { env: settings(), files: filesOf(texts) });
    expect(out).toMatch(/exported +osv.* operator \S+/);
  });
});

describe('export of an unpublished report', () => {
  const published: readonly Life[] = ['disclosed', 'correcting', 'corrected'];
  const before = everyLife.filter((life) => !published.includes(life));

  test.each(before)('%s: says why and what to do, and exits with 1', async (life) => {
    for (const format of formats) {
      const { code, out, err } = await run(ids[life], '--format', format);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain(`${ids[life]} has no published advisory; its status is `);
      expect(err).toMatch(/card|--preview/);
    }
  });

  test.each(everyLife.filter((life) => life !== 'prepared' && life !== 'correcting'))(
    '%s: there is nothing to preview',
    async (life) => {
      const { code, out, err } = await run(ids[life], '--format', 'md', '--preview');
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain('no prepared advisory to preview');
    },
  );

  test.each(formats)('once prepared, writes a preview in %s, marked as one', async (format) => {
    const { code, out, err } = await run(ids.prepared, '--format', format, '--preview');
    expect(code).toBe(0);
    expect(err).toMatch(/^PREVIEW of VR-\S+, revision 1\. It is not published:/);
    expect(out).toContain('Secrets of other projects can be read');
    expect(out).not.toContain('PREVIEW');
  });

  test('writes a preview of a correction too, while the earlier revision stays the published one', async () => {
    const now = await run(ids.correcting, '--format', 'md');
    expect(now.out).not.toContain('one call');
    const next = await run(ids.correcting, '--format', 'md', '--preview');
    expect(next).toMatchObject({ code: 0, err: expect.stringContaining('revision 2') });
    expect(next.out).toContain('A check was missing in one call.');
  });
});

test('no preview in any format contains anything secret', async () => {
  for (const life of everyLife)
    for (const format of formats) await run(ids[life], '--format', format, '--preview', '--lang', 'zh');
});

describe('export refuses', () => {
  test.each([
    [['VR-7', '--format', 'md'], '"VR-7" is not a report id. An id looks like VR-7K2Q-9FDX.'],
    [['VR-7K2Q-9FDX', '--format', 'pdf'], '"pdf" is not a format. Give --format one of md, osv, csaf, cve.'],
    [['VR-7K2Q-9FDX'], "required option '--format <format>' not specified"],
    [['VR-7K2Q-9FDX', '--format', 'md', '--lang', 'fr'], '"fr" is not a language. Give --lang en or zh.'],
    [['VR-7K2Q-9FDX', '--format', 'md', '--revision', '0'], '"0" is not a revision'],
    [['VR-7K2Q-9FDX', '--format', 'md', '--revision', '1', '--preview'], 'Give only one of them'],
    [['VR-0000-0000', '--format', 'md'], 'There is no report VR-0000-0000 in the database "export_'],
    [['--format', 'md'], "missing required argument 'id'"],
  ])('%j', async (args, words) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });

  test('a revision that does not exist', async () => {
    const { code, out, err } = await run(ids.corrected, '--format', 'md', '--revision', '3');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`${ids.corrected} has no revision 3`);
  });

  test('faulty settings, all at once, and needs none of Slack’s', async () => {
    const env = { MONGODB_URI: 'postgres://', POLICY_FILE: 'gone.yaml' };
    const { code, out, err } = await type(['export', 'VR-7K2Q-9FDX', '--format', 'md'], { env, files: filesOf(texts) });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    for (const name of ['MONGODB_URI', 'KEYRING_FILE', 'POLICY_FILE']) expect(err).toContain(name);
    expect(err).not.toContain('SLACK');
  });
});

describe('export says in one sentence', () => {
  test('that the key ring is not that of the database', async () => {
    const files = filesOf({ ...texts, 'keys.json': keysFile({ ...ring, keys: new Map([['k1', randomBytes(32)]]) }) });
    const { code, out, err } = await type(['export', ids.disclosed, '--format', 'md'], { env: settings(), files });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('The key "k1" is not the key of this name');
  });

  test('that no database answers, without its address', async () => {
    const env = { ...settings(), MONGODB_URI: 'mongodb://someone:sesame@127.0.0.1:9/?replicaSet=none' };
    const { code, out, err } = await type(['export', ids.disclosed, '--format', 'md'], { env, files: filesOf(texts) });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('MONGODB_URI');
    expect(err).not.toContain('sesame');
  });

  test('that a report is not what was sealed', async () => {
    await fresh.db
      .collection<{ _id: string }>('reports')
      .updateOne({ _id: ids.fixed }, { $set: { 'sealed.ct': Buffer.alloc(64, 1) } });
    const { code, out, err } = await run(ids.fixed, '--format', 'md');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`${ids.fixed} can't be opened: it is damaged.`);
  });
});
