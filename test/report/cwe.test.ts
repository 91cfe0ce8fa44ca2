import { cweOf, suggestedCwes } from '../../src/report/cwe.js';

const ids = (typed: string, most = 5) => suggestedCwes(typed, most).map(({ id }) => id);

test.each([
  ['79', ['CWE-79', 'CWE-790', 'CWE-791', 'CWE-792', 'CWE-793']],
  ['cwe-862', ['CWE-862']],
  ['CWE 22', ['CWE-22', 'CWE-220', 'CWE-221', 'CWE-222', 'CWE-223']],
  ['sql injection', ['CWE-564', 'CWE-89']],
  ['cross-site request', ['CWE-352']],
  ['missing authorization', ['CWE-862']],
  ['no such weakness', []],
])('for %s the list offers %j', (typed, offered) => {
  expect(ids(typed)).toEqual(offered);
});

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
