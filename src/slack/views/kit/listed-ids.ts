import type { Locale } from '../../../locales/locale-of.js';

/** As many ids as anybody reads. */
export function listedIds(ids: readonly string[], { terms }: Locale): string {
  const most = 20;
  return ids.length <= most ? terms.listed(ids) : `${terms.listed(ids.slice(0, most))} … (${ids.length})`;
}
