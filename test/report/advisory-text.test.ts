import { AdvisoryText } from '../../src/report/advisory-text.js';

test('an advisory’s text is in English and perhaps in Chinese, and none of its parts is empty', () => {
  const words = { title: 'A redirect', summary: 'Anybody can.', workaround: 'Nothing helps.' };
  const text = { en: words, zh: { title: '重定向', summary: '任何人' } };
  expect(AdvisoryText.parse(text)).toEqual(text);
  for (const odd of [{ zh: words }, ...Object.keys(words).map((part) => ({ en: { ...words, [part]: '' } }))])
    expect(AdvisoryText.safeParse(odd).success).toBe(false);
});
