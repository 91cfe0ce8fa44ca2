import type { InputBlock, KnownBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { type AdvisoryText, type AdvisoryWords, advisoryLimits } from '../../../report/advisory-text.js';
import { blockersOf } from '../../../report/disclosure-blockers.js';
import { Language } from '../../../report/form.js';
import { oneLine, plainText } from '../../../report/plain-text.js';
import type { RefusalCode } from '../../../report/refusal.js';
import { form } from '../declare-surface.js';
import type { CheckListFacts } from '../disclosure-facts.js';
import type { RefusalFacts } from '../facts.js';
import { modal, plain, section, textInput } from '../kit/blocks.js';
import { readInputs } from '../kit/input-values.js';
import { writeModalMetadata } from '../modal-metadata.js';
import { sharedInputs } from '../shared-inputs.js';
import { checkList } from './check-list.js';

/** What is written for the public, in each language. */
export const advisoryInputs = {
  enTitle: 'en_title',
  enSummary: 'en_summary',
  enWorkaround: 'en_workaround',
  zhTitle: 'zh_title',
  zhSummary: 'zh_summary',
  zhWorkaround: 'zh_workaround',
} as const;

/** The check list, and below it the words for the public, once nothing but people and the embargo is in their way. */
export const prepareForm = form('prepare_form', 'responder', 'D', (facts: CheckListFacts, locale) => {
  const { report, now } = facts;
  const { disclosure, terms } = locale;
  const { prepare: say, title } = disclosure;
  const { id } = report;
  const correcting = report.status === 'disclosed';
  const heading = correcting ? title.correct : title.prepare;
  if (blockersOf(report, now).some(({ code }) => code !== 'embargo_running'))
    return modal({
      title: heading,
      close: terms.close,
      blocks: [...checkList(facts, locale), section(plain(say.notYet))],
    });
  const blocks: KnownBlock[] = [
    ...checkList(facts, locale),
    section(plain(say.intro(id))),
    section(plain(disclosure.check.secondPerson)),
    ...textInputs(facts, locale),
  ];
  return modal(
    { title: heading, close: terms.cancel, blocks },
    { submit: disclosure.submit.prepare, carries: writeModalMetadata({ id }) },
  );
});

/** The inputs of what is written for the public, in each language. */
const written: Readonly<Record<Language, Readonly<Record<Part, string>>>> = {
  en: { title: advisoryInputs.enTitle, summary: advisoryInputs.enSummary, workaround: advisoryInputs.enWorkaround },
  zh: { title: advisoryInputs.zhTitle, summary: advisoryInputs.zhSummary, workaround: advisoryInputs.zhWorkaround },
};
type Part = keyof AdvisoryWords;
const parts = ['title', 'summary', 'workaround'] as const satisfies readonly Part[];

/** Filled from the draft alone: what the reporter wrote never becomes public by being there already. */
function textInputs({ report: { draft, status } }: CheckListFacts, locale: Locale): InputBlock[] {
  const { prepare: say } = locale.disclosure;
  return [
    ...(status === 'disclosed' ? [text('change', sharedInputs.change, say.change, say.changeHint, false)] : []),
    ...Language.options.flatMap((language) => {
      return parts.map((part) => {
        const hint = language === 'en' || part === 'workaround' ? say.publicHint : say.translationHint;
        const label = say[part](say.languages[language]);
        const optional = language !== 'en' || part === 'workaround';
        return text(part, written[language][part], label, hint, optional, draft?.[language]?.[part]);
      });
    }),
  ];
}

function text(
  part: keyof typeof advisoryLimits,
  id: string,
  label: string,
  hint: string,
  optional: boolean,
  draft?: string,
): InputBlock {
  return textInput({
    id,
    label,
    hint,
    optional,
    limit: advisoryLimits[part],
    multiline: part === 'summary' || part === 'workaround',
    value: draft,
  });
}

export type ReadAdvisory = Readonly<{ text: AdvisoryText; change: string }>;

/** Reads the form: the words for the public, or what is missing at which input. */
export function readAdvisory(
  values: unknown,
  { disclosure: { prepare: say } }: Locale,
): ReadAdvisory | Readonly<{ byBlock: Readonly<Record<string, string>> }> {
  const read = readInputs(values);
  const typed = (language: Language): AdvisoryWords => {
    const block = written[language];
    const [title, summary] = [oneLine(read.text(block.title)), plainText(read.text(block.summary)).trim()];
    const workaround = plainText(read.text(block.workaround)).trim();
    return workaround === '' ? { title, summary } : { title, summary, workaround };
  };
  const inLanguages = Language.options
    .map((language) => ({ language, words: typed(language) }))
    .filter(({ language, words }) => language === 'en' || Object.values(words).some((text) => text !== ''));
  const missing = inLanguages.flatMap(({ language, words }) => {
    const sentence = language === 'en' ? say.missing : say.incomplete(say.languages[language]);
    return parts.filter((part) => words[part] === '').map((part) => [written[language][part], sentence] as const);
  });
  if (missing.length > 0) return { byBlock: Object.fromEntries(missing) };
  const translations = inLanguages.map(({ language, words }) => [language, words] as const);
  const text = { en: typed('en'), ...Object.fromEntries(translations) };
  return { text, change: oneLine(read.text(sharedInputs.change)) };
}

/** The input at which a refusal of the words belongs, if it belongs to one. */
export function advisoryBlock(refusal: RefusalFacts, { text, change }: ReadAdvisory): string | undefined {
  const code: RefusalCode = refusal.code;
  if (code === 'change_missing') return sharedInputs.change;
  if (!('part' in refusal.reasons)) return undefined;
  const { part } = refusal.reasons;
  const typed = [
    ...Language.options.flatMap((language) =>
      parts.map((one) => ({
        name: `${language}.${one}`,
        part: one,
        words: text[language]?.[one],
        block: written[language][one],
      })),
    ),
    { name: 'change', part: 'change', words: change, block: sharedInputs.change },
  ];
  if (!('limit' in refusal.reasons)) return typed.find(({ name }) => name === part)?.block;
  const { limit } = refusal.reasons;
  return typed.find((one) => one.part === part && (one.words?.length ?? 0) > limit)?.block;
}
