import { byType, type Check, flag, integer, list, object, oneOf, text } from './shape.js';

// docs.slack.dev/reference/block-kit/blocks/rich-text-block
const style = object({}, { bold: flag, italic: flag, strike: flag, code: flag, underline: flag });
const inline: Check = byType('rich text element', {
  text: object({ type: oneOf('text'), text: text(12_000, 1) }, { style }),
  link: object({ type: oneOf('link'), url: text(3000, 1) }, { text: text(3000), unsafe: flag, style }),
  emoji: object({ type: oneOf('emoji'), name: text(255, 1) }, { unicode: text(255) }),
  user: object({ type: oneOf('user'), user_id: text(255, 1) }, { style }),
  usergroup: object({ type: oneOf('usergroup'), usergroup_id: text(255, 1) }, { style }),
  channel: object({ type: oneOf('channel'), channel_id: text(255, 1) }, { style }),
  broadcast: object({ type: oneOf('broadcast'), range: oneOf('here', 'channel', 'everyone') }, { style }),
  date: object(
    { type: oneOf('date'), timestamp: integer(0, 9_999_999_999), format: text(255, 1) },
    { url: text(3000), fallback: text(3000) },
  ),
});
const inlines = list(inline, 1000, 0);
const border = integer(0, 1);
const section = object({ type: oneOf('rich_text_section'), elements: inlines });
export const richTextElement: Check = byType('rich text element', {
  rich_text_section: section,
  rich_text_preformatted: object(
    { type: oneOf('rich_text_preformatted'), elements: inlines },
    { border, language: text(50) },
  ),
  rich_text_quote: object({ type: oneOf('rich_text_quote'), elements: inlines }, { border }),
  rich_text_list: object(
    { type: oneOf('rich_text_list'), style: oneOf('bullet', 'ordered'), elements: list(section, 1000) },
    { indent: integer(0, 8), offset: integer(0, 10_000), border },
  ),
});
