import type { InputBlock, KnownBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale.js';
import { type AdvisoryText, advisoryLimits } from '../../../report/advisory-text.js';
import { blockersOf } from '../../../report/disclosure-blockers.js';
import { oneLine, plainText } from '../../../report/plain-text.js';
import type { RefusalCode } from '../../../report/refusal.js';
import type { CheckListFacts } from '../disclosure-facts.js';
import type { RefusalFacts } from '../facts.js';
import { callbacks, inputs, writeModalMetadata } from '../ids.js';
import { input, modal, plain, section } from '../kit/blocks.js';
import { readInputs } from '../kit/input-values.js';
import { cut } from '../kit/truncate.js';
import { surface } from '../surface.js';
import { checkList } from './check-list.js';

/** The check list, and below it the words for the public, once nothing but people and the embargo is in their way. */
export const prepareForm = surface('modal', 'responder', 'D', (facts: CheckListFacts, locale) => {
  const { report, now } = facts;
  const { remedy, terms } = locale;
  const { prepare: say, title } = remedy;
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
    section(plain(remedy.check.secondPerson)),
    ...textInputs(facts, locale),
  ];
  return modal(
    { title: heading, close: terms.cancel, blocks },
    { callback: callbacks.prepareForm, submit: remedy.submit.prepare, carries: writeModalMetadata({ id }) },
  );
});

/** Filled from the draft alone: what the reporter wrote never becomes public by being there already. */
function textInputs({ report: { draft, status } }: CheckListFacts, { remedy: { prepare: say } }: Locale): InputBlock[] {
  const { en, zh } = draft ?? {};
  return [
    ...(status === 'disclosed' ? [text('change', 'change', say.change, say.changeHint, false)] : []),
    text('enTitle', 'title', say.enTitle, say.publicHint, false, en?.title),
    text('enSummary', 'summary', say.enSummary, say.publicHint, false, en?.summary),
    text('enWorkaround', 'workaround', say.enWorkaround, say.publicHint, true, en?.workaround),
    text('zhTitle', 'title', say.zhTitle, say.zhHint, true, zh?.title),
    text('zhSummary', 'summary', say.zhSummary, say.zhHint, true, zh?.summary),
    text('zhWorkaround', 'workaround', say.zhWorkaround, say.zhHint, true, zh?.workaround),
  ];
}

function text(
  name: keyof typeof inputs,
  part: keyof typeof advisoryLimits,
  label: string,
  hint: string,
  optional: boolean,
  draft?: string,
): InputBlock {
  return input(
    { id: inputs[name], label, hint, optional },
    {
      type: 'plain_text_input',
      action_id: inputs[name],
      multiline: part === 'summary' || part === 'workaround',
      max_length: advisoryLimits[part],
      ...(draft === undefined ? {} : { initial_value: cut(draft, advisoryLimits[part]) }),
    },
  );
}

export type ReadAdvisory = Readonly<{ text: AdvisoryText; change: string }>;

/** Reads the form: the words for the public, or what is missing at which input. */
export function readAdvisory(
  values: unknown,
  { remedy: { prepare: say } }: Locale,
): ReadAdvisory | Readonly<{ byBlock: Readonly<Record<string, string>> }> {
  const read = readInputs(values);
  const line = (block: string) => oneLine(read.text(block));
  const long = (block: string) => plainText(read.text(block)).trim();
  const en = wordsOf(line(inputs.enTitle), long(inputs.enSummary), long(inputs.enWorkaround));
  const zh = wordsOf(line(inputs.zhTitle), long(inputs.zhSummary), long(inputs.zhWorkaround));
  const byBlock: Record<string, string> = {};
  if (en.title === '') byBlock[inputs.enTitle] = say.missing;
  if (en.summary === '') byBlock[inputs.enSummary] = say.missing;
  const chinese = zh.title !== '' || zh.summary !== '' || zh.workaround !== undefined;
  if (chinese && zh.title === '') byBlock[inputs.zhTitle] = say.zhIncomplete;
  if (chinese && zh.summary === '') byBlock[inputs.zhSummary] = say.zhIncomplete;
  if (Object.keys(byBlock).length > 0) return { byBlock };
  return { text: chinese ? { en, zh } : { en }, change: line(inputs.change) };
}

const wordsOf = (title: string, summary: string, workaround: string) =>
  workaround === '' ? { title, summary } : { title, summary, workaround };

const blockOfPart: Readonly<Record<string, string>> = {
  'en.title': inputs.enTitle,
  'en.summary': inputs.enSummary,
  'en.workaround': inputs.enWorkaround,
  'zh.title': inputs.zhTitle,
  'zh.summary': inputs.zhSummary,
  'zh.workaround': inputs.zhWorkaround,
  change: inputs.change,
};

/** The input at which a refusal of the words belongs, if it belongs to one. */
export function advisoryBlock(refusal: RefusalFacts, { text: { en, zh }, change }: ReadAdvisory): string | undefined {
  const code: RefusalCode = refusal.code;
  if (code === 'change_missing') return inputs.change;
  if (!('part' in refusal.reasons)) return undefined;
  const { part } = refusal.reasons;
  if (!('limit' in refusal.reasons)) return blockOfPart[part];
  const { limit } = refusal.reasons;
  const parts: readonly (readonly [string, string | undefined])[] = [
    [`en.${part}`, en[part as keyof typeof en]],
    [`zh.${part}`, zh?.[part as keyof typeof en]],
    ['change', change],
  ];
  return blockOfPart[parts.find(([, locale]) => (locale?.length ?? 0) > limit)?.[0] ?? ''];
}
