import type { Duty } from '../../report/duty.js';
import type { MessagePurpose, ReplyPurpose, Route } from '../../report/message.js';
import { due, promiseMissed } from './duties.js';

type Gist = Readonly<{ id: string; status: string; next?: string; responder: string }>;

export const card = {
  label: {
    id: 'Report',
    status: 'Status',
    answered: 'Answered',
    lastMessage: 'Last message',
    responder: 'Responder',
    reporter: 'Reporter',
    affected: 'Affected versions',
    components: 'Components',
    cve: 'CVE number',
  },
  due,
  dueAt: (duty: Duty, time: string) => `${due[duty]} ${time}`,
  waitsForReporter: 'Waiting for the reporter',
  waitingSince: (time: string) => `Question sent ${time}`,
  nobody: 'nobody yet',
  offered: (responder: string, to: string) => `${responder} (${to} was asked to take over)`,
  noCve: 'none',
  filedFor: (reporter: string, filer: string) => `${reporter} (filed by ${filer})`,
  /** `workspace`: the name in its address. */
  outside: (reporter: string, workspace?: string) =>
    workspace === undefined ? `${reporter}, from outside` : `${reporter}, from outside (${workspace}.slack.com)`,
  version: (name: string, verdict: string) => `${name}, ${verdict}`,
  answeredBy: (name: string, time: string) => `${time}, by ${name}`,
  /** `next`: what is due next, with its moment. */
  gist: ({ id, status, next, responder }: Gist) =>
    [
      `[Security] ${id}, status: ${status}.`,
      ...(next === undefined ? [] : [`${next}.`]),
      `Responder: ${responder}.`,
    ].join(' '),
  doubt: (time: string) => `Did the reporter get the message sent ${time}? Slack didn't confirm it.`,
  undelivered:
    "Slack couldn't deliver the message, so the report isn't acknowledged. Press Acknowledge… to reach the reporter another way.",
  undeliveredLater: (time: string) =>
    `Slack couldn't deliver the message sent ${time}. Press More… to reach the reporter another way.`,
  acknowledge: 'Acknowledge…',
  assignToMe: 'Assign to me',
  show: 'Show report',
  more: 'More…',
  arrived: 'Yes, it arrived',
  sendAgain: 'Send again',
};

function wroteTo(by: string, reporter: string, purpose: MessagePurpose, route: Route): string {
  const did = purpose === 'question' ? `asked ${reporter} a question` : `wrote to ${reporter}`;
  return `${by} ${did}${route === 'by_hand' ? ' outside Slack' : ''}.`;
}

export const thread = {
  received: (reporter: string, due: string) => `${reporter} reported this. The reply is due ${due}.`,
  filed: (filer: string, reporter: string, receivedAt: string, due: string) =>
    `${filer} filed this for ${reporter}. It reached the team ${receivedAt}. The reply is due ${due}.`,
  amended: 'The reporter changed the report.',
  /** After a step that something was written at: in the thread, which doesn't show it. */
  openToRead: 'Open the report to read it.',
  seen: (by: string) => `${by} was the first to open the report.`,
  took: (responder: string) => `${responder} took this report.`,
  assigned: (by: string, responder: string) => `${by} assigned this to ${responder}.`,
  assignedOnDuty: (responder: string) => `${responder} is on duty, so this was assigned to them.`,
  handedOver: (responder: string, from: string) => `${responder} took this over from ${from}.`,
  handOverOffered: (by: string, to: string) =>
    `${by} asked ${to} to take this over. Until they accept, the responder stays the same.`,
  handOverDeclined: (by: string) => `${by} can't take this over. The responder stays the same.`,
  unassigned: (by: string) => `${by} unassigned this. Nobody is assigned to it now.`,
  acknowledged: (by: string, reporter: string, purpose: MessagePurpose, route: Route) =>
    `${wroteTo(by, reporter, purpose, route)} This acknowledges the report.`,
  messageSent: wroteTo,
  alsoTold: (reporter: string, byHand: boolean) => `They told ${reporter}${byHand ? ' outside Slack' : ''}.`,
  alsoTook: "They're now the responder.",
  noted: (by: string) => `${by} added a note.`,
  wrote: (reporter: string, purpose: ReplyPurpose) =>
    purpose === 'answer' ? `${reporter} replied.` : `${reporter} added information.`,
  missed: promiseMissed,
  reminded: (reporter: string) => `We reminded ${reporter} of the question.`,
  withdrawn: (reporter: string) => `${reporter} withdrew the report.`,
  doubted: "Slack didn't confirm that the reporter got the message. Please check on the card.",
  failed: "Slack couldn't deliver a message to the reporter. Open the card to fix this.",
  confirmed: (by: string) => `${by} confirmed that the reporter got the message.`,
  sentAgain: (by: string) => `${by} sent the message to the reporter again.`,
  clock: 'Vulndesk',
};

/** What a locked phone may show of a message: ids and statuses. */
export const notification = {
  step: (id: string, status: string) => `${id}, status: ${status}. There's news in its thread.`,
  replied: (id: string) => `${id}: a message from the reporter is waiting.`,
  forReporter: (id: string) => `A message about your report ${id} is waiting.`,
};
