import type { DutyMatter } from '../../handling/pending-news.js';
import type { Language } from '../../report/form.js';
import { type ShownAs, show } from '../views/surfaces.js';

/** The message about duty as a colleague sees it. `zone`: the team's. */
export function showDutyNews(news: DutyMatter, zone: string, language: Language): ShownAs<'message', 'responder'> {
  switch (news.because) {
    case 'cover_asked':
      return 'mine' in news.about
        ? show('swapAsked', { ...news.about, zone }, language)
        : show('coverAsked', news.about, language);
    case 'cover_accepted':
    case 'cover_declined': {
      const said = news.because === 'cover_accepted' ? 'accepted' : 'declined';
      return 'mine' in news.about
        ? show('swapAnswered', { said, ...news.about, zone }, language)
        : show('coverAnswered', { said, ...news.about }, language);
    }
    case 'stand_in_asked':
      return show('standInMessage', { ...news.about, reports: news.reports }, language);
    case 'no_substitute':
      return show('noSubstituteMessage', news.about, language);
    case 'last_skipped':
      return show('snoozeReasonMessage', { ...news.about, zone }, language);
  }
}
