import { localeOf } from '../../../src/locales/locale-of.js';
import type { Answer } from './matrix-bot.js';
import { type Kind, standing } from './matrix-people.js';
import { canariesIn, type StoredReport } from './reports-in-every-state.js';
import type { Right } from './who-may.js';

/**
 * What must come of it. `refused`: the fixed sentence, the same for every id. `no_such`: to the team, that there is no such
 * report, the same for every id. `own`: that a colleague has to handle it.
 */
export type Due = 'let in' | 'refused' | 'no_such' | 'own';

export function dueTo(kind: Kind, right: Right, report: StoredReport | undefined): Due {
  const may = standing(kind);
  const own = report?.reporter === kind;
  switch (right) {
    case 'anyone':
      return 'let in';
    case 'own_reporter':
      return own ? 'let in' : may === 'nobody' ? 'refused' : 'no_such';
    case 'reader':
      return own || may !== 'nobody' ? 'let in' : 'refused';
    case 'responder':
      return may === 'nobody' ? 'refused' : 'let in';
    case 'acting_responder':
      return may === 'nobody' ? 'refused' : own ? 'own' : 'let in';
    case 'lead':
      return may === 'lead' ? 'let in' : 'refused';
    case 'acting_lead':
      return may !== 'lead' ? 'refused' : own ? 'own' : 'let in';
    default:
      return right satisfies never;
  }
}

const both = [localeOf('en'), localeOf('zh')];

/**
 * What is wrong with an answer; `undefined` when it is as it must be. Nothing of a report is in the sentence. `stands`: what the person
 * is by now, where somebody stopped being what their kind says.
 */
export function faultIn(
  answer: Answer,
  due: Due,
  kind: Kind,
  reports: readonly StoredReport[],
  about: string,
  stands = standing(kind),
): string | undefined {
  const written = JSON.stringify(answer.said);
  const texts = textsIn(answer.said);
  const leak = leakIn(answer, written, due, kind, reports);
  if (leak !== undefined) return leak;
  const fixed = both.map(({ refused }) => (stands === 'nobody' ? refused.notForYou : refused.forLeads));
  const refused = texts.some((text) => fixed.includes(text));
  switch (due) {
    case 'let in':
      if (refused) return 'was refused';
      if (both.some(({ trouble }) => texts.some((text) => text.includes(trouble.unsure)))) return 'got into trouble';
      return undefined;
    case 'refused': {
      const beside = [...frame, ...both.flatMap(({ menu }) => [menu.report, menu.help])];
      const other = texts.find((text) => !fixed.includes(text) && !beside.includes(text));
      return refused && other === undefined ? undefined : 'did not get the fixed refusal';
    }
    case 'no_such':
      return only(
        texts,
        both.map(({ refusals }) => refusals.no_such_report({ id: about }, tell)),
      )
        ? undefined
        : 'was not told that there is no such report';
    case 'own':
      return only(
        texts,
        both.map(({ refusals }) => refusals.own_report({ id: about }, tell)),
      )
        ? undefined
        : 'was not told that it is their own';
    default:
      return due satisfies never;
  }
}

const tell = { person: (user: string) => user, time: (at: Date) => at.toISOString() };
const only = (texts: readonly string[], sentences: readonly string[]) =>
  texts.some((text) => sentences.includes(text)) && texts.every((text) => [...sentences, ...frame].includes(text));
/** What stands around a sentence: a modal of its own, and a button that leads on. */
const frame = [
  'Vulndesk',
  ...both.flatMap(({ refused: { title }, terms: { close }, menu: { list, mine }, card: { show } }) => [
    ...[title, close],
    ...[list, mine, show],
  ]),
];

/** Classes B and C by DESIGN 1, 4; and ids, which are class A, for those to whom not even that is due. */
function leakIn(
  { by }: Answer,
  written: string,
  due: Due,
  kind: Kind,
  reports: readonly StoredReport[],
): string | undefined {
  const team = standing(kind) !== 'nobody';
  const inView = by !== 'an answer' && by !== 'chat.postEphemeral';
  for (const { class: content, report } of canariesIn(written)) {
    const own = reports.find(({ key }) => key === report)?.reporter === kind;
    if (due !== 'let in') return `was refused and shown class ${content}`;
    if (!own && !team) return `was shown class ${content} of somebody else's report`;
    if (!inView && (content === 'C' || !team)) return `was shown class ${content} in an ephemeral message`;
  }
  if (team) return undefined;
  const ids = reports.filter(({ id, reporter }) => written.includes(id) && (reporter !== kind || due === 'refused'));
  return ids.length > 0 ? 'was told an id' : undefined;
}

/** Every text of an answer, errors at inputs included. */
function textsIn(said: unknown): readonly string[] {
  const found: string[] = [];
  const walk = (value: unknown, key: string, inErrors: boolean) => {
    if (typeof value === 'string') {
      if (key === 'text' || inErrors) found.push(value);
    } else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) walk(inner, name, inErrors || name === 'errors');
  };
  walk(said, '', false);
  return found;
}

/** For comparing: an answer with its ids blanked, as two people who may be told nothing must get the same. */
export function sameForAnyId(answer: Answer, due: Due, about: string): string {
  const written = JSON.stringify(answer);
  return due === 'no_such' ? written.replaceAll(about, 'ID') : written;
}
