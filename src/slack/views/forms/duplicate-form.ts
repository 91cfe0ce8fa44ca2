import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { type ReportId, readReportId } from '../../../report/report-id.js';
import type { SimilarReport } from '../../../report/text/similar-reports.js';
import { form } from '../declare-surface.js';
import { context, input, modal, plain, section, textInput } from '../kit/blocks.js';
import { select } from '../kit/choices.js';
import { readInputs } from '../kit/input-values.js';
import { cut } from '../kit/truncate.js';
import { writeModalMetadata } from '../modal-metadata.js';
import { statusLabel } from '../parts/labels.js';
import { sharedInputs } from '../shared-inputs.js';
import type { DuplicateFormFacts } from '../triage-facts.js';
import { draftFacts, messageInput, readDraft, theirWords, wayBlocks } from './decision-message.js';

/** The inputs of this form alone. */
export const duplicateInputs = {
  original: 'original',
  originalId: 'original_id',
} as const;

/** Another report has told of it before: which, and what the second reporter is told. */
export const duplicateForm = form('duplicate_form', 'responder', 'C', (facts: DuplicateFormFacts, locale) => {
  const { triage: say, duplicate, decisionMessage, terms } = locale;
  const { report, byHand, seen, candidates } = facts;
  const draft = theirWords(facts).duplicate.draft(draftFacts(facts));
  const none = candidates.length === 0;
  const blocks: KnownBlock[] = [
    ...wayBlocks(facts, locale),
    ...(none
      ? [section(plain(duplicate.nothingSimilar))]
      : [candidateSelect(candidates, locale), ...told(candidates, locale)]),
    textInput({
      id: duplicateInputs.originalId,
      label: none ? duplicate.originalIdAlone : duplicate.originalIdLabel,
      hint: duplicate.originalIdHint,
      optional: !none,
      limit: 40,
      placeholder: 'VR-7K2Q-9FDX',
    }),
    messageInput({ block: 'message', text: draft }, decisionMessage.missing, locale),
  ];
  const carries = writeModalMetadata({ id: report.id, seen, route: byHand ? 'by_hand' : 'direct_message' });
  return modal({ title: say.title.duplicate, close: terms.cancel, blocks }, { submit: say.submit.duplicate, carries });
});

function candidateSelect(candidates: readonly SimilarReport[], { triage, duplicate: say }: Locale): KnownBlock {
  const choices = candidates.map(({ report }) => [report.id, `${report.id} ${report.form.title}`] as const);
  return input(
    { id: duplicateInputs.original, label: say.originalLabel, hint: say.originalHint, optional: true },
    select(duplicateInputs.original, triage.choose, choices),
  );
}

/** What a choice has no room for. */
function told(candidates: readonly SimilarReport[], locale: Locale): KnownBlock[] {
  const { duplicate, terms } = locale;
  return candidates.map(({ report, sameCve }) =>
    context(
      plain(
        terms.listed([
          report.id,
          cut(report.form.title, 120),
          statusLabel(report.status, locale),
          ...(sameCve ? [duplicate.sameCve] : []),
        ]),
      ),
    ),
  );
}

/** Reads the form: which report came first, from the list, typed, or both; or what is wrong at which input. */
export function readDuplicate(
  values: unknown,
  { duplicate, decisionMessage, usage }: Locale,
): Readonly<{ original: ReportId; message: string } | { byBlock: Record<string, string> }> {
  const read = readInputs(values);
  const chosen = read.choice(duplicateInputs.original);
  const typed = read.text(duplicateInputs.originalId).trim();
  const named = typed === '' ? undefined : readReportId(typed);
  const listed = chosen === undefined ? undefined : readReportId(chosen);
  const original = named ?? listed;
  if (typed !== '' && named === undefined) return { byBlock: { [duplicateInputs.originalId]: usage.idUnreadable } };
  if (named !== undefined && listed !== undefined && named !== listed)
    return { byBlock: { [duplicateInputs.originalId]: duplicate.originalTwice } };
  if (original === undefined) return { byBlock: { [duplicateInputs.originalId]: duplicate.originalMissing } };
  const { block = 'message', text = '' } = readDraft(values) ?? {};
  return text === '' ? { byBlock: { [sharedInputs[block]]: decisionMessage.missing } } : { original, message: text };
}
