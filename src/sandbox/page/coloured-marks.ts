/**
 * The tone of each mark. Many machines have no colour font for emoji, and draw a red dot and a green one alike: the page draws
 * dots itself, and gives the other marks their tone as ink.
 */
const tones = {
  bad: ['🔴', '⛔', '🚫', '🚨', '🔥', '❗'],
  care: ['🟠', '🟡', '⏳', '⌛', '⚠️', '⏰', '❓'],
  good: ['🟢', '✅', '✔️'],
  busy: ['🔵', '📥', '💬', '🛠️', '📦', '📣'],
  quiet: ['⚪', '⚫', '👥', '↩️'],
} as const;
const dots = new Set<string>(['🔴', '🟠', '🟡', '🟢', '🔵', '⚪', '⚫']);

const toneOf = new Map<string, string>(
  Object.entries(tones).flatMap(([tone, marks]) => marks.map((mark) => [mark, tone] as const)),
);
const anyMark = new RegExp([...toneOf.keys()].join('|'), 'gu');
/** What is no running text: tags, and elements that take no markup. */
const notText = /(<textarea[\s\S]*?<\/textarea>|<option[\s\S]*?<\/option>|<[^>]*>)/;

/** Gives the status marks in a piece of HTML their colours. The characters stay, to be read aloud and copied. */
export function withColouredMarks(html: string): string {
  return html
    .split(notText)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(anyMark, coloured)))
    .join('');
}

const coloured = (mark: string) =>
  `<span class="${dots.has(mark) ? 'dot' : 'mark'} ${toneOf.get(mark)}">${mark}</span>`;
