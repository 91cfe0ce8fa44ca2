import { Advisory } from '../../src/advisory/advisory.js';
import { announcement } from '../../src/advisory/announcement.js';
import { renderCsaf } from '../../src/advisory/csaf.js';
import { renderCveRecord, renderCveRejection } from '../../src/advisory/cve-record.js';
import { CveContainer, CveRejection } from '../../src/advisory/cve-schema.js';
import { renderMarkdown } from '../../src/advisory/markdown.js';
import { OsvRecord, renderOsv } from '../../src/advisory/osv.js';
import { severityText } from '../../src/advisory/severity-text.js';
import { localeOf } from '../../src/locales/locale-of.js';
import { readSeverity, Severity } from '../../src/report/severity.js';
import { cases, publisher } from './cases.js';
import { osvFaults } from './osv-rules.js';
import { versFaults } from './vers-rules.js';

const named = Object.entries(cases);

test('there are ten varied cases, each an advisory', () => {
  expect(named.length).toBeGreaterThanOrEqual(10);
  for (const [, advisory] of named) expect(Advisory.parse(advisory)).toEqual(advisory);
});

describe('OSV', () => {
  test.each(named)('%s is a record of our own type', (_, advisory) => {
    const record = renderOsv(advisory, publisher);
    expect(OsvRecord.parse(record)).toEqual(record);
    expect(osvFaults(record)).toEqual([]);
  });

  test('the rules of its affected versions refuse what breaks them', () => {
    const [good] = renderOsv(example('one line, patched'), publisher).affected;
    if (good === undefined) throw new Error('the case has an affected product');
    const ranged = (type: 'GIT' | 'SEMVER', ...events: object[]) =>
      ({ ...good, ranges: [{ type, events }] }) as typeof good;
    expect(
      [
        { ...good, package: { ecosystem: 'Nowhere', name: 'a' } },
        ranged('SEMVER', { fixed: '1.0.1' }),
        ranged('SEMVER', { introduced: '0' }, { fixed: '1.0.1' }, { last_affected: '1.0.0' }),
        ranged('SEMVER', { introduced: '0', fixed: '1.0.1' }),
        ranged('GIT', { introduced: '9d2ee97' }),
      ].map((one) => osvFaults({ affected: [one] })),
    ).toEqual([
      ['an ecosystem is one of the list'],
      ['a range begins somewhere'],
      ['a range ends once'],
      expect.arrayContaining(['an event is one thing']),
      ['commits have a repository', 'commits are whole'],
    ]);
  });

  test('says where the affected versions begin and end', () => {
    const affected = renderOsv(example('several product lines'), publisher).affected;
    expect(affected.map(({ package: one, ranges }) => [one?.name, ranges])).toEqual([
      [
        'kubesphere.io/kubesphere',
        [
          { type: 'SEMVER', events: [{ introduced: '4.0.0' }, { fixed: '4.1.3' }] },
          { type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '4.1.3' }] },
        ],
      ],
      [undefined, [{ type: 'SEMVER', events: [{ introduced: '3.0.0' }, { fixed: '3.4.2' }] }]],
      [undefined, [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '4.1.3' }] }]],
    ]);
    expect(renderOsv(example('a line that will not be fixed'), publisher).affected[1]?.ranges?.[0]?.events).toEqual([
      { introduced: '0' },
      { last_affected: '3.4.1' },
    ]);
  });
});

