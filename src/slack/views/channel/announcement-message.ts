import { announcement } from '../../../advisory/announcement.js';
import type { Locale } from '../../../locales/locale.js';
import type { AnnouncementFacts } from '../facts.js';
import { cutEscaped } from '../kit/truncate.js';
import { bothLanguages } from '../parts/both-languages.js';
import type { Posted } from '../surface.js';

/** What is posted for everybody when an advisory is published. Everything in it is meant for the public. */
export function announcementMessage(facts: AnnouncementFacts, locale: Locale): Posted {
  const told = announcement(facts.advisory, facts.publisher, locale.language);
  return { text: cutEscaped(told.heading, 3900), blocks: bothLanguages(facts, locale.language) };
}
