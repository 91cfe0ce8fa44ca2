import type { KnownBlock } from '@slack/types';
import { form } from '../declare-surface.js';
import { modal, plain, section } from '../kit/blocks.js';
import { writeModalMetadata } from '../modal-metadata.js';
import type { ReopenFormFacts } from '../triage-facts.js';
import { draftedIn, draftFacts, firstDraft, isTold, messageOrNone, theirWords, wayBlocks } from './decision-message.js';

/** A closed report is opened again. The reporter was told otherwise before, so a message is drafted for them. */
export const reopenForm = form('reopen_form', 'responder', 'C', (facts: ReopenFormFacts, locale) => {
  const { triage: say, reopen, decisionMessage, terms } = locale;
  const { report, byHand, seen } = facts;
  const { id, status } = report;
  const closedAs = status === 'duplicate' || status === 'withdrawn' ? status : 'declined';
  const draft = firstDraft(theirWords(facts).reopen.draft({ ...draftFacts(facts), closedAs }));
  const blocks: KnownBlock[] = [
    section(plain(reopen.intro(id))),
    ...(isTold(report)
      ? [...wayBlocks(facts, locale), ...messageOrNone(draft, decisionMessage.hint, byHand, locale)]
      : [section(plain(reopen.nobodyTold))]),
  ];
  const carries = writeModalMetadata({ id, seen, route: byHand ? 'by_hand' : 'direct_message', ...draftedIn(draft) });
  return modal({ title: say.title.reopen, close: terms.cancel, blocks }, { submit: say.submit.reopen, carries });
});
