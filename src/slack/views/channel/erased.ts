import type { ErasedFacts, RetentionFacts } from '../channel-facts.js';
import { surface } from '../declare-surface.js';
import { marked, plain, section } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { listedIds } from '../kit/listed-ids.js';
import { cutEscaped } from '../kit/truncate.js';
import { momentText } from '../parts/labels.js';

/** What stands in place of the card of an erased report: its id, its last status, and dates. */
const erasedCard = surface('message', 'responder', 'A', (facts: ErasedFacts, locale) => {
  const { id, status, receivedAt, erasedAt, zone } = facts;
  const { erasure, terms } = locale;
  const told = erasure.card({
    id: escapeMrkdwn(id),
    status: terms.status[status],
    received: momentText(receivedAt, zone, locale),
    erased: momentText(erasedAt, zone, locale),
  });
  return { text: erasure.gist(id), blocks: [section(marked(told))] };
});

/** What stands in place of a message to the reporter of an erased report. */
const erasedMessage = surface('message', 'own_reporter', 'A', ({ id }: Readonly<{ id: string }>, { erasure }) => ({
  text: erasure.message(id),
  blocks: [section(plain(erasure.message(id)))],
}));

/** Characters of ids in a line: room for more than are ever listed. */
const mostIds = 2000;

/** Tells the leads which reports the policy keeps no longer. */
const retentionLine = surface('message', 'responder', 'A', (facts: RetentionFacts, locale) => {
  const { ids, at, leads, zone } = facts;
  const mentions = leads.map(({ user }) => `<@${user}>`).join(' ');
  const told = locale.erasure.retention(cutEscaped(listedIds(ids, locale), mostIds), momentText(at, zone, locale));
  return {
    text: locale.erasure.retentionGist(ids.length),
    blocks: [section(marked(mentions === '' ? told : `${mentions} ${told}`))],
  };
});

export const erasedSurfaces = { erasedCard, erasedMessage, retentionLine };
