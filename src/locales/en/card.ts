import type { CardWords, ThreadWords } from '../card-words.js';

const due = {
  acknowledge: 'Answer due',
  confirm: 'Decision due',
  next_update: 'Next update due',
  embargo: 'Embargo ends',
};

export const card: CardWords = {
  label: {
    id: 'Report',
    status: 'Status',
    answered: 'Answered',
    responder: 'Responder',
    reporter: 'Reporter',
    affected: 'Affected versions',
    components: 'Components',
    cve: 'CVE number',
  },
  due,
  dueAt: (duty, time) => `${due[duty]} ${time}`,
  waitsForReporter: 'Waits for the reporter',
  waitingSince: (time) => `since the question of ${time}`,
  nobody: 'nobody yet',
  noCve: 'none given',
  noVersions: 'none chosen',
  filedFor: (reporter, filer) => `${reporter} (filed by ${filer})`,
  version: (name, verdict) => `${name}, ${verdict}`,
  answeredBy: (name, time) => `${time}, by ${name}`,
  gist: ({ title, id, status, next, responder }) =>
    [
      `[Security] ${title}.`,
      `${id}, status: ${status}.`,
      ...(next === undefined ? [] : [`${next}.`]),
      `Responder: ${responder}.`,
    ].join(' '),
  doubt: (time) => `It is not certain that the message to the reporter of ${time} was delivered. Did this arrive?`,
  undelivered:
    'Slack could not deliver the message to the reporter, so the report counts as not acknowledged. Press Acknowledge to reach the reporter another way.',
  undeliveredLater: (time) =>
    `Slack could not deliver the message to the reporter of ${time}. Press More… to reach the reporter another way.`,
  acknowledge: 'Acknowledge',
  assignToMe: 'Assign to me',
  show: 'Show report',
  more: 'More…',
  arrived: 'It did',
  sendAgain: 'Send again',
};

export const thread: ThreadWords = {
  received: (reporter, due) => `${reporter} reported this. The answer is due ${due}.`,
  filed: (filer, reporter, receivedAt, due) =>
    `${filer} filed this for ${reporter}. It reached the team ${receivedAt}; the answer is due ${due}.`,
  amended: 'The reporter changed the text. Show report has the new one.',
  took: (responder) => `${responder} is the responder now.`,
  assigned: (by, responder) => `${by} made ${responder} the responder.`,
  acknowledged: (by, reporter, route) =>
    route === 'direct_message'
      ? `${by} acknowledged the report with a message to ${reporter}.`
      : `${by} acknowledged the report: a message to ${reporter} went out by e-mail or telephone.`,
  messageSent: (by, reporter, purpose, route) =>
    `${by} ${purpose === 'question' ? 'asked' : 'wrote to'} ${reporter}${route === 'by_hand' ? ' by e-mail or telephone' : ''}.`,
  noted: (by) => `${by} added a note for the team. Show report has it.`,
  wrote: (reporter, purpose) =>
    purpose === 'answer'
      ? `${reporter} answered. Show report has the text.`
      : `${reporter} sent more information. Show report has the text.`,
  withdrawn: (reporter) => `${reporter} withdrew the report.`,
  doubted: 'It is not certain that the message to the reporter arrived. The card asks.',
  failed: 'Slack could not deliver a message to the reporter. The card says what to do.',
  confirmed: (by) => `${by} confirmed that the message to the reporter arrived.`,
  sentAgain: (by) => `${by} had the message to the reporter sent again.`,
  clock: 'Vulndesk',
};
