import type { Words } from '../../words/words.js';
import type { Posted } from '../surface.js';
import type { ThreadLineFacts } from '../surface-facts.js';
import { marked, plain, section } from './blocks.js';
import { cutEscaped } from './cut.js';
import { escapeMrkdwn } from './escape.js';
import { eventSentence } from './event-sentence.js';

/** One step of a report, said in the thread of its card. */
export function threadLine({ report, event, zone }: ThreadLineFacts, words: Words): Posted {
  const sentence = eventSentence(event, report, zone, words);
  // The one who is in charge is told by the mention when the reporter has written.
  const told = event.type === 'ReporterWrote' && report.responder !== undefined ? `<@${report.responder.user}> ` : '';
  return {
    text: `${told}${cutEscaped(escapeMrkdwn(sentence), 3900)}`,
    blocks: [section(told === '' ? plain(sentence) : marked(`${told}${cutEscaped(escapeMrkdwn(sentence), 2900)}`))],
  };
}
