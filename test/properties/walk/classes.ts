import { inputs } from '../../../src/slack/views/inputs.js';
import { callbacks } from '../../../src/slack/views/surfaces.js';

/**
 * What a canary stands for. B, C and D are the classes of content: B is what a card tells, C what only a modal does, D the
 * words of an advisory. `released` is of class B and public with the advisory: versions, and where the fix is. `credit` is how
 * somebody wants to be thanked: theirs until it is made part of an advisory. `inside` is of class C and not for the reporter
 * either; `typed` was typed where no report is told: nobody else ever sees it.
 */
export type Kind = 'B' | 'C' | 'D' | 'released' | 'credit' | 'inside' | 'typed';

/** Where something is shown. `security channel` is the security channel, with the threads of its cards. */
export type Place = Readonly<
  | { kind: 'security channel' }
  | { kind: 'channel'; channel: string }
  | { kind: 'ephemeral'; user: string }
  | { kind: 'dm'; user: string }
  | { kind: 'modal'; user: string }
  | { kind: 'home'; user: string }
  // What a message shows on a locked phone.
  | { kind: 'notification' }
  // An error at an input.
  | { kind: 'problem'; user: string }
>;

/**
 * Who may see it there. `team`: a responder, and for the security channel, that it is safe. `reporter`: the person whose report it is.
 * `author`: who typed it. `prepared`: the security channel, once an advisory was made ready with it. `public`: anybody, once it was
 * published as a part of an advisory.
 */
export type Reader = 'team' | 'reporter' | 'author' | 'prepared' | 'public';

/** The table of classes. What isn't listed may not be. A field of another class needs a line here and one below. */
export const mayStand: Readonly<Record<Kind, Partial<Record<Place['kind'], readonly Reader[]>>>> = {
  // A version that a reporter named may be accepted as an affected one, and published as that.
  B: {
    'security channel': ['team'],
    channel: ['public'],
    notification: ['public'],
    ephemeral: ['team', 'public'],
    modal: ['team', 'reporter', 'public'],
    home: ['team', 'reporter', 'public'],
    dm: ['reporter', 'public'],
    problem: ['team'],
  },
  C: { modal: ['team', 'reporter'], home: ['reporter'], dm: ['reporter'] },
  D: {
    'security channel': ['prepared'],
    modal: ['team', 'public'],
    channel: ['public'],
    notification: ['public'],
    ephemeral: ['public'],
    home: ['public'],
    dm: ['public'],
  },
  released: {
    'security channel': ['team'],
    modal: ['team', 'reporter', 'public'],
    channel: ['public'],
    notification: ['public'],
    ephemeral: ['team', 'public'],
    home: ['reporter', 'public'],
    dm: ['reporter', 'public'],
    problem: ['team'],
  },
  credit: {
    'security channel': ['prepared'],
    modal: ['team', 'reporter', 'public'],
    channel: ['public'],
    notification: ['public'],
    ephemeral: ['public'],
    home: ['reporter', 'public'],
    dm: ['reporter', 'public'],
  },
  inside: { modal: ['team'] },
  typed: { ephemeral: ['author'], modal: ['author'] },
};

type Fields = Readonly<Partial<Record<keyof typeof inputs, Kind>>>;
/** What is typed into which form. */
const kindOfField: Readonly<Partial<Record<keyof typeof callbacks, Fields>>> = {
  reportForm: {
    title: 'B',
    otherVersions: 'B',
    onBehalfOf: 'B',
    overview: 'C',
    verification: 'C',
    contact: 'C',
    creditName: 'credit',
    cve: 'B',
  },
  acknowledgeForm: { message: 'C' },
  sentElsewhere: { message: 'C' },
  messageForm: { message: 'C' },
  noteForm: { message: 'inside' },
  writeForm: { message: 'C' },
  acceptForm: { message: 'C', messageAnew: 'C', vector: 'typed', lines: 'released' },
  declineForm: { message: 'C', messageAnew: 'C' },
  duplicateForm: { message: 'C', originalId: 'typed' },
  reopenForm: { message: 'C' },
  theirAnswerForm: { message: 'C' },
  reportList: { listWords: 'typed' },
  cveForm: { cve: 'B' },
  eraseForm: { eraseReason: 'typed' },
  snoozeForm: { snoozeReason: 'inside' },
  embargoBrokenForm: { brokenWhere: 'inside' },
  fixForm: { fixVersion: 'released', fixLink: 'released' },
  creditForm: { creditName: 'credit', creditLink: 'credit' },
  ownCreditForm: { creditName: 'credit', creditLink: 'credit' },
  withdrawAdvisoryForm: { change: 'D' },
  prepareForm: {
    change: 'D',
    enTitle: 'D',
    enSummary: 'D',
    enWorkaround: 'D',
    zhTitle: 'D',
    zhSummary: 'D',
    zhWorkaround: 'D',
  },
};

/** The kind of what is typed into an input; class C where nothing is said. */
export function kindOf(callback: string, input: string): Readonly<{ kind: Kind; listed: boolean }> {
  const form = Object.entries(callbacks).find(([, id]) => id === callback)?.[0] as keyof typeof callbacks | undefined;
  const asked = input.replace(/_\d+$/, '');
  const field = Object.entries(inputs).find(([, id]) => id === asked)?.[0] as keyof typeof inputs | undefined;
  const kind = form && field && kindOfField[form]?.[field];
  return { kind: kind ?? 'C', listed: kind !== undefined };
}
