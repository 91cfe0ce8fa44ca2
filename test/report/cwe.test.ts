import { CweId, cweOf, suggestedCwes } from '../../src/report/cwe.js';

const ids = (typed: string, most = 5) => suggestedCwes(typed, most).map(({ id }) => id);

test.each([
  ['79', ['CWE-79', 'CWE-790', 'CWE-791', 'CWE-792', 'CWE-793']],
  ['cwe-862', ['CWE-862']],
  ['CWE 22', ['CWE-22', 'CWE-220', 'CWE-221', 'CWE-222', 'CWE-223']],
  [' (862) ', ['CWE-862']],
  ['CWE - 862', ['CWE-862']],
  ['8 62', []],
  ['xcwe-862', []],
  ['862x', []],
  ['sql injection', ['CWE-564', 'CWE-89']],
  ['CWE: injection, sql', ['CWE-564', 'CWE-89']],
  // The whole word comes first, though `Logic/Time Bomb` is shorter; then short names.
  ['log', ['CWE-532', 'CWE-511', 'CWE-778', 'CWE-779', 'CWE-783']],
  ['cross-site request', ['CWE-352']],
  ['missing authorization', ['CWE-862']],
  ['no such weakness', []],
])('for %s the list offers %j', (typed, offered) => {
  expect(ids(typed)).toEqual(offered);
});

test('no more are offered than are wanted', () => {
  expect([ids('79', 2), ids('injection', 2)].map(({ length }) => length)).toEqual([2, 2]);
});

test.each([
  ['CWE-1', true],
  ['CWE-12345', true],
  ['CWE-123456', false],
  ['CWE-0', false],
  ['xCWE-79', false],
  ['CWE-79x', false],
])('%s can be an id: %s', (id, is) => expect(CweId.safeParse(id).success).toBe(is));

test('the list is MITRE’s: every weakness once, by its own name, and none that is deprecated', () => {
  const all = suggestedCwes('', 10_000);
  expect(all.length).toBeGreaterThan(850);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(cweOf('CWE-79')?.name).toBe(
    "Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting')",
  );
  expect(cweOf('CWE-29')?.name).toBe("Path Traversal: '\\..\\filename'");
  expect(cweOf('CWE-1')).toBeUndefined();
  expect(all.filter(({ name }) => /DEPRECATED/.test(name))).toEqual([]);
});
