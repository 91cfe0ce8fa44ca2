import { sandbox } from '../../src/sandbox/sandbox-world.js';
import { type ActionName, type callbacks, inputs } from '../../src/slack/ids.js';
import type { VerbName } from '../../src/slack/verbs.js';

/**
 * Who may do something, as DESIGN 6 has it; nothing here is read from the code. `anyone`: report, follow one's own, find
 * one's way. `own_reporter`: whose report it is. `team`: a responder, for reading. `responder`: a responder who acts, and not
 * on a report of their own. `lead`: a lead.
 */
export type Right = 'anyone' | 'own_reporter' | 'team' | 'responder' | 'lead';

/** `changes`: in some state of a report, who may do it changes it. */
type Row = Readonly<{ right: Right; changes: boolean }>;
type VerbRow = Row & Readonly<{ typed: (id: string) => string }>;
/** `chosen`: what stands in inputs that a sample of the modal cannot tell, by block. */
type FormRow = Row & Readonly<{ chosen?: Readonly<Record<string, string | readonly string[]>> }>;

const row = (right: Right, changes: 'changes' | 'reads'): Row => ({ right, changes: changes === 'changes' });

export const buttonRows: Readonly<Record<ActionName, Row>> = {
  openForm: row('anyone', 'reads'),
  openFormForAnother: row('team', 'reads'),
  list: row('team', 'reads'),
  mine: row('anyone', 'reads'),
  help: row('anyone', 'reads'),
  older: row('team', 'reads'),
  show: row('team', 'reads'),
  acknowledge: row('responder', 'reads'),
  assignToMe: row('responder', 'changes'),
  more: row('responder', 'reads'),
  askReporter: row('responder', 'reads'),
  informReporter: row('responder', 'reads'),
  addNote: row('responder', 'reads'),
  answer: row('own_reporter', 'reads'),
  addInformation: row('own_reporter', 'reads'),
  withdraw: row('own_reporter', 'changes'),
  arrived: row('responder', 'changes'),
  sendAgain: row('responder', 'changes'),
};

const verb = (right: Right, changes: 'changes' | 'reads', typed: (id: string) => string): VerbRow => ({
  ...row(right, changes),
  typed,
});

export const verbRows: Readonly<Record<VerbName, VerbRow>> = {
  report: verb('anyone', 'reads', () => 'report'),
  list: verb('team', 'reads', () => 'list'),
  mine: verb('anyone', 'reads', (id) => `mine ${id}`),
  show: verb('team', 'reads', (id) => `show ${id}`),
  assign: verb('responder', 'changes', (id) => `assign ${id} <@${sandbox.bo}|bo>`),
  ack: verb('responder', 'reads', (id) => `ack ${id}`),
  setup: verb('lead', 'reads', () => 'setup'),
  help: verb('anyone', 'reads', () => 'help list'),
};

export const formRows: Readonly<Record<keyof typeof callbacks, FormRow>> = {
  reportForm: {
    ...row('anyone', 'reads'),
    chosen: { [inputs.versions]: ['v4.x'], [inputs.cve]: '', [inputs.onBehalfOf]: '' },
  },
  acknowledgeForm: row('responder', 'changes'),
  sentElsewhere: row('responder', 'changes'),
  more: { ...row('responder', 'changes'), chosen: { [inputs.assignTo]: sandbox.bo } },
  messageForm: row('responder', 'changes'),
  noteForm: row('responder', 'changes'),
  writeForm: row('own_reporter', 'changes'),
};

/** Ways in that no registry names: a bare `/vuln`, a word that is no verb, what an older version had, and events. */
export const otherRows = {
  menu: row('anyone', 'reads'),
  unknownVerb: row('anyone', 'reads'),
  retiredButton: row('anyone', 'reads'),
  homeOpened: row('anyone', 'reads'),
  mentioned: row('anyone', 'reads'),
} as const;

/** Shortcuts of the manifest by their callback id: there are none. */
export const shortcutRows: Readonly<Record<string, Row>> = {};
