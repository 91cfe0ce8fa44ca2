import { BadInput, type Terminal } from './terminal.js';

export type Consent = Readonly<{ yes?: boolean; reason?: string }>;

/** The longest reason that is kept, in characters. */
const longestReason = 200;

/**
 * The reason for something that can't be undone: given with `--yes --reason`, or typed by whoever is at the terminal.
 * `object` is what has to be typed to confirm. @throws BadInput where it isn't confirmed or has no reason
 */
export async function confirmed(
  { yes, reason }: Consent,
  { ask }: Pick<Terminal, 'ask'>,
  { what, object }: Readonly<{ what: string; object: string }>,
): Promise<string> {
  if (yes !== true) {
    if (ask === undefined) throw new BadInput(`${what} Confirm with --yes and --reason.`);
    const typed = await ask(`${what} Type ${object} to confirm: `);
    if (typed.trim() !== object) throw new BadInput('Not confirmed. Nothing changed.');
  }
  const given = (reason ?? (await ask?.('Reason: ')) ?? '').trim().slice(0, longestReason);
  if (given === '') throw new BadInput('Give a reason with --reason "…". It is kept in the audit trail.');
  return given;
}
