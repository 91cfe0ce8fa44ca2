import { hasWords, readWanted } from '../../src/report/text/find-words.js';
import { acknowledged, report } from '../deadline/reports.js';
import { aForm } from '../support/a-form.js';

const at = new Date('2026-09-22T10:00:00+08:00');
const promise = { dueAt: at, provisional: false, policyRevision: 'p' };
const lin = { team: 'T0HOME', user: 'U0LIN', name: 'Lin' };
const rae = { team: 'T0ELSE', user: 'U0REPORTER', name: 'Rae' };
const found = {
  ...report(at, promise, acknowledged(at)),
  form: aForm({ title: 'Open redirect in the console', cve: 'CVE-2026-12345', otherVersions: 'ks-apiserver' }),
  replies: [{ event: 2, at, purpose: 'answer' as const, text: 'It is the ＬＯＧＩＮ page，登录页面' }],
  notes: [{ event: 3, at, by: lin, text: 'Looks like the hole that Olga found' }],
  cve: { numbers: ['CVE-2026-99999'] },
  lines: [{ line: 'Console', from: 'r1200', upTo: 'jenkins-2.426' }],
  fixes: [
    { outcome: 'fixed' as const, line: 'Console', version: 'v4.1.3-h1', releasedAt: at },
    { outcome: 'wont_fix' as const, line: 'Console' },
  ],
  draft: { en: { title: 'A redirect', summary: 'Anybody can\nsay "go".' }, zh: { title: '重定向', summary: '任何人' } },
};
const has = (typed: string, who = lin) => hasWords(found, readWanted(typed), who);

describe('looking for words', () => {
  it.each([
    'redirect',
    'REDIRECT console',
    '"open redirect"',
    'vr-7k2q-9fdx',
    'VR7K2Q9FDX',
    'cve-2026-12345',
    '99999',
    'ks-api',
    'rae',
    'login',
    '登录',
    '“登录页面”',
    'olga redirect',
    'r1200 jenkins-2.426',
    'v4.1.3-h1',
    'anybody',
    '"kubesphere v4.1"',
    'can say 重定向',
    '',
    `redirect${' '.repeat(192)}nothing`,
  ])('finds %j', (typed) => {
    expect(has(typed)).toBe(true);
  });

  it.each(['redirect nothing', '"redirect open"', 'vr-0000-0000', 'U0REPORTER', 'summary'])(
    'does not find %j',
    (typed) => {
      expect(has(typed)).toBe(false);
    },
  );

  it('finds a report of one’s own by no more than one wrote and was told, whatever the workspace', () => {
    expect(has('login redirect', rae)).toBe(true);
    expect(has('"We are on it"', rae)).toBe(true);
    for (const theirs of ['olga', '99999', 'r1200', 'v4.1.3-h1', 'anybody']) expect(has(theirs, rae)).toBe(false);
  });

  it('finds a report of somebody outside Slack by their name', () => {
    const { cve: _, ...unnumbered } = found;
    const outside = { ...unnumbered, reporter: { kind: 'elsewhere' as const, name: 'Kim', filedBy: lin } };
    expect(hasWords(outside, readWanted('kim'), lin)).toBe(true);
  });

  it.each([
    ['Open  CONSOLE', [{ text: 'open' }, { text: 'console' }]],
    ['a "Open  Redirect" b', [{ text: 'a' }, { text: 'open  redirect' }, { text: 'b' }]],
    ['「打开 列表」『在 此』', [{ text: '打开 列表' }, { text: '在 此' }]],
    ['" open "" "', [{ text: 'open' }]],
    ['vr7k2q9fdx', [{ text: 'vr7k2q9fdx', id: 'VR-7K2Q-9FDX' }]],
  ])('reads %j', (typed, wanted) => {
    expect(readWanted(typed)).toStrictEqual(wanted);
  });
});
