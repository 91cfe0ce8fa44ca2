import type { KnownAlready } from '../../report/form.js';
import type { Route } from '../../report/message.js';

export const view = {
  title: 'Vulnerability report',
  knownAlready: {
    no: 'Not as far as the reporter knows',
    exploited: "It's being exploited",
    public: "It's public somewhere",
    unsure: "The reporter isn't sure",
  } satisfies Record<KnownAlready, string>,
  label: {
    known: 'Already exploited or public',
    credit: 'Credit',
    language: "Reporter's language",
    history: 'History',
    messages: 'Messages to the reporter',
    received: 'Received',
  },
  noCredit: "The reporter doesn't want to be named.",
  message: (by: string, route: Route) =>
    route === 'direct_message' ? `${by}, by direct message` : `${by}, by e-mail or phone`,
  delivery: { sent: 'sent', unsure: 'may not have arrived', failed: 'not delivered' },
  facts: 'Facts',
  steps: 'What you can do now',
  earlierMessages: (count: number) =>
    count === 1 ? 'The next pages have one earlier message.' : `The next pages have ${count} earlier messages.`,
  earlierEvents: (count: number) =>
    count === 1 ? 'The next pages have one earlier step.' : `The next pages have ${count} earlier steps.`,
};

export const assign = {
  title: 'More',
  button: 'Assign…',
  formTitle: 'Assign the report',
  unassign: 'Unassign: nobody',
  submit: 'Assign',
  label: 'Assign to',
  stage: { messages: 'Messages and notes', triage: 'Triage', remediation: 'Fix and publish' },
  placeholder: 'Choose a responder',
  intro: (id: string, responder?: string) =>
    responder === undefined ? `Nobody is assigned to ${id} yet.` : `${responder} is assigned to ${id}.`,
  askedFirst: (responder: string) =>
    `Whoever you choose is asked first. The report stays with ${responder} until they accept.`,
  nobodyElse: 'There is nobody else on the security team.',
  tooMany: (shown: number) => `This list has the first ${shown} people. For anybody else, type /vuln assign ID @who.`,
};

export const list = {
  title: 'Reports',
  submit: 'Search',
  filter: {
    open: 'Open',
    mine: 'Assigned to me',
    unassigned: 'Unassigned',
    due: 'Due soon',
    overdue: 'Overdue',
    exploited: 'Exploited or public',
    waiting: 'Waiting for the reporter',
    closed: 'Closed or disclosed',
    all: 'All reports',
  },
  filterHelp: {
    open: 'Everything that still needs work. This is the default.',
    mine: 'Open reports that are assigned to you.',
    unassigned: 'Open reports that nobody is assigned to.',
    due: 'Due today or on the next working day.',
    overdue: 'Past a deadline.',
    exploited: 'Already exploited or public, the reporter says.',
    waiting: 'Waiting for an answer from the reporter.',
    closed: 'Declined, duplicate, withdrawn or disclosed.',
    all: 'Open reports first, then closed ones.',
  },
  filterLabel: 'Which reports',
  severityLabel: 'Severity',
  quoteIt: 'To search for the word itself, put it in quotes.',
  anySeverity: 'Any severity',
  wordsLabel: 'Words to search for',
  wordsHint:
    'Searches titles, components, ids, CVE numbers, names and the text of reports. "Quotes" keep words together.',
  counts: ({ open, overdue, unassigned }: Readonly<Record<'open' | 'overdue' | 'unassigned', number>>) =>
    `${open} open · ${overdue} overdue · ${unassigned} unassigned`,
  none: 'No reports match.',
  noneYet: 'There are no reports yet.',
  noneMore: 'There are no more reports.',
  noneSoFar: 'Nothing found so far. Press “More results” to search earlier reports.',
  more: 'More results',
  first: 'Back to the start',
  unreadable: (id: string, why: string) => `${id} can't be shown. ${why}`,
  unreadableWhy: {
    newer: 'A newer version of Vulndesk wrote it.',
    key: 'Its key is missing. Tell whoever runs the bot.',
    damaged: 'It is damaged. Tell whoever runs the bot.',
    changed: 'Someone changed it in the database. Tell whoever runs the bot.',
  },
  responder: (name: string) => `Responder: ${name}`,
  show: 'Show report',
};

export const done = {
  taken: (id: string) => `You're now the responder for ${id}.`,
  assigned: (id: string, responder: string) => `${responder} is now the responder for ${id}.`,
  assignedAlready: (id: string, responder: string) =>
    `${responder} is already the responder for ${id}. Nothing changed.`,
  offered: (id: string, to: string, from: string) =>
    `We've asked ${to} to take over ${id}. Until they accept, it stays with ${from}.`,
  handOverDeclined: (id: string) => `Noted. ${id} stays with its responder, and we've told them.`,
  deliveryConfirmed: (id: string) => `Thanks. The message for ${id} is marked as delivered.`,
  sentAgain: (id: string) => `We'll send the message for ${id} again.`,
};
