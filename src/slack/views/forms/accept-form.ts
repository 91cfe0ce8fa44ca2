import type { InputBlock, KnownBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale.js';
import { refusalSentence } from '../../../locales/refusal-sentence.js';
import type { AffectedLine } from '../../../report/affected-line.js';
import { defined } from '../../../report/defined.js';
import { plainText } from '../../../report/plain-text.js';
import { readAffectedLines, writeAffectedLines } from '../../../report/read-affected-lines.js';
import type { Report } from '../../../report/report.js';
import { cvssVersionOf, type Severity } from '../../../report/severity.js';
import { isAccepted } from '../../../report/status.js';
import { callbacks, inputs } from '../ids.js';
import { modal, textInput } from '../kit/blocks.js';
import { readInputs } from '../kit/input-values.js';
import { cut } from '../kit/truncate.js';
import { writeModalMetadata } from '../modal-metadata.js';
import { nextUpdateInput } from '../parts/next-update.js';
import { readSeverityInputs, severityBlocks } from '../parts/severity-inputs.js';
import { verdictBlocks } from '../parts/verdict-blocks.js';
import { surface } from '../surface.js';
import type { AcceptFormFacts, DecisionFacts, Draft } from '../triage-facts.js';
import { draftedIn, draftFacts, isTold, messageInput, readDraft, theirWords, wayBlocks } from './decision-message.js';

/** Characters of the input for product lines: the most one Slack text input takes. */
const linesLimit = 3000;

/** It is a vulnerability: how bad, in which versions, and what the reporter is told. */
export const acceptForm = surface('modal', 'responder', 'C', (facts: AcceptFormFacts, locale) => {
  const { triage: say, terms } = locale;
  const { report, byHand, seen, draft, updateBy, typing } = facts;
  const needed = isTold(report) ? say.messageMayBeEmpty : say.messageNeeded;
  const hint = isAccepted(report) ? needed : terms.followed(needed, say.severityIsPutIn);
  const blocks: KnownBlock[] = [
    ...wayBlocks(facts, locale),
    ...severityBlocks(typing, report.id, locale),
    linesInput(report, locale),
    ...verdictBlocks(facts, locale),
    messageInput(draft, isTold(report), hint, locale),
    nextUpdateInput(updateBy, locale),
  ];
  const route = byHand ? 'by_hand' : 'direct_message';
  const carries = writeModalMetadata({ id: report.id, seen, route, ...draftedIn(draft) });
  return modal(
    { title: say.title.accept, close: terms.cancel, blocks },
    { callback: callbacks.acceptForm, submit: say.submit.accept, carries },
  );
});

/** What a responder may start from. A correction has no draft to start from: what it changes is for people to say. */
export function acceptDraft(facts: DecisionFacts, severity?: Severity): string {
  if (isAccepted(facts.report)) return '';
  const { triage, cvss } = theirWords(facts);
  const scored =
    severity && cvss.scored(severity.score.toFixed(1), cvss.rating[severity.rating], cvssVersionOf(severity));
  return triage.acceptDraft({ ...draftFacts(facts), ...defined({ severity: scored }) });
}

/** The lines that were accepted, or the versions that the reporter named. */
function linesInput(report: Report, { triage: say }: Locale): InputBlock {
  const lines = report.lines.length > 0 ? report.lines : report.affected.map(({ version }) => ({ line: version }));
  const text = cut(writeAffectedLines(lines, say.range), linesLimit);
  return textInput({
    id: inputs.lines,
    label: say.linesLabel,
    hint: say.linesHint,
    limit: linesLimit,
    multiline: true,
    value: text,
  });
}

type ReadAccept = Readonly<{
  severity: Severity;
  lines: readonly AffectedLine[];
  draft: Pick<Draft, 'block' | 'text'>;
}>;

/** Reads the form: everything that is wrong, at its inputs, or what is accepted and what the reporter is told. */
export function readAccept(
  values: unknown,
  report: Report,
  locale: Locale,
): ReadAccept | Readonly<{ byBlock: Readonly<Record<string, string>> }> {
  const read = readSeverityInputs(values, locale);
  const { lines, faults } = readAffectedLines(plainText(readInputs(values).text(inputs.lines)));
  const [fault] = faults;
  const draft = readDraft(values);
  const byBlock: Record<string, string> = 'byBlock' in read ? { ...read.byBlock } : {};
  if (fault !== undefined) byBlock[inputs.lines] = locale.triage.lineFault(fault);
  else if (lines.length === 0) byBlock[inputs.lines] = locale.triage.linesMissing;
  if (draft?.text === '' && !isTold(report))
    byBlock[inputs[draft.block]] = refusalSentence(
      { code: 'message_needed', reasons: { id: report.id } },
      true,
      tellNobody,
      locale,
    );
  if ('byBlock' in read || Object.keys(byBlock).length > 0) return { byBlock };
  return { severity: read.severity, lines, draft: draft ?? { block: 'message', text: '' } };
}

const tellNobody = { person: (user: string) => user, time: (at: Date) => at.toISOString() };
