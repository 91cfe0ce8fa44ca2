import { isDeepStrictEqual } from 'node:util';
import type { KnownBlock, RichTextSection } from '@slack/types';
import { type Announcement, announcement } from '../../../advisory/announcement.js';
import { textChanges } from '../../../advisory/text-changes.js';
import type { Locale } from '../../../locales/locale-of.js';
import { Language } from '../../../report/form.js';
import type { DraftedAdvisory } from '../advisory-facts.js';
import { divider, marked, plain, section } from '../kit/blocks.js';
import { cut } from '../kit/truncate.js';
import { visible } from '../kit/visible.js';
import { careMark } from './labels.js';

/** Characters of unchanged text that are shown on each side of a change. */
const around = 40;
/** Characters of the changes to one part, so that all of them fit a view. */
const longest = 1500;

/** What a correction changes in the revision before it, part by part, and what it may have forgotten. Nothing for a first revision. */
export function correctionBlocks(facts: DraftedAdvisory, locale: Locale): KnownBlock[] {
  const { before } = facts;
  if (before === undefined) return [];
  if (facts.advisory.withdrawn !== undefined)
    return [section(plain(`${careMark} ${locale.disclosure.withdraw.reminder}`)), divider];
  const { correction: say } = locale.disclosure;
  const changes = Language.options.flatMap((language) => changesIn(language, facts, locale));
  const [touched, untouched] = writtenIn(facts);
  const named = (languages: readonly Language[]) =>
    locale.terms.listed(languages.map((language) => locale.disclosure.prepare.languages[language]));
  return [
    section(marked(`*${say.heading}*`)),
    ...(changes.length === 0 ? [section(plain(say.nothing))] : changes),
    ...(touched.length > 0 && untouched.length > 0
      ? [section(plain(`${careMark} ${say.untouched(named(untouched), named(touched))}`))]
      : []),
    divider,
  ];
}

/** The languages in which the text was changed, and those in which it stayed as it was. */
function writtenIn({ before, advisory }: DraftedAdvisory): [touched: Language[], untouched: Language[]] {
  const written = Language.options.filter((language) => advisory.text[language] !== undefined);
  const stayed = (language: Language) => isDeepStrictEqual(advisory.text[language], before?.text[language]);
  return [written.filter((language) => !stayed(language)), written.filter(stayed)];
}

type Part = Exclude<keyof Announcement, 'heading' | 'change'>;
/** What is written in each language, and what is the same in all of them. */
const written = ['title', 'summary', 'workaround'] as const satisfies readonly Part[];
const facts = ['severity', 'cve', 'affected', 'thanks', 'links'] as const satisfies readonly Part[];

function changesIn(language: Language, { advisory, before, publisher, first }: DraftedAdvisory, locale: Locale) {
  if (before === undefined || (advisory.text[language] ?? before.text[language]) === undefined) return [];
  // In a language that a revision isn't written in, its announcement is English.
  const textOf = (revision: typeof advisory, part: Part) => {
    const isThere = revision.text[language] !== undefined || (facts as readonly Part[]).includes(part);
    const told = isThere ? announcement(revision, publisher, language)[part] : undefined;
    return typeof told === 'string' ? told : (told ?? []).join('\n');
  };
  const parts = language === first ? [...written, ...facts] : written;
  return parts.flatMap((part) => {
    const [old, now] = [textOf(before, part), textOf(advisory, part)];
    return old === now ? [] : [section(marked(`*${labelOf(part, language, locale)}*`)), changeBlock(old, now)];
  });
}

function labelOf(part: Part, language: Language, { disclosure: { prepare }, advisory: { heading, label } }: Locale) {
  const name = prepare.languages[language];
  switch (part) {
    case 'title':
    case 'summary':
    case 'workaround':
      return prepare[part](name);
    case 'cve':
      return label.cve;
    case 'severity':
    case 'affected':
      return heading[part];
    case 'thanks':
      return heading.credits;
    case 'links':
      return heading.references;
    default:
      return part satisfies never;
  }
}

/** Old text struck out, new text bold, and an arrow between them for whoever sees neither. */
function changeBlock(before: string, after: string): KnownBlock {
  const elements: RichTextSection['elements'] = [];
  let room = longest;
  const add = (text: string, style?: 'bold' | 'strike') => {
    const part = cut(text, room);
    room -= part.length;
    if (part !== '') elements.push({ type: 'text', text: part, ...(style && { style: { [style]: true } }) });
  };
  const runs = textChanges(visible(before), visible(after));
  for (const [i, { kind, text }] of runs.entries()) {
    if (room <= 0) break;
    if (kind === 'same') add(shortened(text, i > 0, i < runs.length - 1));
    else if (kind === 'removed') add(text, 'strike');
    else {
      if (runs[i - 1]?.kind === 'removed') add(' → ');
      add(text, 'bold');
    }
  }
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

/** Unchanged text as far as it shows where a change is. */
function shortened(text: string, after: boolean, before: boolean): string {
  const signs = [...text];
  const most = (after ? around : 0) + (before ? around : 0);
  if (signs.length <= most + 10) return text;
  return `${after ? signs.slice(0, around).join('') : ''}…${before ? signs.slice(-around).join('') : ''}`;
}
