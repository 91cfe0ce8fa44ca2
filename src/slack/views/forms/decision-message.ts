import type { InputBlock, KnownBlock } from '@slack/types';
import { localeOf } from '../../../locales/catalogue.js';
import type { Locale } from '../../../locales/locale.js';
import { messageLimit } from '../../../report/decide-messages.js';
import { plainText } from '../../../report/plain-text.js';
import type { Report } from '../../../report/report.js';
import { inputs } from '../ids.js';
import { input, nameOf, plain, section } from '../kit/blocks.js';
import { readInputs } from '../kit/input-values.js';
import { cut } from '../kit/truncate.js';
import { reporterName } from '../parts/labels.js';
import type { DecisionFacts, Draft } from '../triage-facts.js';

/** Whose names stand in a letter. */
export function draftFacts({ report, responder, project }: DecisionFacts) {
  return {
    reporter: reporterName(report),
    id: report.id,
    project: cut(project, 100),
    responder: nameOf(responder),
  };
}

/** The sentences in the language that the reporter asked to be written to in. */
export function theirWords({ report }: DecisionFacts): Locale {
  return localeOf(report.form.language);
}

/** How the message gets to the reporter, and in which language it is awaited. */
export function wayBlocks({ report, byHand }: DecisionFacts, locale: Locale): KnownBlock[] {
  const { triage: say, acknowledge, terms } = locale;
  const name = reporterName(report);
  return [
    section(plain(byHand ? say.goesByHand(name, report.form.contact) : say.goesTo(name))),
    section(plain(acknowledge.wishes(terms.languages[report.form.language]))),
  ];
}

/** Whether the reporter has had a person's word: then a decision needs no message of its own. */
export function isTold({ acknowledge }: Report): boolean {
  return acknowledge.metAt !== undefined;
}

export function messageInput(draft: Draft, optional: boolean, hint: string, { triage: say }: Locale): InputBlock {
  const id = inputs[draft.block];
  return input(
    { id, label: say.messageLabel, hint, optional },
    {
      type: 'plain_text_input',
      action_id: id,
      multiline: true,
      max_length: messageLimit,
      ...(draft.text === '' ? {} : { initial_value: cut(draft.text, messageLimit) }),
    },
  );
}

/** The message as it stands in the form; `undefined` where the form has none. */
export function readDraft(values: unknown): Draft | undefined {
  const read = readInputs(values);
  const block = (['message', 'messageAnew'] as const).find((one) => read.has(inputs[one]));
  return block === undefined ? undefined : { block, text: plainText(read.text(inputs[block])).trim() };
}

/** The next draft, unless somebody has changed what stood there. `drafts`: all that the bot may have put there. */
export function redrafted(before: Draft | undefined, drafts: readonly string[], next: string): Draft {
  if (before === undefined) return { block: 'message', text: next };
  if (before.text === next.trim() || !isUnchanged(before, drafts)) return before;
  return { block: before.block === 'message' ? 'messageAnew' : 'message', text: next };
}

export function isUnchanged({ text }: Draft, drafts: readonly string[]): boolean {
  return drafts.some((one) => plainText(one).trim() === text);
}
