import type { KnownAlready } from '../../report/form.js';
import type { Route } from '../../report/message.js';

export const view = {
  title: 'Vulnerability report',
  knownAlready: {
    no: 'Not as far as the reporter knows',
    exploited: 'It is being exploited',
    public: 'It is public somewhere',
    unsure: 'The reporter is not sure',
  } satisfies Record<KnownAlready, string>,
  label: {
    known: 'Already exploited or public',
    credit: 'Credit',
    language: 'Language of the reporter',
    history: 'History',
    messages: 'Messages to the reporter',
    received: 'Received',
  },
  noCredit: 'The reporter is not to be named.',
  message: (by: string, time: string, route: Route) =>
    route === 'direct_message' ? `${by}, ${time}, by direct message` : `${by}, ${time}, by e-mail or telephone`,
  delivery: { sent: 'sent', unsure: 'not certain that it arrived', failed: 'not delivered' },
  earlierMessages: (count: number) =>
    count === 1
      ? 'One earlier message is on the pages after this one.'
      : `${count} earlier messages are on the pages after this one.`,
  earlierEvents: (count: number) =>
    count === 1
      ? 'One earlier step is on the pages after this one.'
      : `${count} earlier steps are on the pages after this one.`,
};

export const assign = {
  title: 'More',
  submit: 'Assign',
  label: 'Assign to somebody else',
  placeholder: 'Choose a responder',
  intro: (id: string, responder?: string) =>
    responder === undefined ? `${id} has no responder yet.` : `${responder} is the responder for ${id}.`,
  nobodyElse: 'There is nobody else in the security team to give it to.',
  tooMany: (shown: number) => `The first ${shown} people are listed. For anybody else, type /vuln assign ID @who.`,
};

export const list = {
  heading: (count: number) => (count === 1 ? 'The newest report' : `The newest ${count} reports`),
  older: 'Older reports',
  none: 'There are no reports yet.',
  noneOlder: 'There are no older reports.',
  olderButton: 'Older reports',
  responder: (name: string) => `Responder: ${name}`,
  show: 'Show report',
};

export const done = {
  assigned: (id: string, responder: string) => `${responder} is the responder for ${id} now.`,
  assignedAlready: (id: string, responder: string) =>
    `${responder} was the responder for ${id} already. Nothing changed.`,
  deliveryConfirmed: (id: string) => `Noted: the message for ${id} arrived.`,
  sentAgain: (id: string) => `The message for ${id} goes out again.`,
};
