import { problemsOfBlocks } from './blocks.js';
import { isObject, type Json, object, problemsOf, text } from './shape.js';

/** Slack's error code, and lines that name what is wrong. */
export type Refusal = Readonly<{ code: string; lines: readonly string[] }>;

/** The text of all blocks together. Not documented; others measured about 13,000. */
const mostBlockText = 13_000;
/** The markdown blocks of one message together. */
const mostMarkdown = 12_000;
/** Slack cuts longer text off. Here it is refused, so that no text loses its end unnoticed. */
const mostText = 40_000;
/** For chat.update, in bytes, with & < > escaped. */
const mostUpdatedBytes = 4000;
/** Slack does not name its limit. This is a low one of our own. */
const mostMetadata = 8000;

const metadataShape = object({ event_type: text(255, 1), event_payload: () => {} });

/**
 * Why Slack would refuse a message. Stricter than Slack: blocks need a `text`, because screen readers and notifications have
 * nothing else.
 */
export function refusalOfMessage(
  message: Readonly<{ text: unknown; blocks: unknown; metadata: unknown }>,
  updating = false,
): Refusal | undefined {
  const messageText = message.text ?? '';
  const blocks = message.blocks ?? [];
  if (typeof messageText !== 'string')
    return { code: 'invalid_arguments', lines: ['[ERROR] text must be a string [json-pointer:/text]'] };
  const lines = problemsOfBlocks(blocks, 'message', '/blocks');
  if (lines.length > 0) return { code: 'invalid_blocks', lines };
  if (messageText.trim() === '')
    return {
      code: 'no_text',
      lines: ['[ERROR] text is missing: notifications and screen readers need it [json-pointer:/text]'],
    };
  if (messageText.length > mostText || (updating && escapedBytes(messageText) > mostUpdatedBytes))
    return { code: 'msg_too_long', lines: [`[ERROR] text has ${messageText.length} characters [json-pointer:/text]`] };
  const total = texts(blocks).reduce((sum, one) => sum + one.length, 0);
  const markdown = (blocks as readonly Json[]).filter(({ type }) => type === 'markdown');
  const marked = texts(markdown).reduce((sum, one) => sum + one.length, 0);
  if (total > mostBlockText || marked > mostMarkdown)
    return {
      code: 'msg_blocks_too_long',
      lines: [`[ERROR] the text of all blocks has ${total} characters [json-pointer:/blocks]`],
    };
  return refusalOfMetadata(message.metadata);
}

function refusalOfMetadata(metadata: unknown): Refusal | undefined {
  if (metadata === undefined || (isObject(metadata) && Object.keys(metadata).length === 0)) return undefined;
  const lines = problemsOf(metadataShape, metadata, '/metadata');
  if (lines.length > 0 || !isObject((metadata as Json).event_payload))
    return { code: 'invalid_metadata_format', lines };
  if (JSON.stringify(metadata).length > mostMetadata) return { code: 'metadata_too_large', lines: [] };
  return undefined;
}

const escapedBytes = (plain: string) => Buffer.byteLength(plain.replace(/&(?!(amp|lt|gt);)/g, '&amp;'));

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (key === 'text' ? [inner] : []) : texts(inner),
  );
}
