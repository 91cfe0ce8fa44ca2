import type { Words } from '../../words/words.js';
import type { Posted } from '../surface.js';
import type { ThreadLineFacts } from '../surface-facts.js';
import { plain, section } from './blocks.js';
import { cutEscaped } from './cut.js';
import { eventSentence } from './event-sentence.js';

/** One step of a report, said in the thread of its card. */
export function threadLine({ report, event, zone }: ThreadLineFacts, words: Words): Posted {
  const sentence = eventSentence(event, report, zone, words);
  return { text: cutEscaped(sentence, 3900), blocks: [section(plain(sentence))] };
}
