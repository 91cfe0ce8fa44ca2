import { z } from 'zod';

const chosen = z.object({ value: z.string() });
const Input = z.object({
  value: z.string().nullish(),
  selected_option: chosen.nullish(),
  selected_options: z.array(chosen).nullish(),
  /** Seconds since 1970. */
  selected_date_time: z.number().nullish(),
  selected_date: z.iso.date().nullish(),
  selected_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullish(),
});
const Values = z.record(z.string(), z.record(z.string(), Input));

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

/** Reads `view.state.values`. @throws ZodError when it isn't shaped as Slack shapes it. */
export function readInputs(values: unknown): InputValues {
  const byBlock = Values.parse(values);
  const at = (block: string) => Object.values(byBlock[block] ?? {})[0];
  return {
    has: (block) => byBlock[block] !== undefined,
    text: (block) => at(block)?.value ?? '',
    choice: (block, action) => (action === undefined ? at(block) : byBlock[block]?.[action])?.selected_option?.value,
    choices: (block) => (at(block)?.selected_options ?? []).map(({ value }) => value),
    moment: (block) => {
      const seconds = at(block)?.selected_date_time;
      return seconds === undefined || seconds === null ? undefined : new Date(seconds * 1000);
    },
    day: (block) => at(block)?.selected_date ?? undefined,
    time: (block) => at(block)?.selected_time ?? undefined,
  };
}
