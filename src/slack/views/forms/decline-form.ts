import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { defined } from '../../../report/defined.js';
import { DeclineReason } from '../../../report/report.js';
import { form } from '../declare-surface.js';
import { context, input, modal, plain } from '../kit/blocks.js';
import { boxesInput, select } from '../kit/choices.js';
import { readInputs } from '../kit/input-values.js';
import { writeModalMetadata } from '../modal-metadata.js';
import type { DecisionFacts, DeclineFormFacts } from '../triage-facts.js';
import {
  draftedIn,
  draftFacts,
  isTold,
  messageInput,
  messageOrNone,
  theirWords,
  wayBlocks,
} from './decision-message.js';

/** The inputs of this form alone. */
export const declineInputs = {
  declineReason: 'decline_reason',
  publicBug: 'public_bug',
} as const;

/** It is none that the team will fix: why, and what the reporter is told. The draft follows the reason. */
export const declineForm = form('decline_form', 'responder', 'C', (facts: DeclineFormFacts, locale) => {
  const { triage: say, decline, decisionMessage, terms } = locale;
  const { report, byHand, seen, reason, draft } = facts;
  const reasons = select(
    declineInputs.declineReason,
    say.choose,
    DeclineReason.options.map((one) => [one, say.reason[one]]),
    reason,
  );
  const optional = isTold(report) || reason === 'spam';
  const blocks: KnownBlock[] = [
    ...wayBlocks(facts, locale),
    { ...input({ id: declineInputs.declineReason, label: decline.reasonLabel }, reasons), dispatch_action: true },
    ...(reason === undefined ? [context(plain(decline.reasonHint))] : []),
    ...(reason === undefined || reason === 'spam' ? [] : [publicBugInput(facts, locale)]),
    ...(reason === undefined
      ? []
      : optional
        ? messageOrNone(draft, decisionMessage.hint, byHand, locale)
        : [messageInput(draft, decisionMessage.needed, locale)]),
  ];
  const carries = writeModalMetadata({
    id: report.id,
    seen,
    route: byHand ? 'by_hand' : 'direct_message',
    ...draftedIn(draft),
  });
  return modal({ title: say.title.decline, close: terms.cancel, blocks }, { submit: say.submit.decline, carries });
});

function publicBugInput({ asksForPublicBug, byHand }: DeclineFormFacts, { decline: say }: Locale): KnownBlock {
  const box = boxesInput(
    { id: declineInputs.publicBug, label: say.publicBugLabel, hint: say.publicBugHint(byHand), optional: true },
    [['ask', say.publicBugAsk]],
    asksForPublicBug ? ['ask'] : [],
  );
  return { ...box, dispatch_action: true };
}

/** The reason and the question in `view.state.values`. */
export function readDecline(values: unknown): Readonly<{ reason?: DeclineReason; asksForPublicBug: boolean }> {
  const read = readInputs(values);
  const reason = DeclineReason.safeParse(read.choice(declineInputs.declineReason)).data;
  const asksForPublicBug = reason !== 'spam' && read.choices(declineInputs.publicBug).includes('ask');
  return { ...defined({ reason }), asksForPublicBug };
}

/** What a responder may start from: polite, and saying what would help. Of spam nobody is written to. */
export function declineDraft(facts: DecisionFacts, reason: DeclineReason, asksForPublicBug: boolean): string {
  return theirWords(facts).decline.draft({ ...draftFacts(facts), reason, asksForPublicBug });
}
