import { problemsOfBlocks } from './blocks.js';
import { isObject, type Json, object, problemsOf, text } from './shape.js';

/** Why Slack refuses something: its code, and lines that name what. */
export type Refusal = Readonly<{ code: string; lines: readonly string[] }>;

/** Text of all blocks together: not documented, measured by others at about 13,000. */
const mostBlockText = 13_000;
/** Markdown blocks of one message together. */
const mostMarkdown = 12_000;
/** Longer text Slack cuts off; here it is refused, so that nobody loses its end unawares. */
const mostText = 40_000;
/** Of chat.update, in bytes, with & < > escaped. */
const mostUpdatedBytes = 4000;
/** Slack names no limit (`metadata_too_large`); this is a low one of our own. */
const mostMetadata = 8000;

const metadataShape = object({ event_type: text(255, 1), event_payload: () => {} });

/**
 * What Slack would refuse of a message. Blocks without `text` are refused too: screen readers and notifications have only
 * `text` (our own strictness).
 */
export function refusalOfMessage(
  message: Readonly<{ text: unknown; blocks: unknown; metadata: unknown }>,
  updating = false,
): Refusal | undefined {
  const said = message.text ?? '';
  const blocks = message.blocks ?? [];
  if (typeof said !== 'string')
    return { code: 'invalid_arguments', lines: ['[ERROR] text must be a string [json-pointer:/text]'] };
  const lines = problemsOfBlocks(blocks, 'message', '/blocks');
  if (lines.length > 0) return { code: 'invalid_blocks', lines };
  if (said.trim() === '')
    return {
      code: 'no_text',
      lines: ['[ERROR] text must say it too, for notifications and screen readers [json-pointer:/text]'],
    };
  if (said.length > mostText || (updating && escapedBytes(said) > mostUpdatedBytes))
    return { code: 'msg_too_long', lines: [`[ERROR] text has ${said.length} characters [json-pointer:/text]`] };
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

const escapedBytes = (said: string) => Buffer.byteLength(said.replace(/&(?!(amp|lt|gt);)/g, '&amp;'));

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (key === 'text' ? [inner] : []) : texts(inner),
  );
}