describe('a product with several ranges, packages and numbers', () => {
  const advisory = example('several ranges of products with packages, several numbers');

  test('is in OSV once for each package', () => {
    const { affected, aliases } = renderOsv(advisory, publisher);
    expect(aliases).toEqual(['CVE-2026-46528', 'CVE-2026-46529']);
    expect(affected.map(({ package: one, ranges }) => [one?.ecosystem, one?.purl, ranges])).toEqual([
      [
        'Go',
        'pkg:golang/kubesphere.io/kubesphere',
        [
          { type: 'SEMVER', events: [{ introduced: '4.0.0' }, { fixed: '4.0.7' }] },
          { type: 'SEMVER', events: [{ introduced: '4.1.0' }, { fixed: '4.1.3' }] },
        ],
      ],
      ...['PyPI', 'Debian:12'].map((ecosystem) => [
        ecosystem,
        undefined,
        [
          { type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '1!2.0' }] },
          { type: 'ECOSYSTEM', events: [{ introduced: '3.0' }, { last_affected: '3.0' }] },
        ],
      ]),
    ]);
  });

  test('has in a CVE record the changes between fixes on branches, vendor, package and CPE', () => {
    expect(renderCveRecord(advisory, publisher).cnaContainer.affected).toEqual([
      {
        vendor: 'KubeSphere',
        product: 'KubeSphere v4',
        collectionURL: 'https://pkg.go.dev',
        packageName: 'kubesphere.io/kubesphere',
        cpes: ['cpe:2.3:a:kubesphere:kubesphere:*:*:*:*:*:*:*:*'],
        repo: 'https://git.kubesphere.example/kubesphere',
        defaultStatus: 'unaffected',
        versions: [
          {
            version: '4.0.0',
            status: 'affected',
            lessThan: '4.1.3',
            changes: [
              { at: '4.0.7', status: 'unaffected' },
              { at: '4.1.0', status: 'affected' },
            ],
            versionType: 'semver',
          },
        ],
      },
      {
        vendor: 'Another vendor',
        product: 'ks-py',
        collectionURL: 'https://pypi.org/project',
        packageName: 'ks-py',
        defaultStatus: 'unaffected',
        versions: [
          { version: '0', status: 'affected', lessThanOrEqual: '1!2.0rc1', versionType: 'python' },
          { version: '3.0', status: 'affected', versionType: 'python' },
        ],
      },
    ]);
  });

  test('is in CSAF below its vendor, identified by package URL and CPE, with a vulnerability for each number', () => {
    const { product_tree, vulnerabilities } = json(renderCsaf(advisory, publisher));
    expect(vulnerabilities.map(({ cve }: { cve: string }) => cve)).toEqual(advisory.cves);
    const [first, second] = product_tree.branches;
    expect([first.name, first.branches[0].name, second.name, second.branches[0].name]).toEqual([
      'KubeSphere',
      'KubeSphere v4',
      'Another vendor',
      'ks-py',
    ]);
    const [affected, fixed] = first.branches[0].branches;
    expect([affected.name, fixed.name]).toEqual(['vers:golang/>=4.0.0|<4.0.7', '4.0.7']);
    expect(affected.product.product_identification_helper).toEqual({
      purl: 'pkg:golang/kubesphere.io/kubesphere',
      cpe: 'cpe:2.3:a:kubesphere:kubesphere:*:*:*:*:*:*:*:*',
    });
  });

  test('has its page, its releases, its fixes and its CVE records as references, each as the format names it', () => {
    const [page, issue, release, commit] = [
      'https://kubesphere.example/security/VR-7K2Q-9FDX',
      'https://kubesphere.example/issues/6227',
      'https://kubesphere.example/releases/v4.0.7',
      'https://git.kubesphere.example/kubesphere/commit/2c1f',
    ];
    const cves = advisory.cves.map((cve) => `https://www.cve.org/CVERecord?id=${cve}`);
    expect(renderOsv(advisory, publisher).references.map(({ type, url }) => [type, url])).toEqual([
      ['ADVISORY', page],
      ['WEB', issue],
      ['WEB', release],
      ['FIX', commit],
      ...cves.map((url) => ['ADVISORY', url]),
    ]);
    expect(renderCveRecord(advisory, publisher).cnaContainer.references).toEqual([
      { url: page, tags: ['vendor-advisory'] },
      { url: issue },
      { url: release, tags: ['release-notes', 'patch'] },
      { url: commit, tags: ['patch'] },
    ]);
    const { references } = json(renderCsaf(advisory, publisher)).document;
    expect(references.map(({ category }: { category: string }) => category)).toEqual([
      'self',
      ...Array(5).fill('external'),
    ]);
    for (const url of [page, issue, release, commit, ...cves])
      expect(renderMarkdown(advisory, publisher, 'en')).toContain(`<${url}>`);
  });
});

