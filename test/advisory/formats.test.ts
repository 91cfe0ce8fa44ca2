import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Advisory } from '../../src/advisory/advisory.js';
import { renderCsaf } from '../../src/advisory/csaf.js';
import { CveContainer, renderCveRecord } from '../../src/advisory/cve-record.js';
import { OsvRecord, renderOsv } from '../../src/advisory/osv.js';
import { cases, publisher } from './cases.js';

const named = Object.entries(cases);
const osvSchema = '../shared/data/osv.schema.json';

test('there are ten varied cases, each an advisory', () => {
  expect(named.length).toBeGreaterThanOrEqual(10);
  for (const [, advisory] of named) expect(Advisory.parse(advisory)).toEqual(advisory);
});

describe('OSV', () => {
  test.each(named)('%s is a record of our own type', (_, advisory) => {
    const record = renderOsv(advisory, publisher);
    expect(OsvRecord.parse(record)).toEqual(record);
  });

  const official = existsSync(osvSchema) ? test : test.skip;
  if (!existsSync(osvSchema)) console.info(`No ${osvSchema}: OSV records are checked by our own type alone.`);
  official('every case is valid by the official schema, which refuses a broken one', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    // Its types name the default export of an ES module, which it is not.
    (addFormats as unknown as (to: Ajv2020) => void)(ajv);
    const valid = ajv.compile(JSON.parse(readFileSync(osvSchema, 'utf8')));
    const faults = named.flatMap(([name, advisory]) =>
      valid(json(renderOsv(advisory, publisher))) ? [] : [{ name, errors: valid.errors }],
    );
    expect(faults).toEqual([]);
    expect(valid({ ...renderOsv(example('one line, patched'), publisher), id: 'nowhere' })).toBe(false);
  });

  test('says where the affected versions begin and end', () => {
    const affected = renderOsv(example('several product lines'), publisher).affected;
    expect(affected.map(({ ranges }) => ranges[0])).toEqual([
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
    expect(renderOsv(example('a line that will not be fixed'), publisher).affected[1]?.ranges[0]?.events).toEqual([
      { introduced: '0' },
      { last_affected: '3.4.1' },
    ]);
  });
});

test('CSAF: every case passes the schema and the mandatory tests of the standard, which refuse a broken one', () => {
  const documents = named.map(([, advisory]) => renderCsaf(advisory, publisher));
  const wrong = structuredClone(json(renderCsaf(example('one line, patched'), publisher)));
  wrong.vulnerabilities[0].scores[0].cvss_v3.baseScore = 9.9;
  const { stdout, stderr } = spawnSync(process.execPath, ['test/advisory/csaf-validator-process.mjs'], {
    input: JSON.stringify([...documents, wrong]),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (stdout === '') throw new Error(stderr);
  const results: { isValid: boolean; ran: number; errors: object[] }[] = JSON.parse(stdout);
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
