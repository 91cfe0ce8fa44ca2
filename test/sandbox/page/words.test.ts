type Words = Readonly<Record<'en' | 'zh', object>>;
let words: Words;
beforeAll(async () => {
  // The page's own script has no types.
  const script: string = '../../../src/sandbox/page/client/words.js';
  ({ words } = (await import(script)) as { words: Words });
});

/** The names of everything a page can say, functions and texts alike. */
const namesIn = (value: unknown, at = ''): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => namesIn(inner, `${at}.${name}`))
    : [`${at} ${typeof value === 'undefined' ? 'string' : typeof value}`];

test('the page says the same things in both languages', () => {
  expect(namesIn(words.zh)).toEqual(namesIn(words.en));
});

test('the Chinese of the page has Chinese punctuation', () => {
  const texts = JSON.stringify(words.zh);
  expect(texts.match(/[\p{Script=Han}][,:;!?()]|[,:;!?()](?=\p{Script=Han})/gu) ?? []).toEqual([]);
});
