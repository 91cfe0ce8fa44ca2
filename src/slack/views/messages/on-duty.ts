import { formatDay } from '../../../deadline/format-time.js';
import type { Locale } from '../../../locales/locale-of.js';
import { coverBlock } from '../block-ids.js';
import { surface } from '../declare-surface.js';
import type { CoverAskedFacts, CoverFacts, DutyGroupFacts, OnDutyFacts, OnDutyLineFacts } from '../duty-facts.js';
import { button, buttons, header, marked, nameOf, plain, section } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { momentText, teamTime } from '../parts/labels.js';
import { sharedActions } from '../shared-actions.js';

/** Who is on duty now, and who follows. The facts' first turn is the one of now. */
const onDutyNote = surface('ephemeral', 'responder', 'A', ({ turns, maySwap, zone }: OnDutyFacts, locale) => {
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
  return {
    text: lines(teamTime).join('\n'),
    blocks: [
      ...lines(momentText).map((line) => section(marked(line))),
      ...(maySwap ? [buttons(button(sharedActions.askForSwap, say.swap.button))] : []),
    ],
  };
});

/** The channel hears that somebody else is on duty: by name, so that nobody's phone rings at midnight. */
const onDutyLine = surface('message', 'responder', 'A', (person: OnDutyLineFacts, { onDuty: say }) => {
  const line = say.line(nameOf(person));
  return { text: escapeMrkdwn(line), blocks: [section(plain(line))] };
});

/** Slack refused to put whoever is on duty into their user group: what to do, for the leads. */
const dutyGroupNote = surface('message', 'responder', 'A', ({ group, code, ...person }: DutyGroupFacts, locale) => {
  const { onDuty: say, terms } = locale;
  const why = code === 'permission_denied' || code === 'missing_scope' ? say.group.why[code] : say.group.why.other;
  const told = terms.followed(say.group.refused(nameOf(person), group, code), why);
  return { text: escapeMrkdwn(told), blocks: [section(plain(told))] };
});

/** A colleague asks somebody to take their duty. */
const coverAsked = surface('message', 'responder', 'A', ({ user, from, to }: CoverAskedFacts, locale) => {
  const { onDuty: say, language } = locale;
  const asked = say.asked(`<@${user}>`, formatDay(from, language), formatDay(to, language));
  return {
    text: locale.terms.together([say.askedHeading, asked]),
    blocks: [
      header(say.askedHeading),
      section(marked(asked)),
      {
        ...buttons(
          button(sharedActions.acceptCover, say.accept, { style: 'primary' }),
          button(sharedActions.declineCover, locale.away.standIn.notMe),
        ),
        block_id: coverBlock(user, from, to),
      },
    ],
  };
});

/** How a colleague answered, for the one who asked. */
const coverAnswered = surface('message', 'responder', 'A', (facts: CoverFacts, locale) => {
  const text = coverLine(facts, locale);
  return { text, blocks: [section(marked(text))] };
});

/** The same for whoever asks or answers. */
const coverNote = surface('ephemeral', 'responder', 'A', (facts: CoverFacts, locale) => {
  const text = coverLine(facts, locale);
  return { text, blocks: [section(marked(text))] };
});

function coverLine({ said, user, from, to }: CoverFacts, { onDuty: say, language }: Locale): string {
  return say.cover[said](`<@${user}>`, formatDay(from, language), formatDay(to, language));
}

export const dutyMessages = { onDutyNote, onDutyLine, dutyGroupNote, coverAsked, coverAnswered, coverNote };
