import type { KnownBlock, RichTextBlock } from '@slack/types';
import { movableDate } from '../../../report/movable-date.js';
import { surface } from '../declare-surface.js';
import type { ThreadLineFacts } from '../facts.js';
import { plain, section } from '../kit/blocks.js';
import { whereTheRestIs } from '../kit/long-text.js';
import { cut } from '../kit/truncate.js';
import { eventSentence } from '../parts/event-sentence.js';
import { laterDateButtons } from '../parts/later-date.js';

/** One step of a report, said in the thread of its card. */
export const threadLine = surface(
  'message',
  'responder',
  'B',
  ({ report, event, mention, voided, zone }: ThreadLineFacts, locale) => {
    const sentence = eventSentence(event, { report, zone, voided }, locale);
    const { notification: say, terms } = locale;
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
