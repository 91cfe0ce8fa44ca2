import { z } from 'zod';
import { wanted } from './yaml.js';

/** One line of text, at most so many characters. */
export const text = (what: string, longest: number) =>
  z
    .string(wanted(what))
    .trim()
    .min(1, wanted(what))
    .max(longest, wanted(`${what}, at most ${longest} characters`))
    .regex(/^[^\u0000-\u001F\u007F]*$/, wanted(`${what}, on one line`));
/** A whole number in these bounds, both included. */
export const wholeNumber = (from: number, to: number) => {
  const form = wanted(`a whole number from ${from} to ${to}`);
  return z.number(form).int(form).min(from, form).max(to, form);
};
/** A member's id. Slack shows it in the profile. */
export const SlackUser = z
  .string(wanted('a Slack user id, for example U024BE7LH (in the profile: More, Copy member ID)'))
  .regex(
    /^[UW][A-Z0-9]{2,20}$/,
    wanted('a Slack user id, for example U024BE7LH (in the profile: More, Copy member ID)'),
  );
