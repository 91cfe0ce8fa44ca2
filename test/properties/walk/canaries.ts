import type { Kind } from './classes.js';

/** A text that stands nowhere else. What failed is told by its number: the text itself is never printed. */
export type Canary = Readonly<{
  number: number;
  kind: Kind;
  /** What it was typed into, in words. */
  field: string;
  /** Who typed it. */
  author: string;
  /** The report it belongs to, where that is known. */
  report?: string;
  /** Whose report that is; nobody on Slack for one that was filed on behalf of somebody. */
  reporter?: string;
}>;

/** `canary` is missing where only a piece of one stands. */
export type Finding = Readonly<{ canary: Canary | undefined }>;

export type Canaries = Readonly<{
  /** A fresh one: its text, to be typed. */
  make(about: Omit<Canary, 'number'>): string;
  /** What has become known since. */
  belong(number: number, about: Readonly<{ report?: string; reporter?: string | undefined }>): void;
  /** All that stand in a text, in any case of letters. */
  in(text: string): readonly Finding[];
  numbersIn(text: string): readonly number[];
  count(): number;
  all(): readonly Canary[];
}>;

const prefix = 'kanari';
const digits = 5;

export function createCanaries(): Canaries {
  const made: Canary[] = [];
  const inText: Canaries['in'] = (text) => {
    if (!mayHold(text)) return [];
    return [...text.matchAll(/kanari([0-9a-z]{0,5})/gi)].map(([, number = '']) => ({
      canary: number.length === digits ? made[Number.parseInt(number, 36)] : undefined,
    }));
  };
  return {
    make: (about) => {
      made.push({ ...about, number: made.length });
      return `${prefix}${(made.length - 1).toString(36).padStart(digits, '0')}`;
    },
    belong: (number, about) => {
      const before = made[number];
      if (before === undefined) throw new RangeError(`there is no canary ${number}`);
      const { reporter: _, ...rest } = before;
      const reporter = 'reporter' in about ? about.reporter : before.reporter;
      const report = about.report ?? before.report;
      made[number] = { ...rest, ...(report && { report }), ...(reporter && { reporter }) };
    },
    in: inText,
    numbersIn: (text) => inText(text).flatMap(({ canary }) => (canary === undefined ? [] : [canary.number])),
    count: () => made.length,
    all: () => made,
  };
}

/** A quick look, before anything is taken apart. */
export function mayHold(text: string | Buffer): boolean {
  if (typeof text === 'string') return /kanari/i.test(text);
  return text.includes(prefix) || text.includes(prefix.toUpperCase());
}
