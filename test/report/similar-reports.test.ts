import type { Form } from '../../src/report/form.js';
import type { Report } from '../../src/report/report.js';
import { comparable, similarReports } from '../../src/report/text/similar-reports.js';
import { aForm } from '../support/a-form.js';
import { minute, reportIn } from './situations.js';

const letters = 'ABCDEFGHJKMNPQRSTVWXYZ';
let made = 0;
function told(over: Partial<Form>, rest: Partial<Report> = {}): Report {
  const base = reportIn('acknowledged');
  if (base === undefined) throw new Error('no report');
  made += 1;
  const id = `VR-7K2Q-9F${letters[made % 22]}${letters[Math.floor(made / 22) % 22]}`;
  return { ...base, id, receivedAt: minute(made), form: aForm(over), ...rest };
}
const alike = (report: Report, others: readonly Report[], most: number) =>
  similarReports(comparable(report), others.map(comparable), most);
const ids = (report: Report, others: readonly Report[]) => alike(report, others, 5).map((one) => one.id);

describe('reports that may describe the same vulnerability', () => {
  const secrets = told({
    title: 'A viewer can read the secrets of other projects',
    otherVersions: 'ks-apiserver 4.1.2',
  });

  it('are found by their titles, in other words and another order', () => {
    const again = told({ title: 'Secrets of other projects can be read by a viewer', otherVersions: 'apiserver' });
    const other = told({ title: 'Stored XSS in the markdown of a workspace description', otherVersions: 'console' });
    expect(ids(again, [other, secrets])).toEqual([secrets.id]);
  });

  it('are found in Chinese', () => {
    const first = told({ title: '普通用户可以读取其他项目的密钥', otherVersions: 'ks-apiserver' });
    const again = told({ title: '其他项目的密钥可以被普通用户读取', otherVersions: '' });
    const other = told({ title: '登录页面存在跨站脚本', otherVersions: '控制台' });
    expect(ids(again, [other, first])).toEqual([first.id]);
  });

  it('are found by the same CVE number, whatever their titles say', () => {
    const one = told({ title: 'Something quite different', cve: 'CVE-2026-12345' });
    const recorded = told({ title: 'Nothing alike' }, { cve: { numbers: ['CVE-2026-11111', 'CVE-2026-12345'] } });
    const [candidate] = alike(one, [secrets, recorded], 5);
    expect(candidate).toMatchObject({ sameCve: true, id: recorded.id, likeness: 0 });
    const same = told({ ...one.form, cve: 'CVE-2026-12345' });
    expect(ids(one, [recorded, same])).toEqual([same.id, recorded.id]);
  });

  it('are not found by the same component alone', () => {
    const other = told({ title: 'Log lines leak a token', otherVersions: 'ks-apiserver 4.1.2' });
    expect(ids(other, [secrets])).toEqual([]);
  });

  it('never are the report itself, a duplicate or a withdrawn one', () => {
    const again = told({ ...secrets.form });
    const closed = (['duplicate', 'withdrawn'] as const).map((status) => told({ ...secrets.form }, { status }));
    expect(ids(again, [again, ...closed, secrets])).toEqual([secrets.id]);
  });

  it('come with the most similar first, then the earlier one, and no more than asked for', () => {
    const again = told({ ...secrets.form });
    const near = told({ title: 'A viewer can read the logs of other projects', otherVersions: '' });
    const twin = told({ ...secrets.form });
    expect(ids(again, [near, twin, secrets])).toEqual([secrets.id, twin.id, near.id]);
    expect(alike(again, [near, twin, secrets], 2)).toHaveLength(2);
  });

  it('come in the order of their ids where they came at the same moment', () => {
    const [first, second] = ['VR-0000-0001', 'VR-0000-0002'].map((id) =>
      told(secrets.form, { id, receivedAt: minute(1) }),
    );
    if (first === undefined || second === undefined) throw new Error('there are two');
    const again = told(secrets.form);
    expect(ids(again, [first, second])).toEqual([first.id, second.id]);
    expect(ids(again, [second, first])).toEqual([first.id, second.id]);
  });
});

describe('how alike two reports are', () => {
  const where = (otherVersions: string, version?: string) => ({
    otherVersions,
    affected: version === undefined ? [] : [{ version, verdict: 'supported' as const }],
  });
  const nowhere = where('');
  const fillers = 'a an the of in on to and or for by with via from is can at vulnerability security issue';

  it.each([
    [
      'the same title and place',
      'Leak of tokens',
      where('apiserver', 'v4'),
      'Leak of tokens',
      where('apiserver', 'v4'),
      1,
    ],
    ['the same title alone', 'Leak of tokens', where('apiserver'), 'Leak of tokens', where('console'), 0.75],
    ['the same title, and no place at all', 'Leak of tokens', nowhere, 'Leak of tokens', nowhere, 0.75],
    ['half of the place', 'Leak', where('apiserver'), 'Leak', where('apiserver', 'console x'), 0.75 + 0.25 * (2 / 4)],
    ['a place picked and typed', 'Leak', where('apiserver', 'v4'), 'Leak', where('v4 apiserver'), 1],
    ['half of the title', 'Token leak', nowhere, 'Leak of passwords', nowhere, 0.75 * (2 / 4)],
    ['a title but for words that say nothing', 'Leak', nowhere, `Leak ${fillers}`, nowhere, 0.75],
    ['Chinese by two characters each', '读取密钥', nowhere, '读取令牌', nowhere, 0],
    ['Chinese in part', '读取密钥', nowhere, '读取密码', nowhere, 0.75 * (4 / 6)],
    ['one character among words', 'Leak', nowhere, '读Leak读', nowhere, 0.75],
  ])('counts %s', (_, title, { affected, ...form }, otherTitle, other, likeness) => {
    const one = told({ title, ...form }, { affected });
    const two = told({ title: otherTitle, otherVersions: other.otherVersions }, { affected: other.affected });
    const found = alike(one, [two], 1)[0]?.likeness ?? 0;
    expect(found).toBeCloseTo(likeness, 10);
  });
});
