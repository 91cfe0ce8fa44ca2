import type { KnownBlock } from '@slack/types';
import { advisoryLimits } from '../../report/advisory-text.js';
import type { Language } from '../../report/form.js';
import { words as wordsOf } from '../../words/catalogue.js';
import type { AnnouncementFacts } from '../surface-facts.js';
import { announcementBlocks, titled } from './announcement.js';
import { divider, header } from './blocks.js';
import { cut } from './cut.js';

/**
 * An advisory in one language, and beside it what was written anew in the other; severity, versions and thanks are the same in
 * both. Where there are no Chinese words, it stands in one language alone.
 */
export function bothLanguages(facts: AnnouncementFacts, first: Language): KnownBlock[] {
  const { en, zh } = facts.advisory.text;
  const blocks = announcementBlocks(facts, wordsOf(first));
  if (zh === undefined) return blocks;
  const [second, text] = first === 'en' ? (['zh', zh] as const) : (['en', en] as const);
  const { heading } = wordsOf(second).advisory;
  return [
    ...blocks,
    divider,
    header(text.title),
    ...titled(heading.impact, cut(text.summary, advisoryLimits.summary)),
    ...(text.workaround === undefined
      ? []
      : titled(heading.workarounds, cut(text.workaround, advisoryLimits.workaround))),
  ];
}
