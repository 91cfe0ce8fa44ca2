import { blocksAsText, mrkdwnAsText } from '../../../src/sandbox/play/blocks-as-text.js';

const names: Readonly<Record<string, string>> = { U1: 'Mei', C1: 'security-team' };
const reader = {
  zone: 'America/New_York',
  locale: 'en-US',
  now: new Date('2026-09-22T02:00:00Z'),
  nameOf: (id: string) => names[id] ?? 'somebody',
};
const plain = (text: string) => ({ type: 'plain_text', text });
const marked = (text: string) => ({ type: 'mrkdwn', text });

it.each([
  ['a date, in the reader’s zone', '<!date^1790244000^{date_short} {time}|Thu>', 'Sep 24, 2026 6:00 AM'],
  ['a date of an unknown form', '<!date^1790244000^{nonsense}|Thu>', 'Thu'],
  ['a person and a channel', '<@U1> in <#C1|x>', '@Mei in #security-team'],
  ['a ping', '<!channel>', '@channel'],
  [
    'a link with a text, and without one',
    '<https://a.example|Notes> <https://b.example>',
    'Notes (https://a.example) https://b.example',
  ],
  ['bold text, and a star that is none', '*VR-1*: 2 * 3', 'VR-1: 2 * 3'],
  ['what somebody typed', '&lt;!channel&gt; &amp;amp;', '<!channel> &amp;'],
])('%s is told', (_, text, told) => {
  expect(mrkdwnAsText(text, reader)).toBe(told);
});

it('blocks are told in their order, a line for each thing', () => {
  const button = { type: 'button', text: plain('Triage…') };
  const blocks = [
    { type: 'header', text: plain('*Title*') },
    { type: 'section', fields: [marked('*Report*'), plain('VR-1'), marked('*Status*'), plain('Received')] },
    { type: 'divider' },
    { type: 'section', text: marked('*a*\nb'), accessory: button },
    { type: 'context', elements: [marked('by <@U1>'), plain('today')] },
    { type: 'input', label: plain('Message'), element: { type: 'plain_text_input', initial_value: 'Hi' } },
    { type: 'actions', elements: [button, { type: 'overflow' }] },
  ];
  expect(blocksAsText(blocks, reader)).toEqual([
    '*Title*',
    'Report  VR-1',
    'Status  Received',
    '---',
    'a',
    'b',
    '[Triage…]',
    'by @Mei today',
    'Message: Hi',
    '[Triage…] [•••]',
  ]);
});
