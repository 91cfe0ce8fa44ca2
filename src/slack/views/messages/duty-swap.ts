import type { Turn } from '../../../deadline/swap.js';
import type { Locale } from '../../../locales/locale-of.js';
import { swapBlock } from '../block-ids.js';
import { surface } from '../declare-surface.js';
import type { SwapAnsweredFacts, SwapAskedFacts, SwapLineFacts, SwapNoteFacts, SwapSentFacts } from '../duty-facts.js';
import { button, buttons, header, marked, modal, nameOf, plain, section } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { momentText } from '../parts/labels.js';
import { teamTurn } from '../parts/turn-text.js';
import { sharedActions } from '../shared-actions.js';

type Facts = SwapSentFacts | SwapAnsweredFacts | SwapNoteFacts;

/** A colleague asks somebody to swap two turns. */
const swapAsked = surface('message', 'responder', 'A', ({ zone, ...swap }: SwapAskedFacts, locale) => {
  const { onDuty, terms } = locale;
  const { mine, theirs } = swap;
  const say = onDuty.swap;
  const who = `<@${mine.user}>`;
  const lines = [
    say.asked(who),
    say.takes(turnText(mine, zone, locale)),
    say.gives(turnText(theirs, zone, locale), who),
  ];
  return {
    text: terms.together([say.askedHeading, say.asked(who)]),
    blocks: [
      header(say.askedHeading),
      section(marked(lines.join('\n'))),
      {
        ...buttons(
          button(sharedActions.acceptCover, onDuty.accept, { style: 'primary' }),
          button(sharedActions.declineCover, say.decline),
        ),
        block_id: swapBlock(swap),
      },
    ],
  };
});

/** Whoever asks reads that their colleague is asked. */
const swapSent = surface('modal', 'responder', 'A', (facts: SwapSentFacts, locale) =>
  modal({
    title: locale.onDuty.swap.title,
    close: locale.terms.close,
    blocks: [section(marked(lineTo(facts, facts.theirs.user, locale)))],
  }),
);

/** How a colleague answered, for the one who asked. */
const swapAnswered = surface('message', 'responder', 'A', (facts: SwapAnsweredFacts, locale) => {
  const { mine, theirs, said } = facts;
  const first = lineTo(facts, theirs.user, locale);
  return said === 'declined' ? posted([first]) : posted([first, ...afterwards(theirs, mine, facts.zone, locale)]);
});

/** The same for whoever answers. */
const swapNote = surface('ephemeral', 'responder', 'A', (facts: SwapNoteFacts, locale) => {
  const { mine, theirs, said } = facts;
  const first = lineTo(facts, mine.user, locale);
  return said === 'refused' ? posted([first]) : posted([first, ...afterwards(mine, theirs, facts.zone, locale)]);
});

/** The channel hears of both turns at once: by name, so that nobody's phone rings. */
const swapLine = surface('message', 'responder', 'A', (facts: SwapLineFacts, locale) => {
  const { mine, theirs, zone } = facts;
  const [asker, colleague] = [nameOf(facts.asker), nameOf(facts.colleague)];
  const [ofAsker, ofColleague] = [teamTurn(theirs, zone, locale), teamTurn(mine, zone, locale)];
  const line = locale.onDuty.swap.line({ asker, colleague, ofAsker, ofColleague, zone });
  return { text: escapeMrkdwn(line), blocks: [section(plain(line))] };
});

export const swapMessages = { swapAsked, swapSent, swapAnswered, swapNote, swapLine };

function lineTo({ said }: Facts, user: string, { onDuty }: Locale): string {
  return onDuty.swap.told[said](`<@${user}>`);
}

/** Who is on duty when, once it is swapped: the reader takes one turn, and the colleague has the reader's. */
function afterwards(taken: Turn, given: Turn, zone: string, locale: Locale): readonly string[] {
  const { swap: say } = locale.onDuty;
  return [say.yours(turnText(taken, zone, locale)), say.others(turnText(given, zone, locale), `<@${taken.user}>`)];
}

function posted(lines: readonly string[]) {
  return { text: lines[0] ?? '', blocks: [section(marked(lines.join('\n')))] };
}

/** From when to when a turn is, in the reader's own zone: marked-up text. */
function turnText({ from, to }: Turn, zone: string, locale: Locale): string {
  return locale.onDuty.swap.turn(momentText(from, zone, locale), momentText(to, zone, locale));
}
