import { announcement } from '../../../advisory/announcement.js';
import type { Words } from '../../../locales/words.js';
import type { AnnouncementFacts } from '../facts.js';
import { cutEscaped } from '../kit/truncate.js';
import { bothLanguages } from '../parts/both-languages.js';
import type { Posted } from '../surface.js';

/** What is posted for everybody when an advisory is published. Everything in it is meant for the public. */
export function announcementMessage(facts: AnnouncementFacts, words: Words): Posted {
  const told = announcement(facts.advisory, facts.publisher, words.language);
  return { text: cutEscaped(told.heading, 3900), blocks: bothLanguages(facts, words.language) };
}
