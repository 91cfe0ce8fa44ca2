import type { KnownBlock } from '@slack/types';
import { blocksHtml } from '../../../src/sandbox/page/block-html.js';

const viewer = {
  reader: { zone: 'America/New_York', locale: 'en-US', now: new Date('2026-09-22T02:00:00Z') },
  people: [{ id: 'U1', name: 'Mei' }],
  channels: [{ id: 'C1', name: 'security-team' }],
};
const html = (...blocks: KnownBlock[]) => blocksHtml(blocks, viewer, 'x');
const words = (...blocks: KnownBlock[]) =>
  html(...blocks)
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
const mrkdwn = (text: string): KnownBlock => ({ type: 'section', text: { type: 'mrkdwn', text } });
const plain = (text: string): KnownBlock => ({ type: 'section', text: { type: 'plain_text', text } });

describe('mrkdwn', () => {
  it.each(['<!channel>', '<!everyone>', '<@U1>', '<https://evil.example|click>', '&lt;b&gt;', '> no quote'])(
    'shows escaped %s as it is',
    (text) => {
      const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
      expect(words(mrkdwn(escaped))).toContain(text);
      expect(html(mrkdwn(escaped))).not.toMatch(/slack_broadcast|slack_user|href/);
    },
  );

  it.each(['# Not a heading', '[a](b)', '- not a list', '@channel', 'a | b', '![x](y)', '1 + 1 = 2', 'under\n---'])(
    'knows no Markdown: %j stays as it is',
    (text) => {
      expect(words(mrkdwn(text))).toContain(text);
      expect(html(mrkdwn(text))).not.toMatch(/<(h1|h2|li|table|img|hr)|slack_broadcast/);
    },
  );

  it('shows what Slack marks: people, channels, bold, code and pings', () => {
    const shown = html(mrkdwn('*bold* `code` <@U1> <#C1> <!channel>'));
    for (const part of ['<strong>', '<code', '@Mei', '#security-team', 'slack_broadcast'])
      expect(shown).toContain(part);
  });

  it('keeps a verbatim text formatted: verbatim is only about links', () => {
    const block: KnownBlock = { type: 'section', text: { type: 'mrkdwn', text: '*bold*', verbatim: true } };
    expect(html(block)).toContain('<strong>');
  });

  it('tells dates to the reader, and falls back where a token is unknown', () => {
    expect(words(mrkdwn('by <!date^1790244000^{date_short} {time}|Thu 24 Sep>'))).toContain('by Sep 24, 2026 6:00 AM');
    expect(words(mrkdwn('by <!date^1790244000^{nonsense}|Thu &lt;24&gt; Sep>'))).toContain('by Thu <24> Sep');
  });
});

describe('plain text', () => {
  it.each(['*a* _b_ ~c~ `d`', '<b>&amp;</b>', '<!channel>', '# x', 'LBKS', ':lock:', 'a\\b'])(
    '%j is shown as it is',
    (text) => {
      expect(words(plain(text))).toContain(text);
      expect(html(plain(text))).not.toMatch(/<(strong|em|s|code|b|h1)>/);
    },
  );

  it('of a button is shown as it is', () => {
    const text = '<img src=x onerror=alert(1)>';
    const block: KnownBlock = {
      type: 'actions',
      elements: [{ type: 'button', action_id: 'a"b', text: { type: 'plain_text', text } }],
    };
    expect(words(block)).toContain(text);
    expect(html(block)).not.toContain('<img');
    expect(html(block)).toContain('data-action="a&quot;b"');
  });

  it('of a private-use character cannot stand for markup', () => {
    expect(html(plain('\ue03cb\ue03e'))).not.toContain('<b>');
    expect(words(plain('\ue03cb\ue03e'))).toContain('\ufffdb\ufffd');
  });
});

describe('an input', () => {
  const input = (rest: object, block: object = {}) =>
    html({
      type: 'input',
      block_id: 'b',
      label: { type: 'plain_text', text: 'Title*' },
      ...block,
      element: rest,
    } as KnownBlock);

  it('ties label, hint, counter and error to its control', () => {
    const shown = input(
      { type: 'plain_text_input', action_id: 'a', max_length: 120 },
      { hint: { type: 'plain_text', text: 'One line' } },
    );
    expect(shown).toContain('<label for="x-0">Title<span class="required"');
    expect(shown).toContain('aria-describedby="x-0-hint x-0-error x-0-count"');
    expect(shown).toMatch(/maxlength="120".*id="x-0-error" hidden.*id="x-0-hint">One line/s);
  });

  it('keeps a first line break of what was typed', () => {
    expect(
      input({ type: 'plain_text_input', action_id: 'a', multiline: true, initial_value: '\n</textarea>' }),
    ).toContain('>\n\n&lt;/textarea&gt;</textarea>');
  });

  it('that is a group has a legend', () => {
    const options = [{ text: { type: 'plain_text', text: 'v4.1' }, value: '4.1' }];
    const shown = input(
      { type: 'multi_static_select', action_id: 'a', options, initial_options: options },
      { optional: true },
    );
    expect(shown).toMatch(/<fieldset.*<legend>Title<span class="optional"> \(optional\).*value="4.1" checked/s);
  });

  it('says in the reader’s language that it may stay empty', () => {
    const block = {
      type: 'input',
      block_id: 'b',
      optional: true,
      label: { type: 'plain_text', text: '标题' },
    } as const;
    const element = { type: 'plain_text_input', action_id: 'a' } as const;
    const reader = { ...viewer.reader, locale: 'zh-CN' };
    const shown = blocksHtml([{ ...block, element }], { ...viewer, reader }, 'x');
    expect(shown).toContain('（选填）');
    expect(shown).not.toContain('optional)');
  });

  it('shows a moment in the reader’s zone', () => {
    expect(input({ type: 'datetimepicker', action_id: 'a', initial_date_time: 1_790_244_000 })).toMatch(
      /value="2026-09-24T06:00".*America\/New York/,
    );
  });
});

it('a link may lead to the web and nowhere else', () => {
  const button = (url: string): KnownBlock => ({
    type: 'actions',
    elements: [{ type: 'button', action_id: 'a', url, text: { type: 'plain_text', text: 'Open' } }],
  });
  expect(html(button('https://docs.example/'))).toContain('href="https://docs.example/"');
  expect(html(button('javascript:alert(1)'))).not.toContain('href');
  expect(html(mrkdwn('<javascript:alert(1)|x>'))).not.toContain('href="javascript');
});
