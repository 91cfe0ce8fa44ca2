import { z } from 'zod';

/** `VR-XXXX-XXXX`: 40 bits in Crockford's base32 (no I, L, O, U). It reveals neither order nor number of reports. */
export const ReportId = z.string().regex(/^VR-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
export type ReportId = z.infer<typeof ReportId>;

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The id made of the first 40 bits of `bytes`. @throws RangeError for fewer than five bytes. */
export function reportIdFrom(bytes: Uint8Array): ReportId {
  if (bytes.length < 5) throw new RangeError('a report id needs 40 bits');
  let rest = bytes.subarray(0, 5).reduce((sum, byte) => sum * 256 + byte, 0);
  let characters = '';
  for (let i = 0; i < 8; i += 1) {
    characters = alphabet.charAt(rest % 32) + characters;
    rest = Math.floor(rest / 32);
  }
  return `VR-${characters.slice(0, 4)}-${characters.slice(4)}`;
}

/** Reads an id as people type it: any case, spaces or dashes of any kind anywhere, I and L for 1, O for 0, with or without `VR`. */
export function readReportId(typed: string): ReportId | undefined {
  const characters = typed
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015\u2212\uFE58\uFF0D]/g, '')
    .replace(/^VR(?=.{8}$)/, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
  const id = `VR-${characters.slice(0, 4)}-${characters.slice(4)}`;
  return ReportId.safeParse(id).data;
}
