import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Advisory } from '../../src/advisory/advisory.js';
import { csafProducts } from '../../src/advisory/csaf-products.js';
import { renderCveRecord } from '../../src/advisory/cve-record.js';
import { renderOsv } from '../../src/advisory/osv.js';
import { orderOfFix } from '../../src/report/fixed-lines.js';
import { readAffectedLines } from '../../src/report/read-affected-lines.js';
import { seeded } from '../support/seeded.js';
import { cases, publisher } from './cases.js';

/**
 * Sorts versions, and says which of them are in a range of OSV and of VERS, by the rules of each ecosystem as univers has them (for
 * PyPI these are packaging's). univers reads no percent-encoding, so that is taken off first.
 */
const judge = `
import json, sys
from urllib.parse import unquote
from univers.version_range import VersionRange
from univers.versions import DebianVersion, GolangVersion, MavenVersion, PypiVersion, SemverVersion
kinds = {'npm': SemverVersion, 'Go': GolangVersion, 'Debian': DebianVersion, 'PyPI': PypiVersion, 'Maven': MavenVersion}

def ordered(ask):
    kind = kinds[ask['ecosystem']]
    found = sorted((kind(one), one) for one in dict.fromkeys(ask['versions']))
    return [text for i, (version, text) in enumerate(found) if i == 0 or found[i - 1][0] < version]

def affected(kind, event, version):
    start = event[0]['introduced']
    if start != '0' and version < kind(start): return False
    for end in event[1:]:
        if 'fixed' in end and not version < kind(end['fixed']): return False
        if 'last_affected' in end and version > kind(end['last_affected']): return False
    return True

def judged(ask):
    kind = kinds[ask['ecosystem']]
    versions = [kind(one) for one in ask['versions']]
    osv = [affected(kind, ask['events'], version) for version in versions]
    if ask['vers'].startswith('vers:generic/'): return {'osv': osv, 'vers': None}
    whole = VersionRange.from_string(unquote(ask['vers']))
    return {'osv': osv, 'vers': [version in whole for version in versions]}

asked = json.load(sys.stdin)
print(json.dumps([(ordered if asked['do'] == 'sort' else judged)(ask) for ask in asked['of']]))
`;

const n = fc.nat({ max: 30 });
const numbers = (least: number, most: number) =>
  fc.array(n, { minLength: least, maxLength: most }).map((all) => all.join('.'));
const ended = (start: fc.Arbitrary<string>, ...ends: fc.Arbitrary<string>[]) =>
  fc.tuple(start, fc.oneof(fc.constant(''), ...ends)).map(([one, end]) => one + end);
const counted = (...words: string[]) =>
  fc.tuple(fc.constantFrom(...words), fc.integer({ min: 1, max: 12 })).map((parts) => parts.join(''));
const commit = fc
  .tuple(fc.integer({ min: 2015, max: 2026 }), fc.stringMatching(/^[0-9a-f]{12}$/))
  .map(([year, hash]) => `-${year}0102030405-${hash}`);

/** Versions as each ecosystem writes them. */
const forms: Readonly<Record<string, fc.Arbitrary<string>>> = {
  npm: ended(numbers(3, 3), counted('-alpha.', '-beta.', '-rc.', '-next.', '-0.')),
  Go: fc.oneof(
    ended(numbers(3, 3), counted('-rc.', '-beta.', '-alpha.'), fc.constant('+incompatible')).map((one) => `v${one}`),
    fc
      .tuple(fc.constantFrom('v0.0.0', 'v1.2.3-0'), commit)
      .map(([base, rest]) => `${base}${base.endsWith('-0') ? rest.replace('-', '.') : rest}`),
  ),
  Debian: fc
    .tuple(
      fc.constantFrom('', '', '1:', '2:'),
      ended(numbers(2, 4), counted('~rc', '+dfsg', '+git')),
      ended(counted('-'), counted('+deb12u', 'ubuntu', '~bpo12+')),
    )
    .map((parts) => parts.join('')),
  PyPI: fc
    .tuple(fc.constantFrom('', '', '', '1!'), ended(numbers(1, 4), counted('a', 'b', 'rc', '.post', '.dev')))
    .map((parts) => parts.join(''))
    // A bare 0 is OSV's word for the beginning of everything.
    .filter((version) => version !== '0'),
  Maven: ended(
    numbers(2, 4),
    fc.constantFrom('-SNAPSHOT', '.Final', '.RELEASE', '-jre'),
    counted('-RC', '-M', '-beta-', '-alpha-', '.SP'),
  ),
};

