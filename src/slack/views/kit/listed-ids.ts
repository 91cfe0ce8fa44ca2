/** As many ids as anybody reads. */
export function listedIds(ids: readonly string[]): string {
  return ids.length <= 20 ? ids.join(', ') : `${ids.slice(0, 20).join(', ')} … (${ids.length})`;
}
