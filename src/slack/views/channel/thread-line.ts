import type { KnownBlock, RichTextBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import type { ReportEvent } from '../../../report/events.js';
import { movableDate } from '../../../report/movable-date.js';
import type { Report } from '../../../report/report.js';
import { surface } from '../declare-surface.js';
import type { ThreadLineFacts } from '../facts.js';
import { plain, section } from '../kit/blocks.js';
import { whereTheRestIs } from '../kit/long-text.js';
import { cut } from '../kit/truncate.js';
import { eventSentence } from '../parts/event-sentence.js';
import { reporterName } from '../parts/labels.js';
import { laterDateButtons } from '../parts/later-date.js';

/** One step of a report, said in the thread of its card. */
export const threadLine = surface(
  'message',
  'responder',
  'B',
  ({ report, event, along, mention, voided, zone }: ThreadLineFacts, locale) => {
    const { notification: say, terms } = locale;
    const besides = along.map((one) => besideSentence(one, report, locale)).toReversed();
    const unread = written.includes(event.type) ? [locale.thread.openToRead] : [];
    const step = eventSentence(event, { report, zone, voided }, locale);
    const sentence = terms.followed(step, ...besides, ...unread);
    const replied = event.type === 'ReporterWrote' || (event.type === 'ReporterPauseEnded' && event.replies > 0);
    const gist = replied ? say.replied(report.id) : say.step(report.id, terms.status[report.status]);
    const line: KnownBlock = mention === undefined ? section(plain(sentence)) : mentioning(mention, sentence);
    return {
      text: `${mention === undefined ? '' : `<@${mention}> `}${gist}`,
      blocks: [
        line,
        ...whereTheRestIs([section(plain(sentence))], locale),
        ...(event.type === 'LaterDateProposed'
          ? laterDateButtons(report.id, movableDate(report, event.duty), zone, locale)
          : []),
      ],
    };
  },
);

/** Steps at which something was written that the thread doesn't show. */
const written: readonly ReportEvent['type'][] = ['ReportAmended', 'NoteAdded', 'ReporterWrote'];

/** What somebody did by the same act: they told the reporter, or took the report. */
function besideSentence(event: ReportEvent, report: Report, { thread: say }: Locale): string {
  return 'route' in event ? say.alsoTold(reporterName(report), event.route === 'by_hand') : say.alsoTook;
}

/** A mention with a sentence that is shown as it is: marks in a name in it make nothing bold. */
function mentioning(user: string, sentence: string): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'user', user_id: user },
          { type: 'text', text: ` ${cut(sentence, 2900)}` },
        ],
      },
    ],
  };
}
