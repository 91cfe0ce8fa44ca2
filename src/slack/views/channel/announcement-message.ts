import { announcement as announcementText } from '../../../advisory/announcement.js';
import { surface } from '../declare-surface.js';
import type { AnnouncementFacts } from '../facts.js';
import { cutEscaped } from '../kit/truncate.js';
import { everyLanguage } from '../parts/every-language.js';

/** What is posted for everybody when an advisory is published. Everything in it is meant for the public. */
export const announcement = surface('message', 'anyone', 'D', (facts: AnnouncementFacts, locale) => {
  const { heading } = announcementText(facts.advisory, facts.publisher, locale.language);
  return { text: cutEscaped(heading, 3900), blocks: everyLanguage(facts, locale.language) };
});
