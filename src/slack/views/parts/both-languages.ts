import type { KnownBlock } from '@slack/types';
import { localeOf } from '../../../locales/catalogue.js';
import type { Language } from '../../../report/form.js';
import type { AnnouncementFacts } from '../facts.js';
import { divider } from '../kit/blocks.js';
import { announcementBeside, announcementBlocks } from './announcement.js';

/**
 * An advisory in one language, and below it in the other, without the links and thanks that are the same in both. Where there are
 * no Chinese words, it stands in one language alone.
 */
export function bothLanguages(facts: AnnouncementFacts, first: Language): KnownBlock[] {
  const blocks = announcementBlocks(facts, localeOf(first));
  if (facts.advisory.text.zh === undefined) return blocks;
  return [...blocks, divider, ...announcementBeside(facts, localeOf(first === 'en' ? 'zh' : 'en'))];
}
