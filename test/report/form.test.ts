import fc from 'fast-check';
import {
  Credit,
  CreditRole,
  Form,
  type FormField,
  fieldLimits,
  languageOfLocale,
  readForm,
  type TypedForm,
  typedFields,
} from '../../src/report/form.js';
import { seeded } from '../support/seeded.js';

const known = ['KubeSphere v4.1', 'KubeSphere v3.4'];
const filled: TypedForm = {
  title: 'A viewer can read secrets',
  overview: 'The list is not filtered.',
  versions: ['KubeSphere v4.1'],
  otherVersions: '',
  cve: '',
  verification: 'List them.',
  contact: 'rae@example.org',
  knownAlready: 'no',
  creditName: 'Rae',
  language: 'zh',
};
const read = (over: Partial<TypedForm>) => readForm({ ...filled, ...over }, known);

describe('a valid form', () => {
  test('is read as it was typed', () => {
    expect(read({ cve: ' cve-2024-1234 ' })).toEqual({
      problems: [],
      form: {
        title: filled.title,
        overview: filled.overview,
        versions: ['KubeSphere v4.1'],
        otherVersions: '',
        cve: 'CVE-2024-1234',
        verification: filled.verification,
        contact: filled.contact,
        knownAlready: 'no',
        credit: { by: 'name', name: 'Rae' },
        language: 'zh',
      },
    });
  });
  test('may have no CVE number, and no name to credit', () => {
    const { form } = read({ cve: '  ', creditName: ' \n' });
    expect(form).toMatchObject({ credit: { by: 'nobody' } });
    expect(form).not.toHaveProperty('cve');
  });
  test('names a version once, and may name only other versions', () => {
    expect(read({ versions: [...known, ...known] }).form?.versions).toEqual(known);
    expect(read({ versions: [], otherVersions: 'a build of our own' }).problems).toEqual([]);
  });
  test('keeps its paragraphs, and its title and its contact on one line', () => {
    const { form } = read({
      title: ' two\r\nlines ',
      overview: 'first\r\n\r\n  second\u0000',
      contact: ' rae@a.org\n',
    });
    expect(form).toMatchObject({ title: 'two lines', overview: 'first\n\n  second', contact: 'rae@a.org' });
  });
  test('can be stored, whatever is chosen', () => {
    for (const knownAlready of ['no', 'exploited', 'public', 'unsure'])
      for (const creditName of ['Rae', '']) {
        const { form } = read({ knownAlready, creditName });
        expect(Form.parse(form)).toEqual({ ...form, knownAlready });
      }
  });
});

describe('problems of a form', () => {
  test('are all found at once', () => {
    const { problems, form } = readForm(
      {
        title: ' ',
        overview: '',
        versions: [],
        otherVersions: ' ',
        cve: 'CVE-24-1',
        verification: '\u0000\n',
        contact: 'c'.repeat(fieldLimits.contact + 1),
        knownAlready: 'perhaps',
        creditName: 'n'.repeat(fieldLimits.creditName + 1),
        language: 'de',
      },
      known,
    );
    expect(form).toBeUndefined();
    const named = new Map<FormField, string>(problems.map(({ field, problem }) => [field, problem]));
    expect(Object.fromEntries(named)).toEqual({
      title: 'required',
      overview: 'required',
      versions: 'required',
      cve: 'not_a_cve_number',
      verification: 'required',
      contact: 'too_long',
      knownAlready: 'unknown_choice',
      creditName: 'too_long',
      language: 'unknown_choice',
    });
  });
  test('a version that the policy does not know', () => {
    expect(read({ versions: ['KubeSphere v4.1', 'KubeSphere v9'] }).problems).toEqual([
      { field: 'versions', problem: 'unknown_version' },
    ]);
  });
  const texts = ['title', 'overview', 'otherVersions', 'verification', 'contact', 'creditName'] as const;
  test.each(texts)('%s holds its limit in UTF-16 characters and not one more', (field) => {
    const limit = fieldLimits[field];
    expect(read({ [field]: 'x'.repeat(limit) }).problems).toEqual([]);
    expect(read({ [field]: `${'x'.repeat(limit - 1)}\u{1F600}` }).problems).toEqual([
      { field, problem: 'too_long', limit, length: limit + 1 },
    ]);
  });
  test('characters that are removed do not count', () => {
    expect(read({ title: `${' '.repeat(200)}${'x'.repeat(fieldLimits.title)}\u0000\n` }).problems).toEqual([]);
  });
});

const { seed } = seeded('TEST_SEED');
const numRuns = 150;
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('', ' ', '\uD83D', 'x'.repeat(3001)),
);
const anything: fc.Arbitrary<TypedForm> = fc.record({
  title: text,
  overview: text,
  versions: fc.array(fc.oneof(fc.constantFrom(...known), text), { maxLength: 4 }),
  otherVersions: text,
  cve: fc.oneof(text, fc.constant('CVE-2024-1234')),
  verification: text,
  contact: text,
  knownAlready: fc.oneof(fc.constantFrom('no', 'public'), text),
  creditName: text,
  language: fc.constantFrom('en', 'zh', 'de'),
});

test(`whatever is typed, it is a form that can be stored or has problems (${numRuns} runs, seed ${seed})`, () => {
  fc.assert(
    fc.property(anything, (typed) => {
      const { form, problems } = readForm(typed, known);
      expect(form === undefined).toBe(problems.length > 0);
      if (form === undefined) return;
      expect(Form.parse(form)).toEqual(form);
      const { credit, cve = '', ...rest } = form;
      const again = readForm({ ...rest, cve, creditName: credit.by === 'name' ? credit.name : '' }, known);
      expect(again).toEqual({ form, problems: [] });
    }),
    { seed, numRuns },
  );
});

test('a credit may be for each type that CVE records know, and stays as it was', () => {
  const roles = ['finder', 'reporter', 'analyst', 'coordinator', 'tool', 'sponsor', 'other'];
  const remediation = ['developer', 'reviewer', 'verifier'].map((role) => `remediation_${role}`);
  expect([...CreditRole.options].sort()).toEqual([...roles, ...remediation].sort());
  for (const role of CreditRole.options) {
    const credit = { by: 'name', name: 'Rae', link: 'https://example.org', role };
    expect(Credit.parse(credit)).toEqual(credit);
  }
});

test('the fields in which somebody types are those of the form that have a limit', () => {
  expect(typedFields.filter((field) => !(field in filled))).toEqual([]);
  expect([...typedFields, 'onBehalfOf'].sort()).toEqual(Object.keys(fieldLimits).sort());
});

test.each([
  ['zh', 'zh'],
  ['zh-CN', 'zh'],
  ['zh_Hant_TW', 'zh'],
  ['en-GB', 'en'],
  ['fr-FR', 'en'],
  ['', 'en'],
])('the language of the locale %j is %s', (locale, language) => expect(languageOfLocale(locale)).toBe(language));
