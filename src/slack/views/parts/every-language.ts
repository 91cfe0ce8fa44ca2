import type { KnownBlock } from '@slack/types';
import { localeOf } from '../../../locales/locale-of.js';
import { Language } from '../../../report/form.js';
import type { AnnouncementFacts } from '../advisory-facts.js';
import { divider } from '../kit/blocks.js';
import { announcementBeside, announcementBlocks } from './announcement.js';

/**
 * An advisory as it is published, and as whoever approves it sees it: in one language, and below it in each other language it is
 * written in, without the links and thanks, which are the same in all.
 */
export function everyLanguage(facts: AnnouncementFacts): KnownBlock[] {
  const { first } = facts;
  const blocks = announcementBlocks(facts, localeOf(first));
  const { text } = facts.advisory;
  // In a language that it isn't written in, the first part is in English already.
  const shown: Language = text[first] === undefined ? 'en' : first;
  const others = Language.options.filter((language) => language !== shown && text[language] !== undefined);
  return [...blocks, ...others.flatMap((language) => [divider, ...announcementBeside(facts, localeOf(language))])];
}
