import { callbacks, inputs } from '../../src/slack/ids.js';

/**
 * What a canary stands for. B, C and D are the classes of content: B is what a card tells, C what only a modal does, D what
 * is published. `inside` is of class C and not for the reporter either; `typed` was typed where no report is told: nobody else
 * ever sees it.
 */
export type Kind = 'B' | 'C' | 'D' | 'inside' | 'typed';

/** Where something is shown. `room` is the security channel, with the threads of its cards. */
export type Place = Readonly<
  | { kind: 'room' }
  | { kind: 'channel'; channel: string }
  | { kind: 'ephemeral'; user: string }
  | { kind: 'dm'; user: string }
  | { kind: 'modal'; user: string }
  | { kind: 'home'; user: string }
>;

/**
 * Who may see it there. `team`: a responder, and for the room, that it is safe. `reporter`: the person whose report it is.
 * `author`: who typed it. `public`: anybody, once the report is disclosed.
 */
export type Reader = 'team' | 'reporter' | 'author' | 'public';

/** The table of classes. What isn't listed may not be. A field of another class needs a line here and one below. */
export const mayStand: Readonly<Record<Kind, Partial<Record<Place['kind'], readonly Reader[]>>>> = {
  B: {
    room: ['team'],
    ephemeral: ['team'],
    modal: ['team', 'reporter'],
    home: ['team', 'reporter'],
    dm: ['reporter'],
  },
  C: { modal: ['team', 'reporter'], home: ['reporter'], dm: ['reporter'] },
  D: {
    room: ['team'],
    modal: ['team', 'reporter'],
    channel: ['public'],
    ephemeral: ['public'],
    home: ['public', 'reporter'],
    dm: ['public', 'reporter'],
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
    creditName: 'D',
    cve: 'B',
  },
  acknowledgeForm: { message: 'C' },
  sentElsewhere: { message: 'C' },
  messageForm: { message: 'C' },
  noteForm: { message: 'inside' },
  writeForm: { message: 'C' },
  acceptForm: { message: 'C', messageAnew: 'C', vector: 'typed', lines: 'D' },
  declineForm: { message: 'C', messageAnew: 'C' },
  duplicateForm: { message: 'C', originalId: 'typed' },
  theirAnswerForm: { message: 'C' },
  cveForm: { cve: 'B' },
  embargoBrokenForm: { brokenWhere: 'inside' },
  fixForm: { fixVersion: 'D', fixLink: 'D' },
  creditForm: { creditName: 'D', creditLink: 'D' },
  ownCreditForm: { creditName: 'D', creditLink: 'D' },
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