test('500 version forms of five ecosystems, typed and exported, mean to another tool what was typed', () => {
  const { seed } = seeded('VERSIONS_SEED');
  const folder = mkdtempSync(join(tmpdir(), 'vulndesk-versions-'));
  try {
    execFileSync('python3', ['-m', 'pip', 'install', '--quiet', '--target', folder, 'univers==32.0.1'], {
      stdio: 'ignore',
    });
    const ask = (what: object) =>
      JSON.parse(
        execFileSync('python3', ['-c', judge], {
          input: JSON.stringify(what),
          env: { ...process.env, PYTHONPATH: folder },
          encoding: 'utf8',
          maxBuffer: 2 ** 26,
        }),
      );
    const drawn = Object.entries(forms).flatMap(([ecosystem, form], i) =>
      fc
        .sample(fc.array(form, { minLength: 7, maxLength: 7 }), { seed: seed + i, numRuns: 100 })
        .map((versions) => ({ ecosystem, versions })),
    );
    const sorted: string[][] = ask({ do: 'sort', of: drawn });
    const tried = drawn.flatMap(({ ecosystem }, i) => {
      const [, from, last, fixed] = sorted[i] ?? [];
      if (from === undefined || last === undefined || fixed === undefined) return [];
      const open = i % 3;
      const typed = open === 0 ? `${from} - ${last}` : open === 1 ? `>= ${from}, < ${fixed}` : `up to ${last}`;
      return [{ ecosystem, versions: sorted[i] ?? [], from, last, fixed, typed, all: open === 2 }];
    });
    const wrong: string[] = [];
    const exported = tried.map((one) => exportedOf(one, wrong));
    expect(wrong).toEqual([]);
    const judgements: { osv: boolean[]; vers: boolean[] | null }[] = ask({ do: 'judge', of: exported });
    let byVers = 0;
    for (const [i, { osv, vers }] of judgements.entries()) {
      const { ecosystem, versions, from, fixed, typed, all, last } = tried[i] as (typeof tried)[number];
      const ends = [versions.indexOf(all ? (versions[0] ?? '') : from), versions.indexOf(fixed)] as const;
      const inside = versions.map((_, at) => at >= ends[0] && at < ends[1]);
      const upToLast = versions.map((_, at) => at >= ends[0] && at <= versions.indexOf(last));
      expect([ecosystem, typed, fixed, osv]).toEqual([ecosystem, typed, fixed, inside]);
      if (vers === null) continue;
      byVers += 1;
      expect([ecosystem, typed, exported[i]?.vers, vers]).toEqual([ecosystem, typed, exported[i]?.vers, upToLast]);
    }
    console.info(`round trips: ${JSON.stringify({ seed, tried: tried.length, byVers })}`);
    expect(tried.length).toBeGreaterThanOrEqual(480);
    expect(byVers).toBeGreaterThan(300);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 280_000);

type Tried = Readonly<{ ecosystem: string; fixed: string; typed: string }>;

/** From the row as it is typed to what is exported. What is refused, or does not come out as typed, is added to `wrong`. */
function exportedOf(
  { ecosystem, fixed, typed, ...rest }: Tried & Readonly<{ versions: readonly string[] }>,
  wrong: string[],
) {
  const { lines, faults } = readAffectedLines(`Product: ${typed}`);
  const [line = { line: 'Product' }] = lines;
  const fix = { outcome: 'fixed' as const, line: 'Product', version: fixed, releasedAt: new Date(0) };
  const order = orderOfFix(fix, line);
  if (lines.length !== 1 || faults.length > 0) wrong.push(`${ecosystem} ${typed}: ${faults[0]?.fault ?? 'several'}`);
  if (typeof order !== 'string') wrong.push(`${ecosystem} ${typed}: ${fixed} is called not newer than ${order.than}`);
  const [plain] = Object.values(cases);
  const advisory = { ...plain, affected: [{ ...line, fix }] } as Advisory;
  const here = { ...publisher, products: [{ name: 'Product', packages: [{ ecosystem, name: 'product' }] }] };
  const events = renderOsv(advisory, here).affected[0]?.ranges?.[0]?.events ?? [];
  const told = JSON.stringify(renderCveRecord(advisory, here).cnaContainer.affected);
  const { from, upTo, before } = line;
  for (const version of [from, upTo, before])
    if (version !== undefined && !told.includes(JSON.stringify(version.replace(/^v/, ''))))
      wrong.push(`${ecosystem} ${typed}: ${version} is not in ${told}`);
  const { tree } = csafProducts(advisory, here) as { tree: { branches?: unknown } };
  const vers = /"(vers:[^"]+)"/.exec(JSON.stringify(tree))?.[1] ?? 'vers:generic/';
  return { ecosystem, versions: rest.versions, events, vers };
}
