import type { KnownBlock } from '@slack/types';
import { announcement as announcementText } from '../../../advisory/announcement.js';
import { publicUrl } from '../../../advisory/safe-link.js';
import { localeOf } from '../../../locales/locale-of.js';
import type { AnnouncementFacts } from '../advisory-facts.js';
import { surface } from '../declare-surface.js';
import { linkBlock, plain, section } from '../kit/blocks.js';
import { cutEscaped } from '../kit/truncate.js';
import { everyLanguage } from '../parts/every-language.js';

/** What is posted for everybody when an advisory is published. Everything in it is meant for the public. */
export const announcement = surface('message', 'anyone', 'D', (facts: AnnouncementFacts) => {
  const { heading } = announcementText(facts.advisory, facts.publisher, facts.first);
  return { text: cutEscaped(heading, 3900), blocks: [...superseded(facts), ...everyLanguage(facts)] };
});

/** Above an announcement that a later one corrects. */
function superseded({ supersededBy, first }: AnnouncementFacts): KnownBlock[] {
  if (supersededBy === undefined) return [];
  const { revision, link, withdrawn } = supersededBy;
  const { advisory: say } = localeOf(first);
  const text = withdrawn === true ? say.withdrawnLater : say.supersededBy(revision);
  const url = publicUrl(link);
  return [url === undefined ? section(plain(text)) : linkBlock(url, text)];
}
