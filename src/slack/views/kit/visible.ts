// Sequences in which something that cannot be seen does what it is for: emoji, flags of countries within countries, forms
// of Chinese characters, and scripts whose letters join.
const emoji = String.raw`\p{Extended_Pictographic}[\uFE0E\uFE0F\p{EMod}]?`;
const flag = String.raw`\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}`;
const keycap = String.raw`[0-9#*]\uFE0F\u20E3`;
const form = String.raw`\p{scx=Hani}[\uFE00-\uFE0D\u{E0100}-\u{E01EF}]`;
const joined = [
  'Arab',
  'Syrc',
  'Deva',
  'Beng',
  'Guru',
  'Gujr',
  'Orya',
  'Taml',
  'Telu',
  'Knda',
  'Mlym',
  'Sinh',
  'Khmr',
  'Mong',
]
  .map((script) => String.raw`\p{scx=${script}}`)
  .join('');
const kept = [
  flag,
  String.raw`${emoji}(?:\u200D${emoji})*`,
  keycap,
  form,
  `[${joined}][\\u200C\\u200D](?=[${joined}])`,
];
/** What has no look of its own, turns text round, or breaks a line unasked; and halves of a character. */
const hidden = String.raw`(?![\n\t])[\p{DI}\p{Bidi_C}\p{Cc}\p{Cs}\u2028\u2029\uFFF9-\uFFFB]`;
const anyHidden = new RegExp(hidden, 'u');
/** English and Chinese, found out in a fifth of the time that the search for what is hidden takes. */
const nothingElse = /^[\n\t\x20-\x7E\u3001-\u3011\u4E00-\u9FFF\uFF01-\uFF5E]*$/;
const keptOrHidden = new RegExp(`${kept.join('|')}|(?<hidden>${hidden})\\k<hidden>*`, 'gu');

/** Characters of one text block of Slack's: what fitted one before must not need two because of the codes. */
const room = 3000;
/** What stands for each hidden character where their codes would not fit. */
const box = '▯';

/**
 * Text as it is shown: what could hide something, or turn it round, stands there by its code, as `[U+202E]`; several of one
 * kind as `[U+200B ×9]`; and as a box each where that is more than a block holds. What is kept is never changed. Text that
 * holds nothing of the sort, or was shown so already, is the same.
 */
export function visible(text: string): string {
  if (nothingElse.test(text) || !anyHidden.test(text)) return text;
  const shown = text.replace(keptOrHidden, (found, one: string | undefined) => {
    if (one === undefined) return found;
    const code = (one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const times = found.length / one.length;
    return times === 1 ? `[U+${code}]` : `[U+${code} ×${times}]`;
  });
  if (shown.length <= Math.max(room, text.length)) return shown;
  return text.replace(keptOrHidden, (found, one: string | undefined) =>
    one === undefined ? found : box.repeat(found.length / one.length),
  );
}
