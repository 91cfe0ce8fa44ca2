import { surface } from '../declare-surface.js';
import { button, buttons, context, header, marked } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { digestEnd } from '../parts/digest-lines.js';
import { digestList } from '../parts/digest-list.js';
import type { TeamDigestFacts } from '../reminder-facts.js';
import { sharedActions } from '../shared-actions.js';

/** Reports that one digest lists. */
const listed = 40;

/** What the whole channel should know now: what is overdue, due soon and new, who has it, and who has come on duty. Class A and the responders. */
export const teamDigest = surface('message', 'responder', 'A', (facts: TeamDigestFacts, locale) => {
  const { heading, texts, blocks } = digestList(facts, listed, locale);
  return {
    text: escapeMrkdwn([heading, ...texts].join('\n')),
    blocks: [
      header(heading),
      ...blocks,
      ...digestEnd(facts, locale).map((text) => context(marked(escapeMrkdwn(text)))),
      buttons(button(sharedActions.list, locale.menu.list)),
    ],
  };
});
