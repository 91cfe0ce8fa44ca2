import { z } from 'zod';

const Option = z.object({ value: z.string() });
/** What an element has, of what it may have. */
const fields = {
  value: z.string(),
  selected_option: Option,
  selected_options: z.array(Option),
  /** Seconds since 1970. */
  selected_date_time: z.number(),
  selected_date: z.iso.date(),
  selected_time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
} as const;
type Fields = { [F in keyof typeof fields]: z.infer<(typeof fields)[F]> };
type Element = { readonly [F in keyof Fields]?: unknown };
const Values = z.custom<Readonly<Record<string, Readonly<Record<string, Element>> | undefined>>>(
  (values) => typeof values === 'object' && values !== null,
);

/** The values of a submitted view, by block. What isn't filled is empty text, no choice, no moment, day or time. */
export type InputValues = Readonly<{
  has(block: string): boolean;
  text(block: string): string;
  /** `action`: which of several elements of the block. */
  choice(block: string, action?: string): string | undefined;
  choices(block: string): readonly string[];
  moment(block: string): Date | undefined;
  /** `YYYY-MM-DD`. */
  day(block: string): string | undefined;
  /** `HH:mm`. */
  time(block: string): string | undefined;
}>;

/** Reads `view.state.values`; what is asked for is parsed. @throws ZodError where it isn't shaped as Slack shapes it. */
export function readInputs(values: unknown): InputValues {
  const byBlock = Values.parse(values);
  const read = <F extends keyof Fields>(field: F, block: string, action?: string): Fields[F] | undefined => {
    const elements = byBlock[block] ?? {};
    const element = action === undefined ? Object.values(elements)[0] : elements[action];
    const value = element?.[field] ?? undefined;
    return value === undefined ? undefined : (fields[field].parse(value) as Fields[F]);
  };
  return {
    has: (block) => byBlock[block] !== undefined,
    text: (block) => read('value', block) ?? '',
    choice: (block, action) => read('selected_option', block, action)?.value,
    choices: (block) => (read('selected_options', block) ?? []).map(({ value }) => value),
    moment: (block) => {
      const seconds = read('selected_date_time', block);
      return seconds === undefined ? undefined : new Date(seconds * 1000);
    },
    day: (block) => read('selected_date', block),
    time: (block) => read('selected_time', block),
  };
}
