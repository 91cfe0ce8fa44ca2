import { createHash } from 'node:crypto';
import type { InputBlock, KnownBlock } from '@slack/types';
import { type Locale, localeOf } from '../../../locales/locale-of.js';
import { messageLimit } from '../../../report/decide-messages.js';
import { defined } from '../../../report/defined.js';
import { plainText } from '../../../report/plain-text.js';
import type { Report } from '../../../report/report.js';
import { nameOf, plain, section, textInput } from '../kit/blocks.js';
import { radioInput } from '../kit/choices.js';
import { type InputValues, readInputs } from '../kit/input-values.js';
import { cut } from '../kit/truncate.js';
import { reporterName } from '../parts/labels.js';
import { sharedInputs } from '../shared-inputs.js';
import type { DecisionFacts, Draft, TypedDraft } from '../triage-facts.js';

/** Whose names stand in a message. */
export function draftFacts({ report, responder, project, byHand }: DecisionFacts) {
  return {
    reporter: reporterName(report),
    id: report.id,
    project: cut(project, 100),
    responder: nameOf(responder),
    byHand,
  };
}

/** The sentences in the language that the reporter asked to be written to in. */
export function theirWords({ report }: DecisionFacts): Locale {
  return localeOf(report.form.language);
}

/** How the message gets to the reporter, and in which language it is awaited. */
export function wayBlocks({ report, byHand }: DecisionFacts, locale: Locale): KnownBlock[] {
  const { decisionMessage: say, acknowledge, terms } = locale;
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

/** A message that has to be sent. */
export function messageInput(draft: Draft, hint: string, locale: Locale): InputBlock {
  return textOf(draft, hint, false, locale);
}

/** A message that may be left out, which is a choice of its own: the draft is sent unless somebody says no. */
export function messageOrNone(draft: Draft, hint: string, byHand: boolean, locale: Locale): InputBlock[] {
  const { tell: say } = locale.decisionMessage;
  const texts = { send: byHand ? say.sent : say.send, none: say.none };
  const choices = (['send', 'none'] as const).map((value) => [value, texts[value]] as const);
  const chosen = draft.text === '' || draft.nothing === true ? 'none' : 'send';
  return [
    radioInput({ id: sharedInputs[tellBeside[draft.block]], label: say.label }, choices, chosen),
    textOf(draft, hint, true, locale),
  ];
}

/** The choice goes with its message: what Slack has shown under an id stays chosen. */
const tellBeside = { message: 'tell', messageAnew: 'tellAnew' } as const;

function textOf(draft: Draft, hint: string, optional: boolean, { decisionMessage: say }: Locale): InputBlock {
  const id = sharedInputs[draft.block];
  return textInput({
    id,
    label: say.label,
    hint,
    optional,
    limit: messageLimit,
    multiline: true,
    value: draft.text,
  });
}

/** Whether somebody chose to send nothing; `undefined` where the form doesn't ask. */
function sendsNothing(read: InputValues): boolean | undefined {
  const block = Object.values(tellBeside).find((one) => read.has(sharedInputs[one]));
  return block === undefined ? undefined : read.choice(sharedInputs[block]) === 'none';
}

/**
 * The message that is to be sent: empty for none; or what is wrong at which input. `needed`: why there has to be one. `drafted`:
 * the mark of the draft that stands in the form, for what somebody wrote themselves is not left out by an oversight.
 */
export function readTold(
  values: unknown,
  { needed, drafted }: Readonly<{ needed?: string; drafted?: string | undefined }>,
  { decisionMessage: { tell: say } }: Locale,
): Readonly<{ draft: TypedDraft } | { byBlock: Record<string, string> }> {
  const draft = readDraft(values) ?? { block: 'message', text: '' };
  const { block, text, nothing } = draft;
  if (needed === undefined && nothing === true) {
    if (text === '' || isUnchanged(draft, drafted)) return { draft: { ...draft, text: '' } };
    return { byBlock: { [sharedInputs[tellBeside[block]]]: say.written } };
  }
  const missing = needed ?? (nothing === false ? say.missing : undefined);
  if (text === '' && missing !== undefined) return { byBlock: { [sharedInputs[block]]: missing } };
  return { draft };
}

/** The message as it stands in the form; `undefined` where the form has none. */
export function readDraft(values: unknown): TypedDraft | undefined {
  const read = readInputs(values);
  const block = (['message', 'messageAnew'] as const).find((one) => read.has(sharedInputs[one]));
  if (block === undefined) return undefined;
  const nothing = sendsNothing(read);
  return { block, text: plainText(read.text(sharedInputs[block])).trim(), ...defined({ nothing }) };
}

/** The next draft, unless somebody has changed what stood there. `drafted`: the mark of the draft that stands in the form. */
export function redrafted(before: TypedDraft | undefined, drafted: string | undefined, next: string): Draft {
  const fresh = { text: next, drafted: markOf(next) };
  if (before === undefined) return firstDraft(next);
  if (markOf(before.text) === fresh.drafted) return { ...before, drafted: fresh.drafted };
  if (!isUnchanged(before, drafted)) return { ...before, ...defined({ drafted }) };
  // There was no text to send, which was nobody's choice.
  const nothing = before.nothing === true && before.text !== '';
  return { block: before.block === 'message' ? 'messageAnew' : 'message', ...fresh, nothing };
}

/** Whether a message is the draft that the form was drawn with. */
export function isUnchanged({ text }: Pick<Draft, 'text'>, drafted: string | undefined): boolean {
  return markOf(text) === drafted;
}

/** What a form carries of its draft, so that it can be told later whether somebody has changed it: no text, only its mark. */
export function draftedIn({ drafted }: Draft): Readonly<{ drafted?: string }> {
  return defined({ drafted });
}

/** The draft of a form that draws none anew. */
export function firstDraft(text: string): Draft {
  return { block: 'message', text, drafted: markOf(text) };
}

/** A mark that the same text has again when it comes back from the form. */
function markOf(text: string): string {
  const asReadBack = plainText(cut(text, messageLimit)).trim();
  return createHash('sha256').update(asReadBack).digest('hex').slice(0, 16);
}
