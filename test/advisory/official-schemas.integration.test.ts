import { renderCsaf } from '../../src/advisory/csaf.js';
import { renderOsv } from '../../src/advisory/osv.js';
import { ecosystemNamed } from '../../src/report/ecosystem.js';
import { cases, creditedForAll, publisher } from './cases.js';
import { officialEcosystems, officialOsv, validateCsaf } from './validators.js';
import { versFaults } from './vers-rules.js';

const named = Object.entries(cases);
const [plain] = Object.values(cases);
if (plain === undefined) throw new Error('there are cases');

const faultsOf = officialOsv();
(faultsOf === undefined ? test.skip : test)(
  'every case is valid by the official schema, which refuses a broken one',
  () => {
    const faults = named.map(([name, advisory]) => [name, faultsOf?.(json(renderOsv(advisory, publisher)))]);
    expect(faults).toEqual(named.map(([name]) => [name, []]));
    expect(faultsOf?.(json(renderOsv(creditedForAll, publisher)))).toEqual([]);
    expect(faultsOf?.({ ...renderOsv(plain, publisher), id: 'nowhere' })).not.toEqual([]);
  },
);

(faultsOf === undefined ? test.skip : test)('every ecosystem of the official schema may stand in a policy', () => {
  const names = officialEcosystems();
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name) => ecosystemNamed(name) === undefined)).toEqual([]);
});

test('CSAF: every case passes the schema, the mandatory tests of the standard and the rules of VERS, which refuse a broken one', () => {
  const documents = named.map(([, advisory]) => renderCsaf(advisory, publisher));
  const wrong = structuredClone(json(renderCsaf(plain, publisher)));
  wrong.vulnerabilities[0].scores[0].cvss_v3.baseScore = 9.9;
  const versions = documents.flatMap((document) => JSON.stringify(document).match(/vers:[^"]+/g) ?? []);
  expect(versions.length).toBeGreaterThan(10);
  expect(versions.map((name) => [name, versFaults(name)])).toEqual(versions.map((name) => [name, []]));
  const results = validateCsaf([...documents, wrong]);
  expect(results).toHaveLength(named.length + 1);
  const refused = results.pop();
  expect(refused?.isValid).toBe(false);
  expect(results.map(({ errors }, i) => [named[i]?.[0], errors])).toEqual(named.map(([name]) => [name, []]));
  for (const { isValid, ran } of results) expect([isValid, ran > 40]).toEqual([true, true]);
});

// What a reader of the file gets: without the fields that are undefined.
const json = (value: object) => JSON.parse(JSON.stringify(value));
