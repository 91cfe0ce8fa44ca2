import type { KnownBlock } from '@slack/types';
import { type Announcement, announcement } from '../../../advisory/announcement.js';
import type { Locale } from '../../../locales/locale-of.js';
import { advisoryLimits } from '../../../report/advisory-text.js';
import type { AnnouncementFacts } from '../advisory-facts.js';
import { header, marked, plain, section } from '../kit/blocks.js';
import { cut, pieces } from '../kit/truncate.js';

/**
 * Characters of each list: with an advisory's own words, and what of it stands in the second language, they stay below what
 * Slack takes in one message (13,200).
 */
const longest = { affected: 2000, links: 600, thanks: 800 } as const;

/** An advisory in one language, as everybody may read it. */
export function announcementBlocks({ advisory, publisher }: AnnouncementFacts, locale: Locale): KnownBlock[] {
  const { heading } = locale.advisory;
  const told = announcement(advisory, publisher, locale.language);
  const change = advisory.withdrawn === undefined ? heading.change : heading.withdrawal;
  return [
    header(told.heading),
    ...(told.change === undefined ? [] : titled(change, cut(told.change, advisoryLimits.change))),
    ...(advisory.withdrawn === undefined ? vulnerability(told, locale) : []),
    ...(told.links.length === 0 ? [] : titled(heading.references, listed(told.links, longest.links))),
    ...(told.thanks.length === 0 || advisory.withdrawn !== undefined
      ? []
      : titled(heading.credits, listed(told.thanks, longest.thanks))),
  ];
}

/** The same below the announcement in another language, whose links and thanks are for both. */
export function announcementBeside({ advisory, publisher }: AnnouncementFacts, locale: Locale): KnownBlock[] {
  const told = announcement(advisory, publisher, locale.language);
  if (advisory.withdrawn !== undefined) return [header(told.heading)];
  return [header(told.title), ...vulnerability(told, locale)];
}

function vulnerability(told: Announcement, { advisory: { heading }, terms }: Locale): KnownBlock[] {
  return [
    section(plain(told.cve === undefined ? told.severity : terms.listed([told.severity, told.cve]))),
    ...titled(heading.impact, cut(told.summary, advisoryLimits.summary)),
    ...titled(heading.affected, listed(told.affected, longest.affected)),
    ...(told.workaround === undefined
      ? []
      : titled(heading.workarounds, cut(told.workaround, advisoryLimits.workaround))),
  ];
}

const listed = (items: readonly string[], limit: number) => cut(items.join('\n'), limit);

function titled(title: string, text: string): KnownBlock[] {
  return [section(marked(`*${title}*`)), ...pieces(text, 3000).map((part) => section(plain(part)))];
}
