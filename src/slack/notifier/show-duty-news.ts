import type { DutyMatter } from '../../handling/pending-news.js';
import type { Language } from '../../report/form.js';
import { type ShownAs, show } from '../views/surfaces.js';

/** The message about duty as a colleague sees it. `zone`: the team's. */
export function showDutyNews(news: DutyMatter, zone: string, language: Language): ShownAs<'message', 'responder'> {
  switch (news.because) {
    case 'cover_asked':
      return show('coverAsked', news.about, language);
    case 'cover_accepted':
      return show('coverAnswered', { said: 'accepted', ...news.about }, language);
    case 'cover_declined':
      return show('coverAnswered', { said: 'declined', ...news.about }, language);
    case 'stand_in_asked':
      return show('standInMessage', { ...news.about, reports: news.reports }, language);
    case 'no_substitute':
      return show('noSubstituteMessage', news.about, language);
    case 'last_skipped':
      return show('snoozeReasonMessage', { ...news.about, zone }, language);
  }
}
