import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changed, policyText } from '../config/policy-text.js';
import { root } from '../support/project.js';
import { type } from './a-terminal.js';

const asJson = async (...args: string[]) => {
  const { code, out, err } = await type(['deadline', '--json', ...args]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.trimEnd().split('\n')).toHaveLength(1);
  return JSON.parse(out);
};

describe('deadline', () => {
  test('writes in JSON when an answer is due, and why', async () => {
    expect(await asJson('--received', '2026-09-24T10:00:00+08:00', '--working-days', '1')).toEqual({
      receivedAt: '2026-09-24T02:00:00Z',
      workingDays: 1,
      due: '2026-09-28T10:00:00Z',
      dueLocal: '2026-09-28T18:00:00+08:00',
      zone: 'Asia/Shanghai',
      provisional: false,
      days: [
        { date: '2026-09-24', counted: false, why: 'day of receipt' },
        { date: '2026-09-25', counted: false, why: 'holiday: Mid-Autumn Festival' },
        { date: '2026-09-26', counted: false, why: 'holiday: Mid-Autumn Festival' },
        { date: '2026-09-27', counted: false, why: 'holiday: Mid-Autumn Festival' },
        { date: '2026-09-28', counted: true, why: 'working day' },
      ],
    });
  });
  test('counts the working days of the policy by default', async () => {
    expect(await asJson('--received', '2026-09-22T02:00:00Z')).toMatchObject({
      workingDays: 2,
      due: '2026-09-24T10:00:00Z',
    });
  });
  test('reads a time without an offset in the policy’s time zone', async () => {
    expect(await asJson('--received', '2026-09-22T10:00')).toMatchObject({ receivedAt: '2026-09-22T02:00:00Z' });
    expect(await asJson('--received', '2026-09-22')).toMatchObject({ receivedAt: '2026-09-21T16:00:00Z' });
    expect(await asJson('--received', '2026-09-22T10:00:00.250+02:00')).toMatchObject({
      receivedAt: '2026-09-22T08:00:00.250Z',
    });
  });
  test('writes plain sentences without --json', async () => {
    const { code, out } = await type(['deadline', '--received', '2026-12-30T10:00+08:00']);
    expect(code).toBe(0);
    expect(out).toContain('Due       Fri 1 Jan 2027, 18:00 (Asia/Shanghai, UTC+8)');
    expect(out).toContain('Provisional: holidays after Thu 31 Dec 2026 are not known yet');
    expect(out).toMatch(/Thu 31 Dec 2026\s+1\s+working day/);
  });
  test.each(['yesterday', '', '2026-13-01T10:00Z', '2026-02-30', '22.9.2026', '2026-W39', '9999-01-01'])(
    'refuses the moment %p with a sentence',
    async (moment) => {
      const { code, out, err } = await type(['deadline', '--received', moment]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`"${moment}" is not a moment. Give --received as ISO 8601`);
    },
  );
  test.each(['0', '-1', '1.5', 'two', '367', '1e2'])('refuses %p working days with a sentence', async (days) => {
    const { code, err } = await type(['deadline', '--received', '2026-09-22T02:00:00Z', `--working-days=${days}`]);
    expect({ code, err }).toEqual({
      code: 2,
      err: `"${days}" is not a number of working days. Give --working-days a whole number from 1 to 366.\n`,
    });
  });
  test('needs a time', async () => {
    expect(await type(['deadline'])).toMatchObject({ code: 2, err: expect.stringContaining('--received') });
  });
  test('names the option when there is no such policy, and the setting when that named it', async () => {
    const asked = ['deadline', '--received', '2026-09-22T02:00:00Z'];
    expect(await type([...asked, '--policy', '/nowhere.yaml'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--policy points to /nowhere.yaml'),
    });
    expect(await type(asked, { env: { POLICY_FILE: '/nowhere.yaml' } })).toMatchObject({
      code: 2,
      err: expect.stringContaining('POLICY_FILE points to'),
    });
  });
});

const sharedCases = join(root, '../shared/data/deadline-cases.json');
describe('the shared cases through the command', () => {
  const present = existsSync(sharedCases);
  test(present ? 'all hold' : 'are absent here, so this check is passed over', async () => {
    if (!present) return;
    const { calendars, cases } = JSON.parse(readFileSync(sharedCases, 'utf8'));
    const folder = mkdtempSync(join(tmpdir(), 'vulndesk-policy-'));
    try {
      for (const [name, calendar] of Object.entries(calendars))
        writeFileSync(join(folder, `${name}.yaml`), policyOf(calendar as Days));
      expect(cases.length).toBeGreaterThan(0);
      for (const { calendar, receivedAt, workingDays, due, local, provisional } of cases)
        for (const policy of calendar === 'cn'
          ? [[], ['--policy', join(folder, 'cn.yaml')]]
          : [['--policy', join(folder, `${calendar}.yaml`)]])
          expect(
            await asJson('--received', receivedAt, '--working-days', String(workingDays), ...policy),
          ).toMatchObject({ due, dueLocal: local, provisional, workingDays, zone: calendars[calendar].zone });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

type Days = Readonly<{
  zone: string;
  open: string;
  close: string;
  week: number[];
  holidays: string[];
  makeUpDays: string[];
  coversUntil: string;
}>;

/** The policy of KubeSphere with another calendar written into it. */
function policyOf({ zone, open, close, week, holidays, makeUpDays, coversUntil }: Days): string {
  const weekdays = week.map((day) => ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'][day - 1]);
  const lines = [
    `  coversUntil: ${coversUntil}`,
    '  holidays:',
    `    - { name: { en: Day off, zh: 休 }, days: [${holidays.join(', ')}], makeUpDays: [${makeUpDays.join(', ')}] }`,
  ];
  return [
    ['zone: Asia/Shanghai', `zone: ${zone}`],
    ['open: 09:00\n', `open: ${open}\n`],
    ['close: 18:00\n', `close: ${close}\n`],
    ['[mon, tue, wed, thu, fri]', `[${weekdays.join(', ')}]`],
    ['  days: cn', lines.join('\n')],
  ].reduce((text, [from = '', to = '']) => changed(text, from, to), policyText);
}
