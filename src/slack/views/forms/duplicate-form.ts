import type { KnownBlock, ModalView } from '@slack/types';
import type { Locale } from '../../../locales/locale.js';
import { defined } from '../../../report/defined.js';
import type { SimilarReport } from '../../../report/text/similar-reports.js';
import { callbacks, inputs, writeModalMetadata } from '../ids.js';
import { context, input, modal, plain, section } from '../kit/blocks.js';
import { readInputs } from '../kit/input-values.js';
import { cut } from '../kit/truncate.js';
import { statusLabel } from '../parts/labels.js';
import type { DuplicateFormFacts } from '../triage-facts.js';
import { draftFacts, messageInput, theirWords, wayBlocks } from './decision-message.js';

/** Another report has told of it before: which, and what the second reporter is told. */
export function duplicateForm(facts: DuplicateFormFacts, locale: Locale): ModalView {
  const { triage: say, terms } = locale;
  const { report, byHand, seen, candidates } = facts;
  const draft = theirWords(facts).triage.duplicateDraft(draftFacts(facts));
  const none = candidates.length === 0;
  const blocks: KnownBlock[] = [
    ...wayBlocks(facts, locale),
    ...(none
      ? [section(plain(say.nothingSimilar))]
      : [candidateSelect(candidates, locale), ...told(candidates, locale)]),
    input(
      {
        id: inputs.originalId,
        label: none ? say.originalIdAlone : say.originalIdLabel,
        hint: say.originalIdHint,
        optional: !none,
      },
      {
        type: 'plain_text_input',
        action_id: inputs.originalId,
        max_length: 40,
        placeholder: plain('VR-7K2Q-9FDX', 150),
      },
    ),
    messageInput({ block: 'message', text: draft }, false, say.messageMissing, locale),
  ];
  const carries = writeModalMetadata({ id: report.id, seen, route: byHand ? 'by_hand' : 'direct_message' });
  return modal(
    { title: say.title.duplicate, close: terms.cancel, blocks },
    { callback: callbacks.duplicateForm, submit: say.submit.duplicate, carries },
  );
}

function candidateSelect(candidates: readonly SimilarReport[], { triage: say }: Locale): KnownBlock {
  const options = candidates.map(({ report }) => ({
    text: plain(`${report.id} ${report.form.title}`, 75),
    value: report.id,
  }));
  return input(
    { id: inputs.original, label: say.originalLabel, hint: say.originalHint, optional: true },
    { type: 'static_select', action_id: inputs.original, placeholder: plain(say.choose, 150), options },
  );
}

/** What a choice has no room for. */
function told(candidates: readonly SimilarReport[], locale: Locale): KnownBlock[] {
  const { triage: say, terms } = locale;
  return candidates.map(({ report, sameCve }) =>
    context(
      plain(
        terms.listed([
          report.id,
          cut(report.form.title, 120),
          statusLabel(report.status, locale),
          ...(sameCve ? [say.sameCve] : []),
        ]),
      ),
    ),
  );
}

/** Which report came first: from the list, typed, or both; as they stand there. */
export function readOriginal(values: unknown): Readonly<{ chosen?: string; typed: string }> {
  const read = readInputs(values);
  const chosen = read.choice(inputs.original);
  return { ...defined({ chosen }), typed: read.text(inputs.originalId).trim() };
}
