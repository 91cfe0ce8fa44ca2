import type { RefusalCode, RefusalReasons } from '../../report/refusal.js';
import { terms } from './terms.js';

export const refused = {
  title: 'This was not done',
  notForYou:
    'This is for the security team. You can report a vulnerability here; for anything else, please ask the security team.',
};

/** How a refusal tells of a person and of a moment, in the place where it is shown. */
export type Tell = Readonly<{ person: (user: string) => string; time: (at: Date) => string }>;
type RefusalSentences = { readonly [C in RefusalCode]: (reasons: RefusalReasons[C], tell: Tell) => string };

export const refusals: RefusalSentences = {
  no_such_report: ({ id }) =>
    id === ''
      ? 'There is no such report. Type /vuln list to see the reports.'
      : `There is no report ${id}. Check the id, or type /vuln list to see the reports.`,
  not_for_you: () => refused.notForYou,
  access_unchecked: () =>
    'Slack could not be asked just now whether you are on the security team, so nothing was done. Press again in a moment.',
  already_acted_upon: ({ id }) =>
    `The security team is at work on ${id}, so its text cannot be changed here any more. Wait for our message, or file what is new as a second report.`,
  submission_taken: () => 'This form has been used for another report already. Open a new form and file it again.',
  received_in_the_future: () =>
    'This moment lies in the future. Enter when the report reached the team, at the latest now.',
  already_assigned: ({ id, responder, at }, tell) =>
    `${tell.person(responder)} has been the responder for ${id} since ${tell.time(at)}. To give it to somebody else, use More… on its card.`,
  already_acknowledged: ({ id, by, at }, tell) =>
    by === ''
      ? `${id} is acknowledged already. Your message was not sent.`
      : `${tell.person(by)} acknowledged ${id} already, ${tell.time(at)}. Your message was not sent.`,
  own_report: ({ id }) => `${id} is a report of your own. A colleague has to handle it.`,
  own_duplicate: ({ id, duplicate }) =>
    `${duplicate}, a duplicate of ${id}, is a report of your own, and the advisory thanks you. A colleague has to handle it.`,
  not_a_responder: ({ user }, tell) =>
    `${tell.person(user)} is not in the security team. Choose somebody who is in the security channel.`,
  too_many_forms: ({ until }, tell) =>
    `That is more forms than one person usually needs. You can open the next one ${tell.time(until)}; what you have filed is safe.`,
  report_closed: ({ id }) => `${id} was withdrawn by its reporter. Nothing more can be done with it.`,
  message_empty: () => 'The message is empty. Write at least a sentence: the reporter is waiting for it.',
  message_too_long: ({ length, limit }) =>
    `The message has ${length} characters and at most ${limit} fit. Shorten it by ${length - limit}.`,
  reporter_not_on_slack: ({ id }) =>
    `The reporter of ${id} is not on Slack. Send the message by e-mail or telephone, then press I sent it.`,
  nothing_in_doubt: ({ id }) => `Whether the message for ${id} arrived is settled already. Nothing was changed.`,
  changed_meanwhile: ({ id }) =>
    id === ''
      ? 'Somebody changed this report at the same moment, so nothing was done. Try again.'
      : `Somebody changed ${id} at the same moment, so nothing was done. Look at its card and try again.`,
  message_needed: ({ id }) =>
    `Nobody has written to the reporter of ${id} yet. Write a message: it goes out with the decision.`,
  next_update_not_ahead: () => 'The date of the next update has passed. Choose a later day.',
  not_in_this_status: ({ id, status }) =>
    `This cannot be done while ${id} stands at “${terms.status[status]}”. Look at its card for what comes next.`,
  no_affected_lines: () => 'No product line is named. Name at least one that the vulnerability is in.',
  line_named_twice: ({ line }) => `${line} is named twice. Put all of it on one line.`,
  duplicate_of_itself: ({ id }) => `${id} cannot be a duplicate of itself. Enter the id of the report that came first.`,
  duplicate_of_a_duplicate: ({ id, original }) =>
    `${id} is tied to ${original} already. Choose ${original} as the one that came first.`,
  no_public_bug_asked: ({ id }) => `The team has not asked to make ${id} a public bug.`,
  embargo_not_ahead: () => 'This date has passed. Choose a day that is still ahead.',
  no_embargo: ({ id }) => `No embargo is agreed for ${id}, so none has to be shortened.`,
  embargo_broken: ({ id }) =>
    `It is on record that ${id} is public already, so no embargo can be agreed. Publish as soon as a release is out.`,
  where_missing: () => 'Say where it is public: a link is best.',
  unknown_line: ({ line }) =>
    `${line} is not one of the accepted product lines. Choose one that is, or accept the report again with it.`,
  fix_not_newer: ({ line, version, than }) =>
    `${version} is not newer than ${than}, which is affected in ${line}. Enter the release that has the fix.`,
  fix_not_comparable: ({ line, version }) =>
    `It cannot be told whether ${version} is newer than what is affected in ${line}. Enter a version such as 3.4.2.`,
  fix_not_released: ({ line }) => `The release for ${line} lies in the future. Record it once it is out.`,
  fix_said_twice: ({ line }) =>
    `What became of ${line} is said twice. Say it once: the release that has the fix, or that there will be none.`,
  no_patched_release: ({ id }) =>
    `No patched release is recorded for ${id}. Nothing is published before: press Fix released… first.`,
  lines_without_fix: ({ id, lines }) =>
    `${id} is not done: record a release, or that there will be none, for ${terms.listed(lines)}.`,
  advisory_too_long: ({ length, limit }) =>
    `This has ${length} characters and at most ${limit} fit. Shorten it by ${length - limit}.`,
  change_missing: () => 'This advisory is public already. Say what the correction changes.',
  closed_words_in_advisory: ({ word, words }) =>
    `From word ${word} on, ${words} words in a row also stand in the verification process or in code of the report, or of a duplicate. Such details are never published: say it in other words.`,
  nothing_prepared: ({ id }) =>
    `No advisory is ready for ${id}: it was not prepared, or something in it has changed. Press Prepare disclosure… first.`,
  prepared_anew: ({ id }) => `The advisory for ${id} was prepared again meanwhile. Look at the newest preview.`,
  same_person_approves: ({ id }) => `You prepared the advisory for ${id} yourself. A colleague has to approve it.`,
  not_approved: ({ id }) =>
    `The advisory for ${id} is not approved yet. Somebody other than the one who prepared it has to press Approve.`,
  embargo_running: ({ id, until }, tell) =>
    `It is agreed that nothing about ${id} is published before ${tell.time(until)}. Wait, or ask the reporter to agree to an earlier day.`,
  already_disclosed: ({ id }) =>
    `${id} is public already. What is wrong in its advisory can be corrected by preparing it again.`,
  no_announce_channel: () =>
    'No channel for announcements is configured. Ask whoever runs the bot to set ANNOUNCE_CHANNEL and start it again.',
  announce_channel_out_of_reach: ({ channel }) =>
    `The bot cannot post in ${channel}: it is archived, gone, or the bot is not in it. Invite the bot there, then publish again.`,
};

export const trouble = {
  title: 'Something went wrong',
  unexpected: (reference: string) =>
    `Something went wrong on our side, and it is not certain what was done. Look at the report before you try again. If it happens again, tell the operator this reference: ${reference}.`,
  storeAway: (reference: string) =>
    `Our database does not answer, so nothing was done. Try again in a minute. If it goes on, tell the operator this reference: ${reference}.`,
  unsure: 'We could not confirm that it was done. Press the button again: it will not be done twice.',
};
