import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import type { ActionName } from '../../../src/slack/views/actions.js';
import type { VerbName } from '../../../src/slack/views/commands.js';
import type { Role } from '../../../src/slack/views/declare-surface.js';
import { type ChoiceName, inputs } from '../../../src/slack/views/inputs.js';
import type { callbacks } from '../../../src/slack/views/surfaces.js';

/**
 * Who may do something, as DESIGN 6 has it; nothing here is read from the code. The roles and the audience `own_reporter` are
 * the code's words. `reader`: a responder, or its own reporter. `acting_…`: whoever acts, and not on a report of their own; the plain role reads that, too.
 */
export type Right = Role | 'own_reporter' | 'reader' | 'acting_responder' | 'acting_lead';
/** What takes somebody of the team: everything but reporting, following one's own, and finding one's way. */
export const isTeams = (right: Right): boolean => right !== 'anyone' && right !== 'own_reporter' && right !== 'reader';

/** `changes`: in some state of a report, who may do it changes it; `others`: more reports than the one it names. */
type Row = Readonly<{ right: Right; changes: boolean; others?: true }>;
type VerbRow = Row & Readonly<{ typed: (id: string) => string }>;
/** `chosen`: what stands in inputs that a sample of the modal cannot tell, by block. */
type FormRow = Row & Readonly<{ chosen?: Readonly<Record<string, string | readonly string[]>> }>;

const row = (right: Right, changes: 'changes' | 'reads'): Row => ({ right, changes: changes === 'changes' });

export const buttonRows: Readonly<Record<ActionName, Row>> = {
  openForm: row('anyone', 'reads'),
  openFormForAnother: row('responder', 'reads'),
  list: row('responder', 'reads'),
  mine: row('anyone', 'reads'),
  help: row('anyone', 'reads'),
  older: row('responder', 'reads'),
  // It only reads: somebody has looked at every report here.
  show: row('responder', 'reads'),
  previousPage: row('responder', 'reads'),
  nextPage: row('responder', 'reads'),
  acknowledge: row('acting_responder', 'reads'),
  assignToMe: row('acting_responder', 'changes'),
  more: row('acting_responder', 'reads'),
  askReporter: row('acting_responder', 'reads'),
  informReporter: row('acting_responder', 'reads'),
  assign: row('acting_responder', 'reads'),
  addNote: row('acting_responder', 'reads'),
  readOwn: row('own_reporter', 'reads'),
  ownPreviousPage: row('own_reporter', 'reads'),
  ownNextPage: row('own_reporter', 'reads'),
  olderMine: row('own_reporter', 'reads'),
  answer: row('own_reporter', 'reads'),
  addInformation: row('own_reporter', 'reads'),
  withdraw: row('own_reporter', 'changes'),
  arrived: row('acting_responder', 'changes'),
  sendAgain: row('acting_responder', 'changes'),
  triage: row('acting_responder', 'reads'),
  accept: row('acting_responder', 'reads'),
  decline: row('acting_responder', 'reads'),
  duplicate: row('acting_responder', 'reads'),
  buildV31: row('acting_responder', 'reads'),
  buildV40: row('acting_responder', 'reads'),
  typeVector: row('acting_responder', 'reads'),
  showScore: row('acting_responder', 'reads'),
  reopen: row('acting_responder', 'reads'),
  theirAnswer: row('acting_responder', 'reads'),
  recordPublicBug: row('acting_responder', 'changes'),
  publicBugText: row('acting_responder', 'reads'),
  makePublicBug: row('own_reporter', 'changes'),
  // The matrix presses without the block that names whoever is away.
  // The matrix presses without the block that names the offer.
  acceptHandOver: row('acting_responder', 'reads'),
  declineHandOver: row('acting_responder', 'reads'),
  acceptCover: row('responder', 'reads'),
  declineCover: row('responder', 'reads'),
  askForSwap: row('responder', 'reads'),
  snoozeTwoHours: row('responder', 'reads'),
  snoozeTomorrow: row('responder', 'reads'),
  snoozeNextWorkingDay: row('responder', 'reads'),
  // The matrix presses without the block that says until when.
  snoozeLastToo: row('responder', 'reads'),
  takeReports: row('responder', 'reads'),
  declineToStandIn: row('responder', 'reads'),
  // The matrix presses without the block that names the proposal.
  movePromise: row('acting_lead', 'reads'),
  keepPromise: row('acting_lead', 'reads'),
  recordFix: row('acting_responder', 'reads'),
  prepareDisclosure: row('acting_responder', 'reads'),
  withdrawAdvisory: row('acting_responder', 'reads'),
  approve: row('acting_responder', 'reads'),
  publish: row('acting_responder', 'reads'),
  cve: row('acting_responder', 'reads'),
  embargo: row('acting_responder', 'reads'),
  agreedEarly: row('acting_responder', 'changes'),
  credit: row('acting_responder', 'reads'),
  embargoBroken: row('acting_lead', 'reads'),
  pauseReporter: row('acting_lead', 'reads'),
  // Nobody is paused in the matrix.
  endReporterPause: row('acting_lead', 'reads'),
  erase: row('acting_lead', 'reads'),
  ownCredit: row('own_reporter', 'reads'),
  agreeEarly: row('own_reporter', 'changes'),
  // The matrix presses without the block that names the proposal.
  agreeEmbargo: row('own_reporter', 'reads'),
  // The matrix presses without the block that names the hold.
  goOn: row('lead', 'reads'),
};

