import type { ModalView } from '@slack/types';
import type { Locale } from '../../../locales/locale.js';
import type { TroubleFacts } from '../facts.js';
import { modal, plain, section } from '../kit/blocks.js';
import type { Posted } from '../surface.js';

export function troubleNote(facts: TroubleFacts, locale: Locale): Posted {
  const sentence = sentenceOf(facts, locale);
  return { text: sentence, blocks: [section(plain(sentence))] };
}

export function troubleModal(facts: TroubleFacts, locale: Locale): ModalView {
  const blocks = [section(plain(sentenceOf(facts, locale)))];
  return modal({ title: locale.trouble.title, close: locale.terms.close, blocks });
}

/** Shown at once where something has to be looked up first: Slack gives three seconds to open a modal. */
export function waiting(_: Readonly<Record<never, never>>, { trouble, terms }: Locale): ModalView {
  return modal({ title: trouble.waitTitle, close: terms.close, blocks: [section(plain(trouble.wait))] });
}

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
