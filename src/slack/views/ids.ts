import { z } from 'zod';
import { baseMetrics, type CvssVersion, cvssVersions } from '../../report/cvss-metrics.js';
import { ReplyPurpose, Route, Status } from '../../report/report.js';
import { ReportId } from '../../report/report-id.js';

/** What a button brings back in its value: nothing, or the id of a report. Never anything else. */
export type Carries = 'nothing' | 'report_id';
type Action = Readonly<{ id: string; carries: Carries; on: readonly string[] }>;

/** Every button there is, what it carries, and the names of the surfaces that show it. */
export const actions = {
  openForm: {
    id: 'open_form',
    carries: 'nothing',
    on: ['menu', 'unknownVerb', 'notForYou', 'intakeMessage', 'mentionNote', 'homeView'],
  },
  openFormForAnother: { id: 'open_form_for_another', carries: 'nothing', on: ['menu'] },
  list: { id: 'list_reports', carries: 'nothing', on: ['menu', 'homeView'] },
  mine: {
    id: 'my_reports',
    carries: 'nothing',
    on: ['menu', 'intakeMessage', 'mentionNote', 'receiptWaits', 'myReports', 'homeView'],
  },
  help: { id: 'help', carries: 'nothing', on: ['menu', 'unknownVerb'] },
  /** Carries the last report that is shown: the page begins after it. */
  older: { id: 'older_reports', carries: 'report_id', on: ['reportList'] },
  show: { id: 'show_report', carries: 'report_id', on: ['card', 'reportList', 'homeView'] },
  previousPage: { id: 'previous_page', carries: 'report_id', on: ['reportView'] },
  nextPage: { id: 'next_page', carries: 'report_id', on: ['reportView'] },
  acknowledge: { id: 'acknowledge', carries: 'report_id', on: ['card'] },
  assignToMe: { id: 'assign_to_me', carries: 'report_id', on: ['card'] },
  more: { id: 'more', carries: 'report_id', on: ['card'] },
  askReporter: { id: 'ask_reporter', carries: 'report_id', on: ['more'] },
  informReporter: { id: 'inform_reporter', carries: 'report_id', on: ['more'] },
  addNote: { id: 'add_note', carries: 'report_id', on: ['more'] },
  readOwn: { id: 'read_own_report', carries: 'report_id', on: ['myReports', 'homeView'] },
  ownPreviousPage: { id: 'own_previous_page', carries: 'report_id', on: ['ownReport'] },
  ownNextPage: { id: 'own_next_page', carries: 'report_id', on: ['ownReport'] },
  /** Carries the last report that is shown: the page begins after it. */
  olderMine: { id: 'older_own_reports', carries: 'report_id', on: ['myReports'] },
  answer: { id: 'answer_team', carries: 'report_id', on: ['myReports', 'homeView', 'messageToReporter'] },
  addInformation: { id: 'add_information', carries: 'report_id', on: ['myReports', 'homeView'] },
  withdraw: { id: 'withdraw', carries: 'report_id', on: ['myReports', 'homeView'] },
  triage: { id: 'triage', carries: 'report_id', on: ['card', 'more'] },
  accept: { id: 'accept', carries: 'report_id', on: ['triage'] },
  decline: { id: 'decline', carries: 'report_id', on: ['triage'] },
  duplicate: { id: 'duplicate', carries: 'report_id', on: ['triage'] },
  buildV31: { id: 'build_cvss_3_1', carries: 'report_id', on: ['acceptForm'] },
  buildV40: { id: 'build_cvss_4_0', carries: 'report_id', on: ['acceptForm'] },
  typeVector: { id: 'type_cvss_vector', carries: 'report_id', on: ['acceptForm'] },
  reopen: { id: 'reopen', carries: 'report_id', on: ['more'] },
  theirAnswer: { id: 'their_answer', carries: 'report_id', on: ['more'] },
  recordPublicBug: { id: 'record_public_bug', carries: 'report_id', on: ['more'] },
  publicBugText: { id: 'public_bug_text', carries: 'report_id', on: ['more'] },
  makePublicBug: { id: 'make_public_bug', carries: 'report_id', on: ['myReports', 'homeView'] },
  arrived: { id: 'message_arrived', carries: 'report_id', on: ['card'] },
  sendAgain: { id: 'send_message_again', carries: 'report_id', on: ['card'] },
  recordFix: { id: 'record_fix', carries: 'report_id', on: ['card', 'more'] },
  prepareDisclosure: { id: 'prepare_disclosure', carries: 'report_id', on: ['card', 'more'] },
  approve: { id: 'approve_disclosure', carries: 'report_id', on: ['card'] },
  publish: { id: 'publish_advisory', carries: 'report_id', on: ['card'] },
  cve: { id: 'cve_number', carries: 'report_id', on: ['more'] },
  embargo: { id: 'embargo', carries: 'report_id', on: ['more'] },
  agreedEarly: { id: 'reporter_agreed_early', carries: 'report_id', on: ['more'] },
  credit: { id: 'credit', carries: 'report_id', on: ['more'] },
  embargoBroken: { id: 'embargo_broken', carries: 'report_id', on: ['more'] },
  ownCredit: { id: 'own_credit', carries: 'report_id', on: ['myReports', 'homeView'] },
  agreeEarly: { id: 'agree_early', carries: 'report_id', on: ['myReports', 'homeView'] },
} as const satisfies Record<string, Action>;
export type ActionName = keyof typeof actions;