test('base score, and score with threat or environment, are told apart and are the same in every format', () => {
  const v40 = { ...example('a v4.0 vector') };
  const supplemental = { ...v40, severity: severityOf(`${v40.severity.vector}/AU:Y/R:U/V:D/RE:L/U:Red`) };
  for (const advisory of [example('a second edition'), v40, supplemental]) {
    const { severity } = advisory;
    const words = severityText(severity, localeOf('en'));
    expect(words).toMatch(/^\d\.\d \w+ \(CVSS v[34]\.[01]\) with (temporal|threat) metrics; base score \d\.\d \w+$/);
    const osv = renderOsv(advisory, publisher);
    expect([osv.severity[0]?.score, osv.database_specific.severity]).toEqual([severity.vector, words]);
    const [metric] = renderCveRecord(advisory, publisher).cnaContainer.metrics;
    const scores = metric?.cvssV3_1 ?? metric?.cvssV4_0;
    expect([scores?.vectorString, metric?.scenarios?.[0]?.value]).toEqual([severity.vector, words]);
    expect(words).toContain(`base score ${scores?.baseScore.toFixed(1)}`);
    expect(JSON.stringify(renderCsaf(advisory, publisher).document)).toContain(`${words}: ${severity.vector}`);
    expect(renderMarkdown(advisory, publisher, 'en')).toContain(`**${words}** · \`${severity.vector}\``);
  }
});

test('the rules of VERS refuse what breaks them', () => {
  expect(
    [
      'vers:generic/>=4.1.2|<=4.1.2',
      'vers:Generic/<1',
      'vers:generic/<1+a',
      'vers:npm/>1|>2',
      'vers:all/',
      'vers:npm/1',
    ].map(versFaults),
  ).toEqual([
    ['each version comes once'],
    ['the scheme is in small letters'],
    ['versions are percent-encoded'],
    ['a lower end is followed by an upper one'],
    ['no constraint is empty', 'all versions are vers:all/*', 'a single version is no range'],
    ['a single version is no range'],
  ]);
});

test.each([
  ['', undefined, []],
  ['/E:U', 'with temporal metrics', ['temporalScore', 'temporalSeverity']],
  ['/CR:H', 'with environmental metrics', ['environmentalScore', 'environmentalSeverity']],
  [
    '/E:U/CR:H',
    'with temporal and environmental metrics',
    ['temporalScore', 'temporalSeverity', 'environmentalScore', 'environmentalSeverity'],
  ],
])('CSAF and a CVE record have each score of a vector that ends in “%s”', (more, words, scores) => {
  const base = 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:N/A:N';
  const advisory = { ...example('one line, patched'), severity: severityOf(base + more) };
  const ofBase = ['version', 'vectorString', 'baseScore', 'baseSeverity'];
  const csaf = json(renderCsaf(advisory, publisher)).vulnerabilities[0].scores[0].cvss_v3;
  expect(Object.keys(csaf)).toEqual([...ofBase, ...scores]);
  const [metric] = json(renderCveRecord(advisory, publisher)).cnaContainer.metrics;
  expect(metric.cvssV3_1).toEqual(csaf);
  expect(metric.scenarios?.[0]?.value.match(/with .* metrics/)[0]).toBe(words);
});

test('without a page, a link, a fix and an address, each format does without', () => {
  const { advisories: _, contact: __, ...bare } = publisher;
  const advisory = example('no CVE number, no link anywhere');
  const { document, vulnerabilities } = json(renderCsaf(advisory, bare));
  expect(document).not.toHaveProperty('references');
  expect(vulnerabilities[0].product_status).toEqual({ known_affected: ['CSAFPID-0001'] });
  // A CVE record needs a reference.
  expect(renderCveRecord(advisory, bare).cnaContainer.references).toEqual([{ url: bare.namespace }]);
  const { noReferences, confidentialReports } = localeOf('en').advisory;
  const sections = renderMarkdown(advisory, bare, 'en').split(/^## .*\n\n/m);
  expect(sections).toContain(`${noReferences}\n\n`);
  expect(sections.at(-1)).toBe(`${confidentialReports}\n`);
});

describe('a CVE record', () => {
  test('thanks each once, with a link where it is safe, and all of the unnamed together', () => {
    const advisory = { ...example('markup in every text'), anonymousCredits: 2 };
    const twice = {
      ...advisory,
      credits: [...advisory.credits, ...advisory.credits, { name: 'Rae', link: 'about:me' }],
    };
    expect(renderCveRecord(twice, publisher).cnaContainer.credits?.map(({ value }) => value)).toEqual([
      '[Rae](https://evil.example) <b>`| (https://rae.example/a%29b%7Cc%3E)',
      'Rae',
      'A reporter who prefers not to be named',
    ]);
  });

  test('has advice for each line on a line of its own, up to the 4,096 characters that fit', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, i) => ({ line: `Product ${i}`, from: '1.0' }));
    const adviceOn = (count: number) =>
      renderCveRecord({ ...example('one line, patched'), affected: lines(count) }, publisher).cnaContainer.solutions[0]
        ?.value ?? '';
    expect(adviceOn(2)).toBe('Product 0: there is no fix yet.\nProduct 1: there is no fix yet.');
    expect(adviceOn(200)).toMatch(/^Product 0: .*…$/s);
    expect(adviceOn(200)).toHaveLength(4096);
  });

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

