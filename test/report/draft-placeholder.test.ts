import { draftGap } from '../../src/report/draft-placeholder.js';

describe('draftGap', () => {
  it.each([
    ['a line of its own', 'Hi Rae,\n\n…\n\nBo', '…'],
    ['after a colon', 'We would like to ask: …', '…'],
    ['within a sentence', 'We expect the fix on … at the latest.', '…'],
    ['before a full stop', 'The fix is in version …。', '…'],
    ['the Chinese ellipsis', '我想请教：\n\n……\n\nBo', '……'],
    ['the Chinese ellipsis after a colon', '我想请教：……', '……'],
    ['three full stops on a line', 'Hi Rae,\n\n...\n\nBo', '...'],
    ['three full stops after a colon', 'We would like to ask: ...', '...'],
    ['an ellipsis in brackets', 'It affects [ … ].', '[ … ]'],
    ['full stops in brackets', 'Version[...]', '[...]'],
    ['a word in brackets', 'I have a question: [question]', '[question]'],
    ['a word in Chinese brackets', '请问【问题】', '【问题】'],
  ])('is found as %s', (_, text, found) => expect(draftGap(text)).toBe(found));

  it.each([
    ['nothing', ''],
    ['an ellipsis that ends a word', 'Hmm… we are not sure.'],
    ['a Chinese one', '我们正在核实……请稍候。'],
    ['a shortened name', 'KubeSphere security te… team'],
    ['a path', 'GET /a/../../b and a/.../b'],
    ['a call', 'fetch(...args), open("...")'],
    ['a log line', '12:00 INFO start ... done'],
    ['a tag', '[INFO] see [this](https://example.org)'],
    ['a version range', '3.4.0...3.4.1'],
  ])('is none in %s', (_, text) => expect(draftGap(text)).toBeUndefined());
});
