import fc from 'fast-check';
import type { Advisory } from '../../src/advisory/advisory.js';
import { announcement } from '../../src/advisory/announcement.js';
import { renderCsaf } from '../../src/advisory/csaf.js';
import { renderCveRecord } from '../../src/advisory/cve-record.js';
import { CveContainer } from '../../src/advisory/cve-schema.js';
import { renderMarkdown } from '../../src/advisory/markdown.js';
import { OsvRecord, renderOsv } from '../../src/advisory/osv.js';
import { seeded } from '../support/seeded.js';
import { cases, publisher } from './cases.js';

const runs = 250;
const sign = fc.constantFrom(
  ...'<>`|*_[]()#&~\\!\n\r\t -=+.:/"\'0aZ漏',
  '\u2028',
  '```',
  '\n---\n',
  '\n# ',
  '| --- |',
  '<!--',
);
const text = fc
  .array(fc.oneof(sign, fc.string({ maxLength: 4 })), { minLength: 1, maxLength: 25 })
  .map((signs) => `a${signs.join('')}`);
const link = fc.oneof(
  text,
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  text.map((rest) => `https://a.example/${rest}`),
);
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const words = fc.record({ title: text, summary: text, workaround: optional(text) }).map(present);
const fix = fc.oneof(
  fc.record({
    outcome: fc.constant('fixed'),
    line: text,
    version: text,
    link: optional(link),
    releasedAt: fc.constant(new Date(0)),
  }),
  fc.record({ outcome: fc.constant('wont_fix'), line: text }),
);
const line = fc
  .record({ line: text, from: optional(text), upTo: optional(text), fix: optional(fix.map(present)) })
  .map(present);
const advisory = fc
  .record({
    base: fc.constantFrom(...Object.values(cases)),
    text: fc.record({ en: words, zh: optional(words) }).map(present),
    affected: fc.array(line, { minLength: 1, maxLength: 4 }),
    credits: fc.array(fc.record({ name: text, link: optional(link) }).map(present), { maxLength: 3 }),
    anonymousCredits: fc.nat({ max: 3 }),
    references: fc.array(link, { maxLength: 3 }),
  })
  .map(({ base, ...over }) => ({ ...base, ...over }) as Advisory);

test('whatever people write, each rendering is whole, and its frame stays what it is', () => {
  const { seed } = seeded('TEST_SEED');
  let tried = 0;
  fc.assert(
    fc.property(advisory, (one) => {
      tried += 1;
      const osv = renderOsv(one, publisher);
      expect(OsvRecord.parse(osv)).toEqual(osv);
      const cve = renderCveRecord(one, publisher);
      expect(CveContainer.parse(cve)).toEqual(cve);
      expect(renderCsaf(one, publisher).vulnerabilities).toHaveLength(Math.max(1, one.cves.length));
      for (const language of ['en', 'zh'] as const) {
        expect(announcement(one, publisher, language).affected).toHaveLength(one.affected.length);
        const lines = renderMarkdown(one, publisher, language).split(/[\n\r\u2028\u2029]/);
        expect(lines.filter((row) => /^ {0,3}# /.test(row))).toHaveLength(1);
        expect(lines.filter((row) => /^ {0,3}## /.test(row))).toHaveLength(
          8 + (one.revision > 1 ? 1 : 0) + (one.cwes.length > 0 ? 1 : 0),
        );
        expect(lines.filter((row) => /^ {0,3}(```|~~~|<(?!http)|>|\t| {4})/.test(row))).toEqual([]);
        expect(lines.filter((row) => /<(?!https?:)/.test(row))).toEqual([]);
        const rows = lines.filter((row) => row.startsWith('|'));
        expect(rows.length).toBe(one.affected.length + 2 + (one.revision > 1 ? 4 : 0));
        for (const row of rows) expect(row.replace(/\\./g, '').match(/\|/g)).toHaveLength(4);
      }
    }),
    { numRuns: runs, seed },
  );
  console.info(`any advisory: ${JSON.stringify({ seed, tried })}`);
  expect(tried).toBeGreaterThanOrEqual(runs);
});

function present<T extends object>(of: T): T {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as T;
}
