import { inputs } from '../../../src/slack/views/ids.js';
import { readCredit } from '../../../src/slack/views/credit-form.js';
import { readFixes } from '../../../src/slack/views/fix-form.js';
import { httpsLink } from '../../../src/slack/views/kit/https-link.js';
import { advisoryBlock, readAdvisory } from '../../../src/slack/views/prepare-form.js';
import { words } from '../../../src/locales/catalogue.js';

const en = words('en');
const typed = (values: Readonly<Record<string, object>>) =>
  Object.fromEntries(Object.entries(values).map(([block, value]) => [block, { [block]: value }]));
const text = (value: string | null) => ({ type: 'plain_text_input', value });

describe('an address that readers are pointed to', () => {
  it.each(['https://example.org/a', 'https://例え.jp/'])('may be %s', (link) => {
    expect(httpsLink(link)).toBe(link);
  });
  it.each([
    'http://example.org',
    'javascript:alert(1)',
    'example.org',
    'https://me:secret@example.org',
    `https://example.org/${'a'.repeat(300)}`,
  ])('is not %s', (link) => {
    expect(httpsLink(link)).toBeUndefined();
  });
});

describe('the credit form', () => {
  const by = (value: string) => ({ type: 'radio_buttons', selected_option: { value } });
  const read = (values: Readonly<Record<string, object>>) => readCredit(typed(values), en);

  it('reads a name, a link, and the wish not to be named, whatever stands in the other fields', () => {
    const filled = { [inputs.creditName]: text('  Rae\nR. '), [inputs.creditLink]: text('https://rae.example') };
    expect(read({ [inputs.creditBy]: by('name'), ...filled })).toEqual({
      credit: { by: 'name', name: 'Rae R.', link: 'https://rae.example' },
    });
    expect(read({ [inputs.creditBy]: by('nobody'), ...filled })).toEqual({ credit: { by: 'nobody' } });
  });

  it('asks for the name that is missing, and for a link that is one', () => {
    expect(read({ [inputs.creditBy]: by('name'), [inputs.creditName]: text(' ') })).toHaveProperty(
      `byBlock.${inputs.creditName}`,
    );
    const wrong = { [inputs.creditName]: text('Rae'), [inputs.creditLink]: text('rae.example') };
    expect(read({ [inputs.creditBy]: by('name'), ...wrong })).toHaveProperty(`byBlock.${inputs.creditLink}`);
  });
});

describe('the form of the fixes', () => {
  const lines = [{ line: 'v4.1' }, { line: 'v3.4' }, { line: 'v3.3' }];
  const wont = { type: 'checkboxes', selected_options: [{ value: 'wont_fix' }] };

  it('reads what is filled in, by product line, and leaves out what is not', () => {
    const values = typed({
      fix_version_0: text('4.1.3'),
      fix_day_0: { type: 'datepicker', selected_date: '2026-09-21' },
      fix_version_1: text(null),
      fix_day_1: { type: 'datepicker', selected_date: '2026-09-21' },
      fix_version_2: text(''),
      fix_wont_2: wont,
    });
    expect(readFixes(values, lines, 'Asia/Shanghai', en)).toEqual({
      fixes: [
        { outcome: 'fixed', line: 'v4.1', version: '4.1.3', releasedAt: new Date('2026-09-21T00:00:00+08:00') },
        { outcome: 'wont_fix', line: 'v3.3' },
      ],
      byBlock: {},
    });
  });

  it('asks for the day that is missing at its own input', () => {
    const read = readFixes(typed({ fix_version_1: text('3.4.2') }), lines, 'Asia/Shanghai', en);
    expect(Object.keys(read.byBlock)).toEqual(['fix_day_1']);
  });
});

describe('the form of the advisory', () => {
  const filled = { [inputs.enTitle]: text('A title'), [inputs.enSummary]: text('What is so.\n\nAnd more. ') };

  it('reads English alone, and Chinese beside it', () => {
    expect(readAdvisory(typed(filled), en)).toEqual({
      text: { en: { title: 'A title', summary: 'What is so.\n\nAnd more.' } },
      change: '',
    });
    const both = { ...filled, [inputs.zhTitle]: text('标题'), [inputs.zhSummary]: text('概要') };
    expect(readAdvisory(typed(both), en)).toHaveProperty('text.zh', { title: '标题', summary: '概要' });
  });

  it('tells a refusal at the part that it is about', () => {
    const read = readAdvisory(typed(filled), en);
    if ('byBlock' in read) throw new Error('the form is filled');
    const at = (code: 'closed_words_in_advisory' | 'change_missing' | 'no_patched_release', reasons: object) =>
      advisoryBlock({ code, reasons } as Parameters<typeof advisoryBlock>[0], read);
    expect(at('closed_words_in_advisory', { part: 'zh.workaround', word: 3, words: 9 })).toBe(inputs.zhWorkaround);
    expect(at('change_missing', {})).toBe(inputs.change);
    expect(at('no_patched_release', { id: 'VR-7K2Q-9FDX' })).toBeUndefined();
  });
});
