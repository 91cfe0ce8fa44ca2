import { surface } from '../declare-surface.js';
import type { SendingHeldFacts } from '../facts.js';
import { plain, section } from '../kit/blocks.js';

/** Tells the team that the database is older than the channel. It says ids and nothing else. */
export const sendingHeld = surface('message', 'responder', 'A', (facts: SendingHeldFacts, locale) => {
  const { heading, missing, behind, next } = locale.sendingHeld;
  const lines = [
    heading,
    ...(facts.missing.length === 0 ? [] : [missing(listed(facts.missing))]),
    ...(facts.behind.length === 0 ? [] : [behind(listed(facts.behind))]),
    next,
  ];
  return { text: heading, blocks: [section(plain(lines.join('\n')))] };
});

/** As many ids as anybody reads. */
function listed(ids: readonly string[]): string {
  return ids.length <= 20 ? ids.join(', ') : `${ids.slice(0, 20).join(', ')} … (${ids.length})`;
}
