import { filterNames } from '../../../handling/report-filters.js';
import type { Locale } from '../../../locales/en.js';
import { listBlock } from '../block-ids.js';
import { nearestVerb, type VerbName, verbNames, verbs, weekendsUsage } from '../commands.js';
import { surface } from '../declare-surface.js';
import type { HelpFacts, UnknownListWordFacts, UnknownVerbFacts, UsageFacts } from '../facts.js';
import { button, buttons, context, marked, plain, section } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { cut } from '../kit/truncate.js';
import { sharedActions } from '../shared-actions.js';

/** Graphemes of a mistyped verb that are shown again: enough to know it, too little to be a report. */
const echoed = 20;

const help = surface('ephemeral', 'anyone', 'A', ({ team, verb }: HelpFacts, locale) => {
  const { help: say } = locale;
  const mine = verbsFor(team);
  const listed = verb !== undefined && mine.includes(verb) ? [verb] : mine;
  return {
    text: [say.heading, ...listed.map((name) => locale.terms.labelled(verbs[name].usage, say.verb[name]))].join('\n'),
    blocks: [
      section(marked(`*${say.heading}*`)),
      section(marked(listed.map((name) => `\`${verbs[name].usage}\`  ${say.verb[name]}`).join('\n'))),
      ...(verb === 'list' && team ? [section(marked(filterLines(locale).join('\n')))] : []),
      ...(team ? [context(plain(say.ids))] : []),
    ],
  };
});

const unknownVerb = surface(
  'ephemeral',
  'anyone',
  'A',
  ({ team, typed }: UnknownVerbFacts, { help: say, menu, terms }) => {
    const near = nearestVerb(typed, verbsFor(team));
    const sentence = terms.followed(
      say.unknown(cut(typed, echoed)),
      near === undefined ? say.seeHelp : say.didYouMean(`/vuln ${near}`),
    );
    const meant =
      near === 'list' || near === 'mine' ? [button(sharedActions[near], menu[near], { style: 'primary' })] : [];
    const ways = buttons(...meant, button(sharedActions.help, menu.help), button(sharedActions.openForm, menu.report));
    return { text: escapeMrkdwn(sentence), blocks: [section(plain(sentence)), ways] };
  },
);

const usageNote = surface('ephemeral', 'anyone', 'A', ({ verb, problem }: UsageFacts, { usage: say, terms }) => {
  const wrong = {
    id_missing: say.idMissing,
    id_unreadable: say.idUnreadable,
    person_missing: say.personMissing,
    person_unreadable: say.personUnreadable,
    person_not_a_responder: say.personNotAResponder,
    text_missing: say.textMissing,
    days_missing: say.daysMissing,
    days_unreadable: say.daysUnreadable,
    weekdays_unreadable: say.weekdaysUnreadable,
    own_substitute: say.ownSubstitute,
    break_day_unreadable: say.breakDayUnreadable,
    break_day_too_far: say.breakDayTooFar,
    break_day_off: say.breakDayOff,
  }[problem];
  const usage = problem === 'weekdays_unreadable' ? weekendsUsage : verbs[verb].usage;
  const sentence = terms.followed(wrong, say.typeIt(usage));
  return { text: sentence, blocks: [section(plain(sentence))] };
});

/** A word of a list that we don't know, with the one that was probably meant. */
const unknownListWord = surface(
  'ephemeral',
  'responder',
  'A',
  ({ typed, near }: UnknownListWordFacts, { help: say, list, menu, terms }) => {
    const word = cut(typed, echoed);
    const sentence = terms.followed(say.unknownWord(word), say.didYouMean(`/vuln list ${near}`), list.quoteIt);
    const filter = filterNames.find((name) => name === near);
    const ways =
      filter === undefined
        ? buttons(button(sharedActions.help, menu.help))
        : {
            ...buttons(
              button(sharedActions.list, menu.list, { style: 'primary' }),
              button(sharedActions.help, menu.help),
            ),
            block_id: listBlock(filter),
          };
    return { text: escapeMrkdwn(sentence), blocks: [section(plain(sentence)), ways] };
  },
);

function filterLines({ list }: Locale): string[] {
  return filterNames.map((name) => `\`${name}\`  ${list.filterHelp[name]}`);
}

function verbsFor(team: boolean): readonly VerbName[] {
  return verbNames.filter((name) => team || verbs[name].who === 'anyone');
}

export const helpNotes = { help, unknownVerb, unknownListWord, usageNote };
