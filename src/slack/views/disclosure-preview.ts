import type { KnownBlock } from '@slack/types';
import type { AdvisoryWords } from '../../report/advisory-text.js';
import { words as wordsOf } from '../../words/catalogue.js';
import type { Words } from '../../words/words.js';
import type { Posted } from '../surface.js';
import type { PreviewFacts } from '../surface-facts.js';
import { announcementBlocks, titled } from './announcement.js';
import { context, divider, header, nameOf, plain, section } from './blocks.js';
import { cutEscaped } from './cut.js';
import { careMark } from './told.js';

/** An advisory as it would be published, in both languages, in the room where it is approved. */
export function disclosurePreview(facts: PreviewFacts, words: Words): Posted {
  const { report, advisory } = facts;
  const { life: say } = words;
  const by = report.prepared === undefined ? '' : nameOf(report.prepared.by);
  return {
    text: cutEscaped(say.prepared(by), 3900),
    blocks: [
      section(plain(say.prepared(by))),
      divider,
      ...announcementBlocks(facts, wordsOf('en')),
      divider,
      ...(advisory.text.zh === undefined
        ? [context(plain(`${careMark} ${say.noChinese}`))]
        : chineseBlocks(advisory.text.zh)),
    ],
  };
}

/** What is written anew in Chinese; severity, versions and thanks are the same in both. */
function chineseBlocks({ title, summary, workaround }: AdvisoryWords): KnownBlock[] {
  const { heading } = wordsOf('zh').advisory;
  return [
    header(title),
    ...titled(heading.impact, summary),
    ...(workaround === undefined ? [] : titled(heading.workarounds, workaround)),
  ];
}
