import type { ActionsBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { refusalSentence } from '../../../locales/refusal-sentence.js';
import { ReportId } from '../../../report/report-id.js';
import { surface } from '../declare-surface.js';
import type { RefusalFacts, RefusedFacts } from '../facts.js';
import { button, buttons, marked, modal, plain, section } from '../kit/blocks.js';
import { cutEscaped } from '../kit/truncate.js';
import { momentText, teamTime } from '../parts/labels.js';
import { sharedActions } from '../shared-actions.js';

/** Things of a kind that one sentence names. */
const mostNamed = 20;

const refusalNote = surface('ephemeral', 'anyone', 'A', (facts: RefusedFacts, locale) => {
  const sentence = sentenceOf(facts, locale, momentText);
  if (sentence === locale.refused.notForYou) return forTheTeam(locale);
  return {
    text: sentenceOf(facts, locale, teamTime),
    blocks: [section(marked(sentence)), ...wayOn(facts, locale)],
  };
});

const refusalModal = surface('modal', 'anyone', 'A', (facts: RefusedFacts, locale) => {
  const blocks = [section(marked(sentenceOf(facts, locale, momentText))), ...wayOn(facts, locale)];
  return modal({ title: locale.refused.title, close: locale.terms.close, blocks });
});

/** The same for everything: an id that exists and one that does not, a button, a verb. On the team, only leads may do more. */
const notForYou = surface('ephemeral', 'anyone', 'A', ({ team }: Readonly<{ team: boolean }>, locale) => {
  if (!team) return forTheTeam(locale);
  const { refused, menu } = locale;
  return {
    text: refused.forLeads,
    blocks: [section(plain(refused.forLeads)), buttons(button(sharedActions.help, menu.help))],
  };
});

function forTheTeam({ refused, menu }: Locale) {
  return {
    text: refused.notForYou,
    blocks: [section(plain(refused.notForYou)), buttons(button(sharedActions.openForm, menu.report))],
  };
}

/** To the report that is named; to the list, where there is no such report. Reporters find theirs under *My reports*. */
function wayOn({ refusal: { code, reasons }, team }: RefusedFacts, locale: Locale): ActionsBlock[] {
  const id = 'id' in reasons ? ReportId.safeParse(reasons.id).data : undefined;
  const unknown = code === 'no_such_report';
  if (id === undefined && !unknown) return [];
  if (!team) return [buttons(button(sharedActions.mine, locale.menu.mine))];
  return [
    buttons(
      id === undefined || unknown
        ? button(sharedActions.list, locale.menu.list)
        : button(sharedActions.show, locale.card.show, { id }),
    ),
  ];
}

function sentenceOf({ refusal, team, zone }: RefusedFacts, locale: Locale, write: typeof momentText): string {
  const tell = {
    person: (user: string) => `<@${user}>`,
    time: (at: Date) => write(at, zone, locale),
  };
  return refusalSentence(escaped(refusal), team, tell, locale);
}

/** Ids and names may be as somebody typed them. */
function escaped({ code, reasons }: RefusalFacts): RefusalFacts {
  const told = Object.entries(reasons).map(([name, value]: [string, unknown]) => [name, escapedIn(value)]);
  return { code, reasons: Object.fromEntries(told) as RefusalFacts['reasons'] };
}

function escapedIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, mostNamed).map(escapedIn);
  return typeof value === 'string' ? cutEscaped(value, 60) : value;
}

export const refusals = { notForYou, refusalModal, refusalNote };
