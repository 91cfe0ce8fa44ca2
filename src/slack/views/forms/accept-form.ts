import type { InputBlock, KnownBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { refusalSentence } from '../../../locales/refusal-sentence.js';
import type { AffectedLine } from '../../../report/affected-line.js';
import { type CweId, cweOf, mostCwes } from '../../../report/cwe.js';
import { defined } from '../../../report/defined.js';
import { plainText } from '../../../report/plain-text.js';
import { readAffectedLines, writeAffectedLines } from '../../../report/read-affected-lines.js';
import type { Report } from '../../../report/report.js';
import { cvssVersionOf, type Severity } from '../../../report/severity.js';
import { isAccepted } from '../../../report/status.js';
import { form } from '../declare-surface.js';
import { context, input, modal, plain, section, textInput } from '../kit/blocks.js';
import { readInputs } from '../kit/input-values.js';
import { cut } from '../kit/truncate.js';
import { type ModalMetadata, writeModalMetadata } from '../modal-metadata.js';
import { careMark } from '../parts/labels.js';
import { nextUpdateInput } from '../parts/next-update-input.js';
import { linesText } from '../parts/product-lines.js';
import { readSeverityInputs, scoreText, severityBlocks } from '../parts/severity-inputs.js';
import { scoreMark, severityTyped } from '../parts/severity-typing.js';
import { verdictBlocks } from '../parts/support-status-blocks.js';
import { weaknessOption } from '../parts/weakness-options.js';
import type { AcceptFormFacts, DecisionFacts, TypedDraft } from '../triage-facts.js';
import {
  draftedIn,
  draftFacts,
  isTold,
  messageInput,
  messageOrNone,
  readTold,
  theirWords,
  wayBlocks,
} from './decision-message.js';

/** The inputs of this form alone. */
export const acceptInputs = {
  lines: 'affected_lines',
  cwes: 'weaknesses',
} as const;

/** Characters of the input for product lines: the most one Slack text input takes. */
const linesLimit = 3000;

/** It is a vulnerability: how bad, in which versions, and what the reporter is told. */
export const acceptForm = form('accept_form', 'responder', 'C', (facts: AcceptFormFacts, locale) => {
  const { triage: say, accept, decisionMessage, terms } = locale;
  const { report, byHand, seen, draft, updateBy, typing, asksAgain } = facts;
  const told = isTold(report);
  const hint = terms.followed(told ? decisionMessage.hint : decisionMessage.needed, accept.severityIsPutIn);
  const blocks: KnownBlock[] = [
    ...(asksAgain === true
      ? [section(plain(`${careMark} ${accept.scoreNotSeen(scoreText(typing, locale) ?? '')}`))]
      : []),
    ...wayBlocks(facts, locale),
    ...severityBlocks(typing, report.id, locale),
    linesInput(facts, locale),
    ...understoodBlocks(facts, locale),
    weaknessInput(report, locale),
    ...verdictBlocks(facts, locale),
    ...(told ? messageOrNone(draft, hint, byHand, locale) : [messageInput(draft, hint, locale)]),
    nextUpdateInput(updateBy, locale),
  ];
  const route = byHand ? 'by_hand' : 'direct_message';
  const carries = writeModalMetadata({ id: report.id, seen, route, ...draftedIn(draft), ...scoredIn(facts) });
  return modal({ title: say.title.accept, close: terms.cancel, blocks }, { submit: say.submit.accept, carries });
});

function scoredIn({ typing, report }: AcceptFormFacts): Readonly<{ scored?: string }> {
  return defined({ scored: scoreMark(report, severityTyped(typing)) });
}

/**
 * What a responder may start from. A correction has a draft when it changes the severity that the reporter was told; what else
 * it changes is for people to say.
 */
export function acceptDraft(facts: DecisionFacts, severity?: Severity): string {
  const { report } = facts;
  const { accept, cvss } = theirWords(facts);
  const scored = (one: Severity | undefined) =>
    one && cvss.scored(one.score.toFixed(1), cvss.rating[one.rating], cvssVersionOf(one));
  if (!isAccepted(report)) return accept.draft({ ...draftFacts(facts), ...defined({ severity: scored(severity) }) });
  const [before, after] = [scored(report.severity), scored(severity)];
  if (before === undefined || after === undefined || before === after) return '';
  return accept.severityChangedDraft({ ...draftFacts(facts), before, after });
}

function linesInput({ lines }: AcceptFormFacts, { accept: say }: Locale): InputBlock {
  const text = cut(writeAffectedLines(lines, say.range), linesLimit);
  return textInput({
    id: acceptInputs.lines,
    label: say.linesLabel,
    hint: say.linesHint,
    limit: linesLimit,
    multiline: true,
    value: text,
  });
}

/** What was understood of the versions that stand in the form when it is drawn anew. */
function understoodBlocks({ understood = [] }: AcceptFormFacts, locale: Locale): KnownBlock[] {
  if (understood.length === 0) return [];
  return [context(plain(locale.accept.linesUnderstood(linesText(understood, locale))))];
}

/** Slack asks the bot for the options of this one while somebody types: MITRE's list is too long for a static list. */
function weaknessInput({ cwes = [] }: Report, { accept: say }: Locale): InputBlock {
  const chosen = cwes.flatMap((id) => cweOf(id) ?? []).map(weaknessOption);
  return input(
    { id: acceptInputs.cwes, label: say.weaknesses, hint: say.weaknessesHint },
    {
      type: 'multi_external_select',
      action_id: acceptInputs.cwes,
      placeholder: plain(say.weaknessesPlaceholder, 150),
      min_query_length: 2,
      max_selected_items: mostCwes,
      ...(chosen.length === 0 ? {} : { initial_options: chosen }),
    },
  );
}

type ReadAccept = Readonly<{
  severity: Severity;
  lines: readonly AffectedLine[];
  cwes: readonly CweId[];
  draft: TypedDraft;
}>;

/** Reads the form: everything that is wrong, at its inputs, or what is accepted and what the reporter is told. */
export function readAccept(
  values: unknown,
  report: Report,
  { drafted, products }: Pick<ModalMetadata, 'drafted'> & Readonly<{ products: readonly string[] }>,
  locale: Locale,
): ReadAccept | Readonly<{ byBlock: Readonly<Record<string, string>> }> {
  const read = readSeverityInputs(values, locale);
  const { lines, faults } = readLines(values, products);
  const [fault] = faults;
  const needed = refusalSentence({ code: 'message_needed', reasons: { id: report.id } }, true, tellNobody, locale);
  const told = readTold(values, isTold(report) ? { drafted } : { needed }, locale);
  const byBlock: Record<string, string> = {
    ...('byBlock' in read ? read.byBlock : {}),
    ...('byBlock' in told ? told.byBlock : {}),
  };
  if (fault !== undefined) byBlock[acceptInputs.lines] = locale.accept.lineFault(fault);
  else if (lines.length === 0) byBlock[acceptInputs.lines] = locale.accept.linesMissing;
  if ('byBlock' in read || 'byBlock' in told || Object.keys(byBlock).length > 0) return { byBlock };
  const cwes = readInputs(values).choices(acceptInputs.cwes);
  return { severity: read.severity, lines, cwes, draft: told.draft };
}

/** Reads the versions alone. */
export function readLines(values: unknown, products: readonly string[]) {
  return readAffectedLines(plainText(readInputs(values).text(acceptInputs.lines)), products);
}

const tellNobody = { person: (user: string) => user, time: (at: Date) => at.toISOString() };