/** The modals that can be submitted. */
export const callbacks = {
  reportForm: 'report_form',
  acknowledgeForm: 'acknowledge_form',
  sentElsewhere: 'sent_elsewhere',
  more: 'assign_form',
  messageForm: 'message_form',
  noteForm: 'note_form',
  writeForm: 'write_form',
  fixForm: 'fix_form',
  prepareForm: 'prepare_form',
  approveForm: 'approve_form',
  publishForm: 'publish_form',
  cveForm: 'cve_form',
  embargoForm: 'embargo_form',
  creditForm: 'credit_form',
  ownCreditForm: 'own_credit_form',
  embargoBrokenForm: 'embargo_broken_form',
  acceptForm: 'accept_form',
  declineForm: 'decline_form',
  duplicateForm: 'duplicate_form',
  theirAnswerForm: 'their_answer_form',
} as const;

/** The block and action id of each input; an input's action id is its block id. */
export const inputs = {
  onBehalfOf: 'on_behalf_of',
  receivedAt: 'received_at',
  title: 'title',
  overview: 'overview',
  versions: 'versions',
  otherVersions: 'other_versions',
  cve: 'cve',
  verification: 'verification',
  contact: 'contact',
  knownAlready: 'known_already',
  creditName: 'credit_name',
  language: 'language',
  message: 'message',
  /** The same, drawn anew: a text under an id that was shown before stays as it was. */
  messageAnew: 'message_anew',
  vector: 'cvss_vector',
  lines: 'affected_lines',
  declineReason: 'decline_reason',
  publicBug: 'public_bug',
  original: 'original',
  originalId: 'original_id',
  assignTo: 'assign_to',
  nextUpdate: 'next_update',
  embargoDay: 'embargo_day',
  embargoTime: 'embargo_time',
  brokenWhere: 'broken_where',
  creditBy: 'credit_by',
  creditLink: 'credit_link',
  /** These four with the place of the product line behind them, as `fix_version_0`. */
  fixVersion: 'fix_version',
  fixLink: 'fix_link',
  fixDay: 'fix_day',
  fixWont: 'fix_wont',
  change: 'change',
  enTitle: 'en_title',
  enSummary: 'en_summary',
  enWorkaround: 'en_workaround',
  zhTitle: 'zh_title',
  zhSummary: 'zh_summary',
  zhWorkaround: 'zh_workaround',
} as const;

/** The input of a base metric. */
export function metricInput(version: CvssVersion, metric: string): string {
  return `cvss_${version.replace('.', '_')}_${metric}`;
}

/** Inputs of modals of which the bot hears at once when something is chosen or typed, by their action ids. */
export const choices = {
  vector: [inputs.vector],
  metric: cvssVersions.flatMap((version) => baseMetrics[version].map(({ name }) => metricInput(version, name))),
  declineReason: [inputs.declineReason],
  publicBug: [inputs.publicBug],
} as const satisfies Record<string, readonly string[]>;
export type ChoiceName = keyof typeof choices;

/** The two sides of the intake message: which one is pressed says the language of the form. */
export const intakeBlocks = { en: 'door_en', zh: 'door_zh' } as const;

/** The block of a card's buttons while it asks about a delivery, by its place in the history. */
export function questionBlock(event: number): string {
  return `in_question_${event}`;
}

/** The delivery that the card asked about on which a button of this block was pressed. */
export function eventInQuestion(block: string | undefined): number | undefined {
  const [, event] = /^in_question_(\d{1,9})$/.exec(block ?? '') ?? [];
  return event === undefined ? undefined : Number(event);
}

/** What `private_metadata` holds: a report's id; for an assignment whom the presser saw in charge; for a reply why it is written; what was looked at. */
export const ModalMetadata = z.object({
  id: ReportId,
  instead: z.string().optional(),
  purpose: z.enum(['question', 'information']).optional(),
  route: Route.optional(),
  reply: ReplyPurpose.optional(),
  /** The place in the history of what was looked at: the advisory that was prepared, or the lines that were accepted. */
  place: z.number().int().nonnegative().optional(),
  /** How the report stood when the modal was opened. */
  seen: Status.optional(),
  /** Of a report that is read page by page: the one that is shown, from 0. */
  page: z.number().int().nonnegative().optional(),
});
export type ModalMetadata = z.infer<typeof ModalMetadata>;

export function writeModalMetadata(carried: ModalMetadata): string {
  return JSON.stringify(carried);
}

/** Reads `private_metadata` back; `undefined` when it isn't ours. */
export function readModalMetadata(metadata: string): ModalMetadata | undefined {
  try {
    return ModalMetadata.safeParse(JSON.parse(metadata)).data;
  } catch {
    return undefined;
  }
}
