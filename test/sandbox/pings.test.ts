import { pings } from '../../src/sandbox/pings.js';

const say = (...blocks: object[]) =>
  pings({ text: 'nothing', blocks: blocks.map((block, index) => ({ block_id: `${index}`, ...block })) as never });
const section = (type: string, text: string) => ({ type: 'section', text: { type, text } });

describe('who is pinged', () => {
  test.each([
    ['<!channel>', ['@channel']],
    ['<!here|here> and <!everyone>', ['@here', '@everyone']],
    ['<@U01> and <@W02|bo> and <@U01>', ['U01', 'W02']],
    ['<!subteam^S01|@team>', ['S01']],
    ['&lt;!channel&gt; @channel <#C01|general> <!date^1^{date}|then>', []],
  ])('by %s in text and in mrkdwn', (text, whom) => {
    expect(pings({ text, blocks: [] })).toEqual(whom);
    expect(say(section('mrkdwn', text))).toEqual(whom);
    expect(say({ type: 'markdown', text })).toEqual(whom);
    expect(say({ type: 'context', elements: [{ type: 'mrkdwn', text }] })).toEqual(whom);
  });

  test('is nobody by a plain text, a button value or a rich text that only looks so', () => {
    expect(say(section('plain_text', '<!channel> <@U01>'))).toEqual([]);
    expect(
      say({
        type: 'actions',
        elements: [{ type: 'button', value: '<@U01>', text: { type: 'plain_text', text: '<@U02>' } }],
      }),
    ).toEqual([]);
    expect(
      say({
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '<@U01>' }] }],
      }),
    ).toEqual([]);
  });

  test('is told by the elements of rich text', () => {
    const elements = [
      { type: 'user', user_id: 'U01' },
      { type: 'broadcast', range: 'channel' },
      { type: 'usergroup', usergroup_id: 'S01' },
    ];
    expect(say({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] })).toEqual([
      'U01',
      '@channel',
      'S01',
    ]);
  });
});