test('a credit says for what, in every format', () => {
  const advisory = example('several ranges of products with packages, several numbers');
  expect(renderOsv(advisory, publisher).credits.map(({ name, type }) => [name, type])).toEqual([
    ['Rae', 'REPORTER'],
    ['Dev', 'REMEDIATION_DEVELOPER'],
  ]);
  expect(renderCveRecord(advisory, publisher).cnaContainer.credits?.map(({ type }) => type)).toEqual([
    'reporter',
    'remediation developer',
  ]);
  expect(json(renderCsaf(advisory, publisher)).document.acknowledgments[1]).toEqual({
    names: ['Dev'],
    summary: 'Developing the fix',
  });
  expect(renderMarkdown(advisory, publisher, 'en')).toContain('We thank Dev for fixing this vulnerability.');
});

test('the page of the advisory, the fix, the release and the CVE are references in every format', () => {
  const base = example('one line, patched');
  const [release, commit] = ['https://git.example/releases/v4.1.3', 'https://git.example/commit/0a1b2c'];
  const [line] = base.affected;
  if (line?.fix?.outcome !== 'fixed') throw new Error('the line has no fix');
  const affected = [{ ...line, fix: { ...line.fix, link: release, otherLinks: [commit] } }];
  const advisory = { ...base, affected, references: [], cves: ['CVE-2026-46528'] } as Advisory;
  const page = `https://kubesphere.example/security/${advisory.id}`;
  const record = 'https://www.cve.org/CVERecord?id=CVE-2026-46528';
  expect(renderOsv(advisory, publisher).references).toEqual([
    { type: 'ADVISORY', url: page },
    { type: 'WEB', url: release },
    { type: 'FIX', url: commit },
    { type: 'ADVISORY', url: record },
  ]);
  const { references } = json(renderCsaf(advisory, publisher)).document;
  expect(references.map(({ category, url }: { category: string; url: string }) => [category, url])).toEqual([
    ['self', page],
    ...[release, commit, record].map((url) => ['external', url]),
  ]);
  // A CVE record does not refer to itself.
  expect(renderCveRecord(advisory, publisher).cnaContainer.references).toEqual([
    { url: page, tags: ['vendor-advisory'] },
    { url: release, tags: ['release-notes', 'patch'] },
    { url: commit, tags: ['patch'] },
  ]);
  const markdown = renderMarkdown(advisory, publisher, 'en');
  for (const url of [page, release, commit, record]) expect(markdown).toContain(`<${url}>`);
});

test('the weaknesses are in every format', () => {
  const advisory = example('several ranges of products with packages, several numbers');
  expect(renderOsv(advisory, publisher).database_specific.cwe_ids).toEqual(['CWE-639', 'CWE-862']);
  const { vulnerabilities } = json(renderCsaf(advisory, publisher));
  expect(vulnerabilities[0].cwe).toEqual({ id: 'CWE-639', name: 'Authorization Bypass Through User-Controlled Key' });
  expect(JSON.stringify(vulnerabilities[0].notes)).toContain('CWE-862 Missing Authorization');
  const { problemTypes } = renderCveRecord(advisory, publisher).cnaContainer;
  expect(problemTypes?.map(({ descriptions }) => descriptions)).toEqual([
    [
      {
        lang: 'en',
        description: 'CWE-639 Authorization Bypass Through User-Controlled Key',
        cweId: 'CWE-639',
        type: 'CWE',
      },
    ],
    [{ lang: 'en', description: 'CWE-862 Missing Authorization', cweId: 'CWE-862', type: 'CWE' }],
  ]);
  const markdown = renderMarkdown(advisory, publisher, 'en');
  expect(markdown).toContain('- [CWE-862](https://cwe.mitre.org/data/definitions/862.html) Missing Authorization');
});

