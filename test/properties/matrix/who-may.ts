import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import type { VerbName } from '../../../src/slack/views/commands.js';
import { type ActionName, type ChoiceName, type callbacks, inputs } from '../../../src/slack/views/ids.js';

/**
 * Who may do something, as DESIGN 6 has it; nothing here is read from the code. `anyone`: report, follow one's own, find
 * one's way. `own_reporter`: whose report it is. `team`: a responder, for reading. `responder`: a responder who acts, and not
 * on a report of their own. `lead`: a lead. `acting_lead`: a lead who acts, and not on a report of their own.
 */
export type Right = 'anyone' | 'own_reporter' | 'team' | 'responder' | 'lead' | 'acting_lead';
/** What takes somebody of the team: everything but reporting, following one's own, and finding one's way. */
export const isTeams = (right: Right): boolean => right !== 'anyone' && right !== 'own_reporter';

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
  previousPage: row('team', 'reads'),
  nextPage: row('team', 'reads'),
  acknowledge: row('responder', 'reads'),
  assignToMe: row('responder', 'changes'),
  more: row('responder', 'reads'),
  askReporter: row('responder', 'reads'),
  informReporter: row('responder', 'reads'),
  addNote: row('responder', 'reads'),
  readOwn: row('own_reporter', 'reads'),
  ownPreviousPage: row('own_reporter', 'reads'),
  ownNextPage: row('own_reporter', 'reads'),
  olderMine: row('own_reporter', 'reads'),
  answer: row('own_reporter', 'reads'),
  addInformation: row('own_reporter', 'reads'),
  withdraw: row('own_reporter', 'changes'),
  arrived: row('responder', 'changes'),
  sendAgain: row('responder', 'changes'),
  triage: row('responder', 'reads'),
  accept: row('responder', 'reads'),
  decline: row('responder', 'reads'),
  duplicate: row('responder', 'reads'),
  buildV31: row('responder', 'reads'),
  buildV40: row('responder', 'reads'),
  typeVector: row('responder', 'reads'),
  reopen: row('responder', 'changes'),
  theirAnswer: row('responder', 'reads'),
  recordPublicBug: row('responder', 'changes'),
  publicBugText: row('responder', 'reads'),
  makePublicBug: row('own_reporter', 'changes'),
  recordFix: row('responder', 'reads'),
  prepareDisclosure: row('responder', 'reads'),
  approve: row('responder', 'reads'),
  publish: row('responder', 'reads'),
  cve: row('responder', 'reads'),
  embargo: row('responder', 'reads'),
  agreedEarly: row('responder', 'changes'),
  credit: row('responder', 'reads'),
  embargoBroken: row('acting_lead', 'reads'),
  ownCredit: row('own_reporter', 'reads'),
  agreeEarly: row('own_reporter', 'changes'),
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
  triage: verb('responder', 'reads', (id) => `triage ${id}`),
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
  acceptForm: {
    ...row('responder', 'changes'),
    chosen: { [inputs.vector]: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', [inputs.lines]: 'KubeSphere v3.4: all' },
  },
  declineForm: { ...row('responder', 'changes'), chosen: { [inputs.declineReason]: 'cannot_reproduce' } },
  // Of a report that there is it would change two, and the other one isn't asked about.
  duplicateForm: { ...row('responder', 'reads'), chosen: { [inputs.originalId]: 'VR-0000-0000' } },
  theirAnswerForm: row('responder', 'changes'),
  cveForm: { ...row('responder', 'changes'), chosen: { [inputs.cve]: 'CVE-2026-54321' } },
  embargoForm: { ...row('responder', 'changes'), chosen: { [inputs.embargoDay]: '2026-12-01' } },
  embargoBrokenForm: row('acting_lead', 'changes'),
  fixForm: { ...row('responder', 'changes'), chosen: { fix_version_0: '3.4.2', fix_link_0: '' } },
  creditForm: { ...row('responder', 'changes'), chosen: { [inputs.creditLink]: '' } },
  ownCreditForm: { ...row('own_reporter', 'changes'), chosen: { [inputs.creditLink]: '' } },
  prepareForm: {
    ...row('responder', 'changes'),
    chosen: { [inputs.zhTitle]: '', [inputs.zhSummary]: '', [inputs.zhWorkaround]: '' },
  },
  approveForm: row('responder', 'changes'),
  publishForm: row('responder', 'changes'),
};

/** What is chosen in a form of triage that goes on being filled. */
export const choiceRows: Readonly<Record<ChoiceName, Row>> = {
  vector: row('responder', 'reads'),
  metric: row('responder', 'reads'),
  declineReason: row('responder', 'reads'),
  publicBug: row('responder', 'reads'),
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

/** The line of something in the registries. @throws when there is none */
export function rowOf<R>(rows: Readonly<Record<string, R>>, name: string, sort: string): R {
  const found = rows[name];
  if (found === undefined)
    throw new Error(
      `Nothing says who may use the ${sort} "${name}". Add its line to test/properties/matrix/who-may.ts.`,
    );
  return found;
}
