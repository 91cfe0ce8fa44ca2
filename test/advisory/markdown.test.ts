import { announcement } from '../../src/advisory/announcement.js';
import { renderMarkdown } from '../../src/advisory/markdown.js';
import { markdownText } from '../../src/advisory/markdown-text.js';
import { publicUrl } from '../../src/advisory/safe-link.js';
import { cases, publisher } from './cases.js';

const named = Object.entries(cases);

describe('the advisory in Markdown', () => {
  test.each(named)('%s reads well', (_, advisory) => {
    expect(renderMarkdown(advisory, publisher, 'en')).toMatchSnapshot('en');
    expect(renderMarkdown(advisory, publisher, 'zh')).toMatchSnapshot('zh');
  });

  test('lets no markup of a text come alive', () => {
    const hostile = cases['markup in every text'];
    if (hostile === undefined) throw new Error('the case is gone');
    const text = renderMarkdown(hostile, publisher, 'en');
    expect(text).not.toMatch(/<(?!https:)/);
    expect(text).not.toMatch(/javascript:[^)]*\)(?<!\\\))(?=\]\()/);
    expect(text).not.toMatch(/(?<!\\)```|^~~~|(?<!\\)\*\*is/m);
    expect(text.match(/^# /gm)).toHaveLength(1);
    expect(text.match(/^## /gm)).toHaveLength(8);
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(4);
  });
});

test.each([
  ['snake_case and _so_', 'snake_case and \\_so\\_'],
  ['1. one\n2) two\n10 three', '1\\. one\n2\\) two\n10 three'],
  ['12. twelve\n12.\n3.5 no list', '12\\. twelve\n12\\.\n3.5 no list'],
  [' \n a\rb\r\nc\u2028d\n ', 'a\nb\nc\nd'],
  ['title\n===\nother\n---', 'title\n\\===\nother\n\\---'],
  ['- one\n* two\n+ three', '- one\n- two\n- three'],
  ['- # no heading\n- - no list', '- \\# no heading\n- \\- no list'],
  ['a\\`b', 'a\\\\\\`b'],
  ['&lt;', '&amp;lt;'],
  ['a\n\n\n\n\nb', 'a\n\nb'],
])('%j stands in Markdown as %j', (text, escaped) => {
  expect(markdownText(text)).toBe(escaped);
});

test.each([
  ['https://a.example/x', 'https://a.example/x'],
  ['https://a.example/x(y)|z', 'https://a.example/x%28y%29%7Cz'],
  ['javascript:alert(1)', undefined],
  ['http://a.example/x', 'http://a.example/x'],
  ['https://me:secret@a.example/', undefined],
  ['https://me@a.example/', undefined],
  ['https://:secret@a.example/', undefined],
  [undefined, undefined],
  ['not an address', undefined],
])('%s is linked to as %s', (link, url) => {
  expect(publicUrl(link)).toBe(url);
});

describe('the announcement', () => {
  test('tells the same facts as plain text', () => {
    const advisory = cases['a second edition'];
    if (advisory === undefined) throw new Error('the case is gone');
    expect(announcement(advisory, publisher, 'en')).toMatchObject({
      heading:
        'KubeSphere security advisory VR-7K2Q-9FDX, corrected (revision 2): A member can read resources of other projects',
      cve: 'CVE-2026-46528',
      affected: ['KubeSphere v4 (4.0.0 to 4.1.2): upgrade to v4.1.3 or later (released 2026-10-12).'],
      thanks: ['We thank Rae (https://rae.example/about) for reporting this vulnerability.'],
    });
    expect(announcement(advisory, publisher, 'zh').heading).toContain('安全公告');
  });

  test('names nobody who does not want to be named', () => {
    const advisory = cases['anonymous credit'];
    if (advisory === undefined) throw new Error('the case is gone');
    const thanks = (over: object) => announcement({ ...advisory, ...over }, publisher, 'en').thanks;
    expect(thanks({})).toEqual(['We thank 2 reporters who prefer not to be named.']);
    expect(thanks({ credits: [{ name: 'Rae' }], anonymousCredits: 1 })).toEqual([
      'We thank Rae for reporting this vulnerability.',
      'We thank a reporter who prefers not to be named.',
    ]);
  });
});
