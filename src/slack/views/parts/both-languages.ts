import type { KnownBlock } from '@slack/types';
import { words as wordsOf } from '../../../locales/catalogue.js';
import type { Language } from '../../../report/form.js';
import type { AnnouncementFacts } from '../facts.js';
import { divider } from '../kit/blocks.js';
import { announcementBeside, announcementBlocks } from './announcement.js';

/**
 * An advisory in one language, and below it in the other, without the links and thanks that are the same in both. Where there are
 * no Chinese words, it stands in one language alone.
 */
export function bothLanguages(facts: AnnouncementFacts, first: Language): KnownBlock[] {
  const blocks = announcementBlocks(facts, wordsOf(first));
  if (facts.advisory.text.zh === undefined) return blocks;
  return [...blocks, divider, ...announcementBeside(facts, wordsOf(first === 'en' ? 'zh' : 'en'))];
}
