import type { KnownBlock } from '@slack/types';
import { announcement } from '../../advisory/announcement.js';
import type { Words } from '../../words/words.js';
import type { Posted } from '../surface.js';
import type { AnnouncementFacts } from '../surface-facts.js';
import { header, marked, plain, section } from './blocks.js';
import { cut, cutEscaped, pieces } from './cut.js';

/** What is posted for everybody when an advisory is published. Everything in it is meant for the public. */
export function announcementMessage(facts: AnnouncementFacts, words: Words): Posted {
  const told = announcement(facts.advisory, facts.publisher, words.language);
  return { text: cutEscaped(told.heading, 3900), blocks: announcementBlocks(facts, words) };
}

/** Product lines shown one by one; the release notes have the others. */
const shownLines = 20;

export function announcementBlocks({ advisory, publisher }: AnnouncementFacts, words: Words): KnownBlock[] {
  const { heading } = words.advisory;
  const told = announcement(advisory, publisher, words.language);
  const titled = (title: string, text: string): KnownBlock[] => [
    section(marked(`*${title}*`)),
    ...pieces(text, 3000).map((part) => section(plain(part))),
  ];
  const affected = told.affected
    .slice(0, shownLines)
    .map(({ line, versions, whatToDo }) => words.terms.labelled(line, `${versions}. ${whatToDo}`));
  return [
    header(told.heading),
    section(plain(told.cve === undefined ? told.severity : `${told.severity} · ${told.cve}`)),
    ...titled(heading.impact, told.summary),
    ...titled(heading.affected, affected.map((line) => cut(line, 500)).join('\n')),
    ...(told.workaround === undefined ? [] : titled(heading.workarounds, told.workaround)),
    ...(told.links.length === 0 ? [] : titled(heading.references, told.links.join('\n'))),
    ...(told.thanks.length === 0 ? [] : titled(heading.credits, told.thanks.join('\n'))),
  ];
}
