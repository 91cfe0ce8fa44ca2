import type { DutyNews } from '../../handling/pending-news.js';
import type { Language } from '../../report/form.js';
import { type ShownAs, show } from '../views/surfaces.js';

/** The message about duty as a colleague sees it. */
export function showDutyNews(
  { because, about, reports }: Pick<DutyNews, 'because' | 'about' | 'reports'>,
  language: Language,
): ShownAs<'message', 'responder'> {
  switch (because) {
    case 'cover_asked':
      return show('coverAsked', about, language);
    case 'cover_accepted':
      return show('coverAnswered', { said: 'accepted', ...about }, language);
    case 'cover_declined':
      return show('coverAnswered', { said: 'declined', ...about }, language);
    case 'stand_in_asked':
      return show('standInMessage', { ...about, reports }, language);
    case 'no_substitute':
      return show('noSubstituteMessage', about, language);
  }
}
