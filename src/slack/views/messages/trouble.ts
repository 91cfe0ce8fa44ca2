import type { Locale } from '../../../locales/locale-of.js';
import { surface } from '../declare-surface.js';
import type { TroubleFacts } from '../facts.js';
import { button, buttons, modal, plain, section } from '../kit/blocks.js';
import { sharedActions } from '../shared-actions.js';

const troubleNote = surface('ephemeral', 'anyone', 'A', (facts: TroubleFacts, locale) => {
  const sentence = sentenceOf(facts, locale);
  const { id, team } = facts;
  const way = team && id !== undefined ? [buttons(button(sharedActions.show, locale.card.show, { id }))] : [];
  return { text: sentence, blocks: [section(plain(sentence)), ...way] };
});

const troubleModal = surface('modal', 'anyone', 'A', (facts: TroubleFacts, locale) => {
  const blocks = [section(plain(sentenceOf(facts, locale)))];
  return modal({ title: locale.trouble.title, close: locale.terms.close, blocks });
});

function sentenceOf(facts: TroubleFacts, { trouble }: Locale): string {
  if (facts.kind === 'broken') return trouble.unexpected(facts.reference);
  const { team, id, reference } = facts;
  const sentence = trouble.tooLong(team ? `/vuln ${id === undefined ? 'list' : `show ${id}`}` : undefined);
  return reference === undefined ? sentence : trouble.withReference(sentence, reference);
}

export const troubles = { troubleModal, troubleNote };
