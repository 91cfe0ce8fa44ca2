import { publicUrl } from '../../../advisory/safe-link.js';

/** Characters a typed address may have. */
export const linkLimit = 300;

/** The address as it is typed, if it is one that the public may be pointed to: https, without a password. */
export function httpsLink(typed: string): string | undefined {
  const url = typed.length > linkLimit ? undefined : publicUrl(typed);
  return url?.startsWith('https://') ? typed : undefined;
}
