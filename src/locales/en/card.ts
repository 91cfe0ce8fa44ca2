import type { Duty } from '../../report/duty.js';
import type { MessagePurpose, ReplyPurpose, Route } from '../../report/message.js';

const due = {
  acknowledge: 'Answer due',
  confirm: 'Decision due',
  next_update: 'Next update due',
  embargo: 'Embargo ends',
} satisfies Record<Duty, string>;

type Gist = Readonly<{ title: string; id: string; status: string; next?: string; responder: string }>;

export const card = {
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
  dueAt: (duty: Duty, time: string) => `${due[duty]} ${time}`,
  waitsForReporter: 'Waits for the reporter',
  waitingSince: (time: string) => `since the question of ${time}`,
  nobody: 'nobody yet',
  noCve: 'none given',
  noVersions: 'none chosen',
  filedFor: (reporter: string, filer: string) => `${reporter} (filed by ${filer})`,
  version: (name: string, verdict: string) => `${name}, ${verdict}`,
  answeredBy: (name: string, time: string) => `${time}, by ${name}`,
  /** `next`: what is due next, with its moment. */
  gist: ({ title, id, status, next, responder }: Gist) =>
    [
      `[Security] ${title}.`,
      `${id}, status: ${status}.`,
      ...(next === undefined ? [] : [`${next}.`]),
      `Responder: ${responder}.`,
    ].join(' '),
  doubt: (time: string) =>
    `It is not certain that the message to the reporter of ${time} was delivered. Did this arrive?`,
  undelivered:
    'Slack could not deliver the message to the reporter, so the report counts as not acknowledged. Press Acknowledge to reach the reporter another way.',
  undeliveredLater: (time: string) =>
    `Slack could not deliver the message to the reporter of ${time}. Press More… to reach the reporter another way.`,
  acknowledge: 'Acknowledge',
  assignToMe: 'Assign to me',
  show: 'Show report',
  more: 'More…',
  arrived: 'It did',
  sendAgain: 'Send again',
};

export const thread = {
  received: (reporter: string, due: string) => `${reporter} reported this. The answer is due ${due}.`,
  filed: (filer: string, reporter: string, receivedAt: string, due: string) =>
    `${filer} filed this for ${reporter}. It reached the team ${receivedAt}; the answer is due ${due}.`,
  amended: 'The reporter changed the text. Show report has the new one.',
  took: (responder: string) => `${responder} is the responder now.`,
  assigned: (by: string, responder: string) => `${by} made ${responder} the responder.`,
  acknowledged: (by: string, reporter: string, route: Route) =>
    route === 'direct_message'
      ? `${by} acknowledged the report with a message to ${reporter}.`
      : `${by} acknowledged the report: a message to ${reporter} went out by e-mail or telephone.`,
  messageSent: (by: string, reporter: string, purpose: MessagePurpose, route: Route) =>
    `${by} ${purpose === 'question' ? 'asked' : 'wrote to'} ${reporter}${route === 'by_hand' ? ' by e-mail or telephone' : ''}.`,
  noted: (by: string) => `${by} added a note for the team. Show report has it.`,
  wrote: (reporter: string, purpose: ReplyPurpose) =>
    purpose === 'answer'
      ? `${reporter} answered. Show report has the text.`
      : `${reporter} sent more information. Show report has the text.`,
  withdrawn: (reporter: string) => `${reporter} withdrew the report.`,
  doubted: 'It is not certain that the message to the reporter arrived. The card asks.',
  failed: 'Slack could not deliver a message to the reporter. The card says what to do.',
  confirmed: (by: string) => `${by} confirmed that the message to the reporter arrived.`,
  sentAgain: (by: string) => `${by} had the message to the reporter sent again.`,
  clock: 'Vulndesk',
};