const verb = (right: Right, changes: 'changes' | 'reads', typed: (id: string) => string): VerbRow => ({
  ...row(right, changes),
  typed,
});

export const verbRows: Readonly<Record<VerbName, VerbRow>> = {
  report: verb('anyone', 'reads', () => 'report'),
  list: verb('responder', 'reads', () => 'list'),
  search: verb('responder', 'reads', (id) => `search ${id}`),
  mine: verb('anyone', 'reads', (id) => `mine ${id}`),
  show: verb('reader', 'reads', (id) => `show ${id}`),
  assign: verb('acting_responder', 'changes', (id) => `assign ${id} <@${sandbox.bo}|bo>`),
  ack: verb('acting_responder', 'reads', (id) => `ack ${id}`),
  triage: verb('acting_responder', 'reads', (id) => `triage ${id}`),
  duty: verb('responder', 'reads', () => 'duty'),
  away: verb('responder', 'reads', () => 'away end'),
  break: verb('lead', 'reads', () => 'break end'),
  setup: verb('lead', 'reads', () => 'setup'),
  help: verb('anyone', 'reads', () => 'help list'),
};

export const formRows: Readonly<Record<keyof typeof callbacks, FormRow>> = {
  reportForm: {
    ...row('anyone', 'reads'),
    chosen: { [inputs.versions]: ['v4.x'], [inputs.cve]: '', [inputs.onBehalfOf]: '' },
  },
  acknowledgeForm: row('acting_responder', 'changes'),
  sentElsewhere: row('acting_responder', 'changes'),
  assignForm: { ...row('acting_responder', 'changes'), chosen: { [inputs.assignTo]: sandbox.bo } },
  // The draft has a gap.
  messageForm: { ...row('acting_responder', 'changes'), chosen: { [inputs.message]: 'Which version is it?' } },
  noteForm: row('acting_responder', 'changes'),
  writeForm: row('own_reporter', 'changes'),
  // With a score that the form has not shown it is asked about once more.
  acceptForm: {
    ...row('acting_responder', 'reads'),
    chosen: {
      [inputs.vector]: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
      [inputs.lines]: 'KubeSphere v3.4: all',
      [inputs.cwes]: ['CWE-862'],
    },
  },
  declineForm: { ...row('acting_responder', 'changes'), chosen: { [inputs.declineReason]: 'cannot_reproduce' } },
  // Of a report that there is it would change two, and the other one isn't asked about.
  duplicateForm: { ...row('acting_responder', 'reads'), chosen: { [inputs.originalId]: 'VR-0000-0000' } },
  reopenForm: row('acting_responder', 'changes'),
  theirAnswerForm: row('acting_responder', 'changes'),
  reportList: row('responder', 'reads'),
  cveForm: { ...row('acting_responder', 'changes'), chosen: { [inputs.cve]: 'CVE-2026-54321' } },
  embargoForm: { ...row('acting_responder', 'changes'), chosen: { [inputs.embargoDay]: '2026-12-01' } },
  // The sample was drawn from another history, so it is refused as changed meanwhile.
  eraseForm: row('acting_lead', 'reads'),
  pauseForm: { ...row('acting_lead', 'changes'), chosen: { [inputs.pauseUntil]: '2026-09-29' } },
  // Each report of theirs of which the last reminder is skipped.
  snoozeForm: { ...row('responder', 'changes'), others: true },
  // It asks a colleague, and changes no report.
  swapForm: row('responder', 'reads'),
  embargoBrokenForm: row('acting_lead', 'changes'),
  fixForm: { ...row('acting_responder', 'changes'), chosen: { fix_version_0: '3.4.2', fix_link_0: '' } },
  creditForm: { ...row('acting_responder', 'changes'), chosen: { [inputs.creditLink]: '' } },
  ownCreditForm: { ...row('own_reporter', 'changes'), chosen: { [inputs.creditLink]: '' } },
  prepareForm: {
    ...row('acting_responder', 'changes'),
    chosen: { [inputs.zhTitle]: '', [inputs.zhSummary]: '', [inputs.zhWorkaround]: '' },
  },
  withdrawAdvisoryForm: row('acting_responder', 'changes'),
  approveForm: row('acting_responder', 'changes'),
  publishForm: row('acting_responder', 'changes'),
};

/** What is chosen in a form of triage that goes on being filled. */
export const choiceRows: Readonly<Record<ChoiceName, Row>> = {
  vector: row('acting_responder', 'reads'),
  metric: row('acting_responder', 'reads'),
  declineReason: row('acting_responder', 'reads'),
  publicBug: row('acting_responder', 'reads'),
  listed: row('responder', 'reads'),
};

/** Ways in that no registry names: a bare `/vuln`, a word that is no verb, what an older version had, and events. */
export const otherRows = {
  menu: row('anyone', 'reads'),
  unknownVerb: row('anyone', 'reads'),
  retiredButton: row('anyone', 'reads'),
  homeOpened: row('anyone', 'reads'),
  mentioned: row('anyone', 'reads'),
} as const;

/** Shortcuts of the manifest by their callback id. */
export const shortcutRows: Readonly<Record<string, Row>> = { report_message: row('anyone', 'reads') };

/** The line of something in the registries. @throws when there is none */
export function rowOf<R>(rows: Readonly<Record<string, R>>, name: string, sort: string): R {
  const found = rows[name];
  if (found === undefined)
    throw new Error(
      `Nothing says who may use the ${sort} "${name}". Add its line to test/properties/matrix/who-may.ts.`,
    );
  return found;
}
