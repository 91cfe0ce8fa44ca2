import { Advisory } from '../../src/advisory/advisory.js';
import { renderCsaf } from '../../src/advisory/csaf.js';
import { CveContainer, renderCveRecord } from '../../src/advisory/cve-record.js';
import { OsvRecord, renderOsv } from '../../src/advisory/osv.js';
import { cases, publisher } from './cases.js';
import { officialOsv, validateCsaf } from './validators.js';

const named = Object.entries(cases);

test('there are ten varied cases, each an advisory', () => {
  expect(named.length).toBeGreaterThanOrEqual(10);
  for (const [, advisory] of named) expect(Advisory.parse(advisory)).toEqual(advisory);
});

describe('OSV', () => {
  test.each(named)('%s is a record of our own type', (_, advisory) => {
    const record = renderOsv(advisory, publisher);
    expect(OsvRecord.parse(record)).toEqual(record);
  });

  const faultsOf = officialOsv();
  (faultsOf === undefined ? test.skip : test)(
    'every case is valid by the official schema, which refuses a broken one',
    () => {
      const faults = named.map(([name, advisory]) => [name, faultsOf?.(json(renderOsv(advisory, publisher)))]);
      expect(faults).toEqual(named.map(([name]) => [name, []]));
      expect(faultsOf?.({ ...renderOsv(example('one line, patched'), publisher), id: 'nowhere' })).not.toEqual([]);
    },
  );

  test('says where the affected versions begin and end', () => {
    const affected = renderOsv(example('several product lines'), publisher).affected;
    expect(affected.map(({ ranges }) => ranges?.[0])).toEqual([
      { type: 'SEMVER', events: [{ introduced: '4.0.0' }, { fixed: '4.1.3' }] },
      { type: 'SEMVER', events: [{ introduced: '3.0.0' }, { fixed: '3.4.2' }] },
      { type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '4.1.3' }] },
      { type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '4.1.3' }] },
    ]);
    expect(affected.map((one) => one.package?.name)).toEqual([
      'kubesphere.io/kubesphere',
      undefined,
      undefined,
      'kubesphere.io/kubesphere',
    ]);
    expect(renderOsv(example('a line that will not be fixed'), publisher).affected[1]?.ranges?.[0]?.events).toEqual([
      { introduced: '0' },
      { last_affected: '3.4.1' },
    ]);
  });
});

test('CSAF: every case passes the schema and the mandatory tests of the standard, which refuse a broken one', () => {
  const documents = named.map(([, advisory]) => renderCsaf(advisory, publisher));
  const wrong = structuredClone(json(renderCsaf(example('one line, patched'), publisher)));
  wrong.vulnerabilities[0].scores[0].cvss_v3.baseScore = 9.9;
  const results = validateCsaf([...documents, wrong]);
  expect(results).toHaveLength(named.length + 1);
  const refused = results.pop();
  expect(refused?.isValid).toBe(false);
  expect(results.map(({ errors }, i) => [named[i]?.[0], errors])).toEqual(named.map(([name]) => [name, []]));
  for (const { isValid, ran } of results) expect([isValid, ran > 40]).toEqual([true, true]);
});

describe('a CVE record', () => {
  test.each(named)('%s is a container of our own type', (_, advisory) => {
    const record = renderCveRecord(advisory, publisher);
    expect(CveContainer.parse(record)).toEqual(record);
  });

  test('has English first, and Chinese beside it', () => {
    const { cnaContainer } = renderCveRecord(example('Chinese beside English'), publisher);
    expect(cnaContainer.descriptions.map(({ lang }) => lang)).toEqual(['en', 'zh']);
    expect(cnaContainer.workarounds?.map(({ lang }) => lang)).toEqual(['en', 'zh']);
    expect(cnaContainer.solutions.map(({ lang }) => lang)).toEqual(['en', 'zh']);
  });
});

test('whatever is rendered twice is the same', () => {
  for (const [, advisory] of named)
    for (const render of [renderOsv, renderCsaf, renderCveRecord])
      expect(render(structuredClone(advisory), publisher)).toEqual(render(advisory, publisher));
});

// What a reader of the file gets: without the fields that are undefined.
const json = (value: object) => JSON.parse(JSON.stringify(value));

function example(name: string): Advisory {
  const found = cases[name];
  if (found === undefined) throw new Error(`no case "${name}"`);
  return found;
}
