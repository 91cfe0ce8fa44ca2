import type { Locale } from '../../../locales/locale.js';
import type { TroubleFacts } from '../facts.js';
import { modal, plain, section } from '../kit/blocks.js';
import { surface } from '../surface.js';

const troubleNote = surface('ephemeral', 'anyone', 'A', (facts: TroubleFacts, locale) => {
  const sentence = sentenceOf(facts, locale);
  return { text: sentence, blocks: [section(plain(sentence))] };
});

const troubleModal = surface('modal', 'anyone', 'A', (facts: TroubleFacts, locale) => {
  const blocks = [section(plain(sentenceOf(facts, locale)))];
  return modal({ title: locale.trouble.title, close: locale.terms.close, blocks });
});

function sentenceOf({ kind, reference }: TroubleFacts, { trouble }: Locale): string {
  switch (kind) {
    case 'unexpected':
      return trouble.unexpected(reference);
    case 'store_away':
      return trouble.storeAway(reference);
    default:
      return kind satisfies never;
  }
}

export const troubles = { troubleModal, troubleNote };
