import type { ModalView } from '@slack/types';
import type { Words } from '../../../locales/words.js';
import type { TroubleFacts } from '../facts.js';
import { modal, plain, section } from '../kit/blocks.js';
import type { Posted } from '../surface.js';

export function troubleNote(facts: TroubleFacts, words: Words): Posted {
  const sentence = sentenceOf(facts, words);
  return { text: sentence, blocks: [section(plain(sentence))] };
}

export function troubleModal(facts: TroubleFacts, words: Words): ModalView {
  const blocks = [section(plain(sentenceOf(facts, words)))];
  return modal({ title: words.trouble.title, close: words.terms.close, blocks });
}

/** Shown at once where something has to be looked up first: Slack gives three seconds to open a modal. */
export function waiting(_: Readonly<Record<never, never>>, { trouble, terms }: Words): ModalView {
  return modal({ title: trouble.waitTitle, close: terms.close, blocks: [section(plain(trouble.wait))] });
}

function sentenceOf({ kind, reference }: TroubleFacts, { trouble }: Words): string {
  switch (kind) {
    case 'unexpected':
      return trouble.unexpected(reference);
    case 'store_away':
      return trouble.storeAway(reference);
    default:
      return kind satisfies never;
  }
}
