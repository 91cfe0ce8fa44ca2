import type { RefusalWords, RefusedWords } from '../refusal-words.js';
import { lifeRefusals } from './life-refusals.js';

export const refused: RefusedWords = {
  title: 'This was not done',
  notForYou:
    'This is for the security team. You can report a vulnerability here; for anything else, please ask the security team.',
};

export const refusals: RefusalWords = {
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
  ...lifeRefusals,
};