test('a withdrawn advisory is withdrawn in every format, with the reason', () => {
  const [gone, standing] = [example('a withdrawn advisory'), example('one line, patched')];
  const reason = 'It is the documented behaviour.';
  const osv = renderOsv(gone, publisher);
  expect([osv.withdrawn, renderOsv(standing, publisher).withdrawn]).toEqual(['2026-10-21T08:00:00.000Z', undefined]);
  expect(osv.details).toMatch(`This advisory is withdrawn. ${reason}`);
  const { document } = json(renderCsaf(gone, publisher));
  expect(document.notes[0]).toEqual({
    category: 'general',
    title: 'Withdrawn',
    text: `This advisory is withdrawn. ${reason}`,
  });
  expect(document.tracking.revision_history.at(-1)).toMatchObject({ number: '2', summary: reason });
  const rejection = renderCveRejection(gone, publisher);
  expect(CveRejection.parse(rejection)).toEqual(rejection);
  expect(rejection?.cnaContainer.rejectedReasons).toEqual([
    { lang: 'en', value: `The KubeSphere security team has withdrawn its advisory VR-7K2Q-9FDX. ${reason}` },
  ]);
  expect(renderCveRejection(standing, publisher)).toBeUndefined();
  expect(renderMarkdown(gone, publisher, 'en').split('\n\n')[2]).toBe(`**Withdrawn on 2026-10-21.** ${reason}`);
  expect(announcement(gone, publisher, 'en').heading).toMatch('VR-7K2Q-9FDX, withdrawn (revision 2): A member');
});

// Programs read these: a field that is lost or named otherwise breaks them.
describe('everything that an advisory may have, field by field', () => {
  const rich = example('several ranges of products with packages, several numbers');
  const zh = example('Chinese beside English');
  const everything: Advisory = {
    ...rich,
    ...{ revision: 3, severity: severityOf('CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:N/A:N/E:U/CR:H') },
    revisions: [
      ...example('a second edition').revisions,
      { revision: 3, at: new Date('2026-10-22T08:00:00Z'), change: 'The vector was not the one meant.' },
    ],
    text: { ...zh.text, en: { ...zh.text.en, title: ' A member  can read\nresources of other projects ' } },
    affected: [...rich.affected, ...example('a line that will not be fixed').affected.slice(1)],
    credits: [...rich.credits, ...example('markup in every text').credits],
    anonymousCredits: 2,
  };
  test.each(
    [
      everything,
      {
        ...example('a v4.0 vector'),
        cves: [],
        cwes: rich.cwes.slice(0, 1),
        credits: [],
        references: [],
        revisions: [],
      },
    ].flatMap((advisory, i) =>
      Object.entries({
        OSV: renderOsv(advisory, publisher),
        CSAF: renderCsaf(advisory, publisher),
        CVE: renderCveRecord(advisory, publisher),
        announcement: announcement(advisory, publisher, 'zh'),
      }).map(
        ([format, document]) => [`${format} ${i === 0 ? 'with' : 'without'} what may be left out`, document] as const,
      ),
    ),
  )('%s', (_, document) => {
    expect(json(document)).toMatchSnapshot();
  });
});

test('whatever is rendered twice is the same', () => {
  for (const [, advisory] of named)
    for (const render of [renderOsv, renderCsaf, renderCveRecord])
      expect(render(structuredClone(advisory), publisher)).toEqual(render(advisory, publisher));
});

function severityOf(vector: string): Severity {
  return Severity.parse(readSeverity(vector));
}

// What a reader of the file gets: without the fields that are undefined.
const json = (value: object) => JSON.parse(JSON.stringify(value));

function example(name: string): Advisory {
  const found = cases[name];
  if (found === undefined) throw new Error(`no case "${name}"`);
  return found;
}
