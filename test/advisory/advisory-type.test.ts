import { Advisory } from '../../src/advisory/advisory.js';
import type { Form } from '../../src/report/form.js';
import type { Report } from '../../src/report/report.js';
import { cases } from './cases.js';

/** Everything that an advisory may hold, at any depth. A name added here is published: think twice. */
const mayBePublished = [
  ['id', 'project', 'revision', 'text', 'severity', 'affected', 'cves', 'cwes', 'credits', 'anonymousCredits'],
  [
    'references',
    'publishedAt',
    'withdrawn',
    'reason',
    'revisions',
    'en',
    'zh',
    'title',
    'summary',
    'workaround',
    'vector',
    'score',
    'rating',
  ],
  [
    'line',
    'from',
    'upTo',
    'before',
    'fix',
    'range',
    'otherLinks',
    'outcome',
    'version',
    'link',
    'releasedAt',
    'name',
    'role',
    'at',
    'change',
  ],
].flat();

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Fields =
  | 'id'
  | 'project'
  | 'revision'
  | 'text'
  | 'severity'
  | 'affected'
  | 'cves'
  | 'cwes'
  | 'credits'
  | 'anonymousCredits'
  | 'references'
  | 'publishedAt'
  | 'withdrawn'
  | 'revisions';
// The compiler refuses these where a field is added, or one of them could hold what of the report is secret.
const onlyTheseFields: Same<keyof Advisory, Fields> = true;
const nothingOfTheForm: Same<keyof Advisory & keyof Form, never> = true;
type Secret = 'form' | 'reporter' | 'messages' | 'replies' | 'notes' | 'responder' | 'submission';
const nothingOfTheTalk: Same<keyof Advisory & keyof Report & Secret, never> = true;

function names(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(names);
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...names(inner)]);
}

test('an advisory has the fields that may be published, and no other at any depth', () => {
  const used = new Set(Object.values(cases).flatMap(names));
  expect([...used].filter((name) => !mayBePublished.includes(name))).toEqual([]);
  expect(used.size).toBe(mayBePublished.length);
  expect([onlyTheseFields, nothingOfTheForm, nothingOfTheTalk]).toEqual([true, true, true]);
});

test.each(['verification', 'contact', 'overview', 'messages', 'replies', 'notes', 'attachments', 'form'])(
  'something with a field %s is no advisory',
  (field) => {
    for (const advisory of Object.values(cases)) {
      expect(Advisory.safeParse(advisory).success).toBe(true);
      expect(Advisory.safeParse({ ...advisory, [field]: 'kubectl exploit' }).success).toBe(false);
    }
  },
);
