import { createHash } from 'node:crypto';
import type { InputBlock, KnownBlock } from '@slack/types';
import { type Locale, localeOf } from '../../../locales/locale.js';
import { messageLimit } from '../../../report/decide-messages.js';
import { defined } from '../../../report/defined.js';
import { plainText } from '../../../report/plain-text.js';
import type { Report } from '../../../report/report.js';
import { inputs } from '../ids.js';
import { nameOf, plain, section, textInput } from '../kit/blocks.js';
import { readInputs } from '../kit/input-values.js';
import { cut } from '../kit/truncate.js';
import { reporterName } from '../parts/labels.js';
import type { DecisionFacts, Draft } from '../triage-facts.js';

/** Whose names stand in a message. */
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
  return textInput({
    id,
    label: say.messageLabel,
    hint,
    optional,
    limit: messageLimit,
    multiline: true,
    value: draft.text,
  });
}

/** The message as it stands in the form; `undefined` where the form has none. */
export function readDraft(values: unknown): Pick<Draft, 'block' | 'text'> | undefined {
  const read = readInputs(values);
  const block = (['message', 'messageAnew'] as const).find((one) => read.has(inputs[one]));
  return block === undefined ? undefined : { block, text: plainText(read.text(inputs[block])).trim() };
}

/** The next draft, unless somebody has changed what stood there. `drafted`: the mark of the draft that stands in the form. */
export function redrafted(
  before: Pick<Draft, 'block' | 'text'> | undefined,
  drafted: string | undefined,
  next: string,
): Draft {
  const fresh = { text: next, drafted: markOf(next) };
  if (before === undefined) return { block: 'message', ...fresh };
  if (markOf(before.text) === fresh.drafted) return { ...before, drafted: fresh.drafted };
  if (!isUnchanged(before, drafted)) return { ...before, ...defined({ drafted }) };
  return { block: before.block === 'message' ? 'messageAnew' : 'message', ...fresh };
}

/** Whether a message is the draft that the form was drawn with. */
export function isUnchanged({ text }: Pick<Draft, 'text'>, drafted: string | undefined): boolean {
  return markOf(text) === drafted;
}

/** What a form carries of its draft, so that it can be told later whether somebody has changed it: no text, only its mark. */
export function draftedIn({ drafted }: Draft): Readonly<{ drafted?: string }> {
  return defined({ drafted });
}

/** A mark that the same text has again when it comes back from the form. */
function markOf(text: string): string {
  const asReadBack = plainText(cut(text, messageLimit)).trim();
  return createHash('sha256').update(asReadBack).digest('hex').slice(0, 16);
}
