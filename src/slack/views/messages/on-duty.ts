import { surface } from '../declare-surface.js';
import type { OnDutyFacts } from '../facts.js';
import { marked, section } from '../kit/blocks.js';
import { momentText, teamTime } from '../parts/labels.js';

/** Who is on duty now, and who follows. The facts' first turn is the one of now. */
export const onDutyNote = surface('ephemeral', 'responder', 'A', ({ turns, zone }: OnDutyFacts, locale) => {
  const { onDuty: say } = locale;
  const lines = (time: typeof momentText) =>
    turns.map(({ from, to, responder, deputy }, i) => {
      const first = responder === undefined ? say.nobody : `<@${responder}>`;
      const who = deputy === undefined ? first : say.withDeputy(first, `<@${deputy}>`);
      if (i > 0) return say.next(time(from, zone, locale), who);
      return turns.length === 1 ? say.stays(who) : say.now(who, time(to, zone, locale));
    });
  if (turns.every(({ responder }) => responder === undefined))
    return { text: say.none, blocks: [section(marked(say.none))] };
  return { text: lines(teamTime).join('\n'), blocks: lines(momentText).map((line) => section(marked(line))) };
});
