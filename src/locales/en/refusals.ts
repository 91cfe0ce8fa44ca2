import type { RefusalCode, RefusalReasons } from '../../report/refusal.js';
import { terms } from './common-words.js';
import { remediation } from './remediation.js';

export const refused = {
  title: 'Not done',
  /** One sentence for everybody who may not, whether or not what they asked for exists. */
  notForYou:
    'This is for the security team. You can report a vulnerability here. For anything else, ask the security team.',
  /** What somebody on the team may not do, a lead may. */
  forLeads: 'Only a lead of the security team can do this. Ask one of them.',
};

/** How a refusal tells of a person and of a moment, in the place where it is shown. */
export type Tell = Readonly<{ person: (user: string) => string; time: (at: Date) => string }>;
type RefusalSentences = { readonly [C in RefusalCode]: (reasons: RefusalReasons[C], tell: Tell) => string };

/** Another way to report: an e-mail address or a page. */
function urgent(contact: string | undefined): string {
  if (contact === undefined) return '';
  return ` Urgent? ${contact.startsWith('https:') ? 'Go to' : 'Write to'} ${contact}`;
}

export const refusals: RefusalSentences = {
  no_such_report: ({ id }) =>
    id === ''
      ? 'There is no such report. Type /vuln list to see all reports.'
      : `There is no report ${id}. Check the id, or type /vuln list to see all reports.`,
  not_for_you: () => refused.forLeads,
  written_by_a_newer_version: () => 'This report was written by a newer version of Vulndesk. Try again in a minute.',
  access_unchecked: () =>
    "Slack couldn't tell us whether you're on the security team, so nothing was done. Try again in a moment.",
  already_acted_upon: ({ id }) =>
    `The security team is working on ${id}, so you can't change it here. Add information under My reports instead.`,
  submission_taken: () => 'This form was already used for another report. Open a new one.',
  received_in_the_future: () => 'This is in the future. Enter when the report reached the team.',
  already_assigned: ({ id, responder, at }, tell) =>
    `${tell.person(responder)} is already the responder for ${id} (since ${tell.time(at)}). To assign someone else, use More… on the card.`,
  already_acknowledged: ({ id, by, at }, tell) =>
    by === ''
      ? `${id} is already acknowledged. Your message was not sent.`
      : `${tell.person(by)} already acknowledged ${id} (${tell.time(at)}). Your message was not sent.`,
  own_report: ({ id }) => `${id} is your own report. A colleague has to handle it.`,
  own_duplicate: ({ id, duplicate }) =>
    `Your own report ${duplicate} is a duplicate of ${id}, and the advisory thanks you. A colleague has to handle it.`,
  no_hand_over: ({ id }) => `You're no longer asked to take over ${id}. Nothing changed.`,
  not_a_responder: ({ user }, tell) =>
    `${tell.person(user)} isn't on the security team. Choose a member of the security channel.`,
  swap_turn_begun: () => 'One of the two turns has begun, so nothing changed. Ask to swap another one.',
  swap_turn_changed: () => "One of the two turns is somebody else's by now, so nothing changed. See /vuln duty.",
  swap_away: ({ user }, tell) =>
    `${tell.person(user)} is away during the turn that they would take, so nothing changed. Choose another turn.`,
  swap_not_yours: () => 'Somebody else is asked to swap. Nothing changed.',
  too_many_forms: ({ count, period, until, contact }, tell) =>
    `You've opened ${count} ${count === 1 ? 'form' : 'forms'} ${period === 'hour' ? 'this hour' : 'today'}. The next one opens: ${tell.time(until)}.${urgent(contact)}`,
  workspace_busy: ({ until, contact }, tell) =>
    `Many people in your workspace are opening this form right now. Try again in a minute: ${tell.time(until)}.${urgent(contact)}`,
  report_closed: ({ id }) => `The reporter withdrew ${id}, so nothing more can be done with it.`,
  message_empty: () => 'The message is empty. Write at least a sentence.',
  message_has_gap: ({ gap }) => `The message still has a gap: “${gap}”. Fill it in or remove it.`,
  message_too_long: ({ length, limit }) =>
    `The message has ${length} characters, and ${limit} fit. Remove ${length - limit}.`,
  share_used_up: ({ id, contact }) =>
    `${id} can't hold more text from you, so this was not sent. ${contact === undefined ? 'Ask the team how to send the rest.' : `${contact.startsWith('https:') ? 'Go to' : 'Send it to'} ${contact}`}`,
  report_full: ({ id }) =>
    `${id} is almost full, so this was not saved. Shorten it to a few sentences, or keep the text elsewhere.`,
  reporter_not_on_slack: ({ id }) =>
    `The reporter of ${id} isn't on Slack. Send the message by e-mail or tell them by phone. Then press “I sent it”.`,
  nothing_in_doubt: ({ id }) => `That question about ${id} was already answered. Nothing changed.`,
  changed_meanwhile: ({ id }) =>
    id === ''
      ? 'Someone changed this report at the same moment, so nothing was done. Try again.'
      : `Someone changed ${id} at the same moment, so nothing was done. Look at the card and try again.`,
  message_needed: ({ id }) =>
    `Nobody has written to the reporter of ${id} yet. Write a message to go with the decision.`,
  pause_out_of_range: ({ days }) => `Choose a day after today, at most ${days} days ahead.`,
  next_update_not_ahead: () => 'This date has passed. Choose a later day.',
  not_in_this_status: ({ id, status }) =>
    `${id} is “${terms.status[status]}”, so this can't be done now. The card shows the next step.`,
  no_affected_lines: () => 'Name at least one affected product line.',
  line_named_twice: ({ line }) => `${line} is named twice. Put its versions on one line.`,
  ranges_overlap: ({ line }) => `Two ranges of ${line} overlap. Make them one, or correct their ends.`,
  no_weakness: () => 'Choose at least one weakness. If you are not sure, choose a general one, such as CWE-284.',
  unknown_cwe: ({ id }) => `${id} isn't in MITRE's list of weaknesses. Choose one from the list.`,
  duplicate_of_itself: ({ id }) => `${id} can't be a duplicate of itself. Enter the id of the earlier report.`,
  duplicate_of_a_duplicate: ({ id, original }) =>
    `${id} is already linked to ${original}. Choose ${original} as the earlier report.`,
  sending_not_held: () =>
    'This button is out of date. The bot is sending again, or has stopped for another reason. Nothing was done.',
  no_public_bug_asked: ({ id }) => `The team hasn't asked to make ${id} a public bug.`,
  embargo_not_ahead: () => 'This date has passed. Choose a later day.',
  no_embargo: ({ id }) => `${id} has no embargo, so there is nothing to shorten.`,
  later_date_proposed_anew: ({ id, until }, tell) =>
    `A newer date is proposed for ${id}: ${tell.time(until)}. Answer the newest message.`,
  promise_not_movable: ({ id, dueAt }, tell) =>
    `The date promised for ${id} is ${tell.time(dueAt)}, and it can't be changed any more.`,
  embargo_proposed_anew: ({ id, until }, tell) =>
    `The team has proposed a newer date for ${id}: ${tell.time(until)}. Look under My reports.`,
  embargo_broken: ({ id }) =>
    `${id} is recorded as public already, so it can't have an embargo. Publish once a release is out.`,
  reason_missing: () => 'Write the reason. The leads will read it.',
  where_missing: () => 'Say where it is public. A link is best.',
  unknown_line: ({ line }) =>
    `${line} isn't an accepted product line. Choose one that is, or accept the report again with it.`,
  fix_not_newer: ({ line, version, than }) =>
    `${version} isn't newer than ${than}, which is affected in ${line}. Enter the release with the fix.`,
  fix_not_comparable: ({ line, version }) =>
    `Is ${version} newer than the affected versions of ${line}? Its number doesn't show it. If it is, tick “${remediation.fix.newer}”.`,
  fix_not_one_release: ({ line, version }) =>
    `“${version}” isn't one release. Enter the first release with the fix for ${line}, such as 4.1.3.`,
  fix_not_released: ({ line }) => `The release for ${line} is in the future. Record it once it's out.`,
  fix_said_twice: ({ line }) => `${line} has two fixes recorded. Keep one of them.`,
  no_patched_release: ({ id }) => `${id} has no patched release yet. Press Record fix… first.`,
  lines_without_fix: ({ id, lines }) =>
    `${id} isn't ready. Record a release, or that there will be no fix, for ${terms.listed(lines)}.`,
  advisory_too_long: ({ length, limit }) =>
    `This has ${length} characters, and ${limit} fit. Remove ${length - limit}.`,
  change_missing: () => 'This advisory is already public. Say what the correction changes.',
  closed_words_in_advisory: ({ word, words }) =>
    `Words ${word}–${word + words - 1} are copied from the verification process or from code in a report. Rephrase them.`,
  nothing_prepared: ({ id }) =>
    `${id} has no advisory ready, or something in it has changed. Press Prepare disclosure… first.`,
  prepared_anew: ({ id }) => `The advisory for ${id} was prepared again. Look at the newest preview.`,
  same_person_approves: ({ id }) => `You prepared the advisory for ${id}. A colleague has to approve it.`,
  not_approved: ({ id }) =>
    `The advisory for ${id} isn't approved yet. Someone who didn't prepare it has to approve it.`,
  embargo_running: ({ id, until }, tell) =>
    `${id} is under embargo until ${tell.time(until)}. Wait, or ask the reporter to agree to an earlier day.`,
  already_disclosed: ({ id }) => `${id} is already public. To correct its advisory, prepare a correction.`,
  no_announce_channel: () =>
    'No announcement channel is configured. Ask the operator to set ANNOUNCE_CHANNEL and restart the bot.',
  announce_channel_out_of_reach: ({ channel }) =>
    `The bot can't post in ${channel}. It may be archived, or the bot isn't a member. Invite the bot and publish again.`,
};

export const trouble = {
  title: 'Something went wrong',
  unexpected: (reference: string) =>
    `Something went wrong on our side. Check the report before you try again. If this happens again, give the operator this reference: ${reference}.`,
  /** `look`: the command that shows it, for the team. */
  tooLong: (look: string | undefined) =>
    `This took too long, so we can't tell whether it was done. To see, ${look === undefined ? 'open My reports' : `type ${look}`}. Or try again in a minute. It won't be done twice.`,
  withReference: (sentence: string, reference: string) =>
    `${sentence} If this goes on, give the operator this reference: ${reference}.`,
  unsure: "We couldn't confirm that it was done. Press the button again. It won't be done twice.",
};
