import type { Words } from '../../words/words.js';
import type { Posted } from '../surface.js';
import type { MessageFacts } from '../surface-facts.js';
import { button, buttons, context, header, nameOf, plain, section } from './blocks.js';
import { cut, cutEscaped, pieces } from './cut.js';

/** A responder's own message, in the reporter's direct messages. */
export function messageToReporter({ report, message, project }: MessageFacts, { message: say, mine }: Words): Posted {
  const from = say.from(nameOf(message.by), cut(project, 100));
  return {
    text: cutEscaped(`${from}. ${message.text}`, 3900),
    blocks: [
      header(from),
      context(plain(say.about(report.id, report.form.title))),
      ...pieces(message.text, 3000).map((part) => section(plain(part))),
      buttons(button('answer', mine.answer, { id: report.id })),
      context(plain(say.footer)),
    ],
  };
}
