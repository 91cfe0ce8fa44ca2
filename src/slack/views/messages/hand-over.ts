import { questionBlock } from '../block-ids.js';
import { surface } from '../declare-surface.js';
import { button, buttons, header, marked, plain, section } from '../kit/blocks.js';
import { dueTeamTime, dueText } from '../parts/labels.js';
import { urgentMark } from '../parts/urgent.js';
import type { HandOverFacts } from '../reminder-facts.js';
import { sharedActions } from '../shared-actions.js';

/** Both sides of a hand-over: whoever is asked answers here, and the responder of now hears of it. Class A: ids, people and dates. */
export const handOverMessage = surface('message', 'responder', 'A', (facts: HandOverFacts, locale) => {
  const { handOver: say, card, immediateNotice, reminder } = locale;
  const { id, because, offered, due, calendar, now } = facts;
  const [by, to, from] = [facts.by, facts.to, facts.from].map((user) => `<@${user}>`) as [string, string, string];
  const told = say[because]({ id, by, to, from });
  const dueBy = (write: typeof dueText) =>
    because !== 'offered' || due === undefined
      ? []
      : [immediateNotice.due[due.duty](write(due.dueAt, now, calendar, locale))];
  const known = because === 'offered' && due?.exploited === true ? [`${urgentMark} ${reminder.known}`] : [];
  const show = button(sharedActions.show, card.show, { id });
  const answers = [
    button(sharedActions.acceptHandOver, say.accept, { style: 'primary', id }),
    button(sharedActions.declineHandOver, say.decline, { id }),
  ];
  return {
    text: locale.terms.together([...known, told, ...dueBy(dueTeamTime)]),
    blocks: [
      ...(because === 'offered' ? [header(say.heading(id))] : []),
      ...known.map((text) => section(plain(text))),
      section(marked(told)),
      ...dueBy(dueText).map((text) => section(marked(text))),
      because === 'offered' ? { ...buttons(...answers, show), block_id: questionBlock(id, offered) } : buttons(show),
    ],
  };
});
