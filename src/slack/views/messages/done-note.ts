import type { Locale } from '../../../locales/locale-of.js';
import { surface } from '../declare-surface.js';
import type { DoneFacts } from '../facts.js';
import { button, buttons, nameOf, plain, section } from '../kit/blocks.js';
import { escapeMrkdwn } from '../kit/escape.js';
import { teamTime } from '../parts/labels.js';
import { sharedActions } from '../shared-actions.js';

/** What came of a responder's press, and the way to the report. */
export const doneNote = surface('ephemeral', 'responder', 'A', (facts: DoneFacts, locale) => {
  const sentence = sentenceOf(facts, locale);
  return {
    text: escapeMrkdwn(sentence),
    blocks: [section(plain(sentence)), buttons(button(sharedActions.show, locale.card.show, { id: facts.id }))],
  };
});

function sentenceOf(facts: DoneFacts, locale: Locale): string {
  const { done: say, publicBug, remediation } = locale;
  switch (facts.done) {
    case 'assigned':
      return say.assigned(facts.id, nameOf(facts.to));
    case 'taken':
      return say.taken(facts.id);
    case 'assigned_already':
      return say.assignedAlready(facts.id, nameOf(facts.to));
    case 'offered':
      return say.offered(facts.id, nameOf(facts.to), nameOf(facts.from));
    case 'hand_over_declined':
      return say.handOverDeclined(facts.id);
    case 'delivery_confirmed':
      return say.deliveryConfirmed(facts.id);
    case 'sent_again':
      return say.sentAgain(facts.id);
    case 'public_bug_recorded':
      return publicBug.recorded(facts.id);
    case 'promise_moved':
      return locale.promise.moved(facts.id, teamTime(facts.dueAt, facts.zone, locale), facts.byHand);
    case 'promise_kept':
      return locale.promise.kept(facts.id, teamTime(facts.dueAt, facts.zone, locale));
    case 'pause_ended':
      return locale.pause.ended(facts.id, facts.replies, facts.newCredit);
    case 'agreed_early':
      return remediation.noted(facts.id);
    default:
      return facts satisfies never;
  }
}
