import { type FilterName, filterNames } from '../../handling/report-filters.js';
import { baseMetrics, type CvssVersion, cvssVersions } from '../../report/cvss-metrics.js';
import type { Language } from '../../report/form.js';

/** Every button there is. A button brings back nothing, or the id of a report. */
export const actions = {
  openForm: 'open_form',
  openFormForAnother: 'open_form_for_another',
  list: 'list_reports',
  mine: 'my_reports',
  help: 'help',
  /** Carries the last report that is shown: the page begins after it. */
  older: 'older_reports',
  show: 'show_report',
  previousPage: 'previous_page',
  nextPage: 'next_page',
  acknowledge: 'acknowledge',
  assignToMe: 'assign_to_me',
  more: 'more',
  askReporter: 'ask_reporter',
  informReporter: 'inform_reporter',
  addNote: 'add_note',
  assign: 'assign',
  readOwn: 'read_own_report',
  ownPreviousPage: 'own_previous_page',
  ownNextPage: 'own_next_page',
  /** Carries the last report that is shown: the page begins after it. */
  olderMine: 'older_own_reports',
  answer: 'answer_team',
  addInformation: 'add_information',
  withdraw: 'withdraw',
  triage: 'triage',
  accept: 'accept',
  decline: 'decline',
  duplicate: 'duplicate',
  buildV31: 'build_cvss_3_1',
  buildV40: 'build_cvss_4_0',
  typeVector: 'type_cvss_vector',
  showScore: 'show_cvss_score',
  reopen: 'reopen',
  theirAnswer: 'their_answer',
  recordPublicBug: 'record_public_bug',
  publicBugText: 'public_bug_text',
  makePublicBug: 'make_public_bug',
  arrived: 'message_arrived',
  sendAgain: 'send_message_again',
  /** The block of these two says which proposal is meant. */
  movePromise: 'move_promise',
  keepPromise: 'keep_promise',
  /** The block of these two says which offer is meant. */
  acceptHandOver: 'accept_hand_over',
  declineHandOver: 'decline_hand_over',
  /** The block of these two says whose reports are meant. */
  takeReports: 'take_reports',
  declineToStandIn: 'decline_to_stand_in',
  /** The block of these two says whose duty is meant, and when. */
  acceptCover: 'accept_cover',
  declineCover: 'decline_cover',
  snoozeTwoHours: 'snooze_two_hours',
  snoozeTomorrow: 'snooze_tomorrow',
  snoozeNextWorkingDay: 'snooze_next_working_day',
  /** Its block says until when. */
  snoozeLastToo: 'snooze_last_reminders_too',
  recordFix: 'record_fix',
  prepareDisclosure: 'prepare_disclosure',
  withdrawAdvisory: 'withdraw_advisory',
  approve: 'approve_disclosure',
  publish: 'publish_advisory',
  cve: 'cve_number',
  embargo: 'embargo',
  agreedEarly: 'reporter_agreed_early',
  credit: 'credit',
  embargoBroken: 'embargo_broken',
  pauseReporter: 'pause_reporter',
  endReporterPause: 'end_reporter_pause',
  erase: 'erase_report',
  ownCredit: 'own_credit',
  agreeEarly: 'agree_early',
  /** Its block says which proposal is meant. */
  agreeEmbargo: 'agree_embargo',
  /** Its block says which hold is meant. */
  goOn: 'go_on_after_restore',
} as const satisfies Record<string, string>;
export type ActionName = keyof typeof actions;

/** The modals that can be submitted. */
export const callbacks = {
  reportForm: 'report_form',
  acknowledgeForm: 'acknowledge_form',
  sentElsewhere: 'sent_elsewhere',
  assignForm: 'assign_form',
  messageForm: 'message_form',
  noteForm: 'note_form',
  writeForm: 'write_form',
  fixForm: 'fix_form',
  prepareForm: 'prepare_form',
  withdrawAdvisoryForm: 'withdraw_advisory_form',
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
  reopenForm: 'reopen_form',
  theirAnswerForm: 'their_answer_form',
  listForm: 'list_form',
  eraseForm: 'erase_form',
  pauseForm: 'pause_reporter_form',
  snoozeForm: 'snooze_form',
} as const;
export type CallbackName = keyof typeof callbacks;

/** What stands in the menu of a message, by its callback id in the manifest. */
export const shortcuts = { reportMessage: 'report_message' } as const;

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
  /** Whether the message beside it is sent. */
  tell: 'tell',
  tellAnew: 'tell_anew',
  vector: 'cvss_vector',
  lines: 'affected_lines',
  cwes: 'weaknesses',
  declineReason: 'decline_reason',
  publicBug: 'public_bug',
  original: 'original',
  originalId: 'original_id',
  assignTo: 'assign_to',
  nextUpdate: 'next_update',
  cveStep: 'cve_step',
  embargoHow: 'embargo_how',
  embargoDay: 'embargo_day',
  embargoTime: 'embargo_time',
  brokenWhere: 'broken_where',
  eraseReason: 'erase_reason',
  pauseUntil: 'pause_until',
  snoozeReason: 'snooze_reason',
  creditBy: 'credit_by',
  creditLink: 'credit_link',
  creditRole: 'credit_role',
  /** These four with the place of the product line behind them, as `fix_version_0`. */
  fixVersion: 'fix_version',
  fixLink: 'fix_link',
  fixDay: 'fix_day',
  fixWont: 'fix_wont',
  change: 'change',
  /** What a list shows. The first two stand in one block. */
  listFilter: 'list_filter',
  listSeverity: 'list_severity',
  listWords: 'list_words',
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
  listed: [inputs.listFilter, inputs.listSeverity],
} as const satisfies Record<string, readonly string[]>;
export type ChoiceName = keyof typeof choices;

/** The two sides of the intake message: which one is pressed says the language of the form. */
export const intakeBlocks = { en: 'door_en', zh: 'door_zh' } as const satisfies Record<Language, string>;

/** The block of a button that opens the list, by what the list shows. */
export function listBlock(filter: FilterName): string {
  return `list_of_${filter}`;
}

/** What a list shows that was opened by a button of this block. */
export function filterOfBlock(block: string | undefined): FilterName | undefined {
  return filterNames.find((name) => listBlock(name) === block);
}

/** The block of buttons that ask about something in the history: a delivery on a card, an embargo's date to its reporter. */
export function questionBlock(event: number): string {
  return `in_question_${event}`;
}

/** What was asked about where a button of this block was pressed. */
export function eventInQuestion(block: string | undefined): number | undefined {
  const [, event] = /^in_question_(\d{1,9})$/.exec(block ?? '') ?? [];
  return event === undefined ? undefined : Number(event);
}

/** The block of buttons that ask whether somebody stands in for a person. */
export function standInBlock(user: string): string {
  return `stand_in_${user}`;
}

/** For whom somebody is to stand in, where a button of this block was pressed. */
export function absentIn(block: string | undefined): string | undefined {
  return /^stand_in_([UW][A-Z0-9]{2,20})$/.exec(block ?? '')?.[1];
}

/** The block of buttons that ask somebody to take a colleague's duty, from one day (`YYYY-MM-DD`) to another. */
export function coverBlock(user: string, from: string, to: string): string {
  return `cover_${user}_${from}_${to}`;
}

/** Whose duty is to be taken, and when, where a button of this block was pressed. */
export function coverIn(block: string | undefined): Readonly<{ user: string; from: string; to: string }> | undefined {
  const days = /^cover_([UW][A-Z0-9]{2,20})_(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})$/.exec(block ?? '');
  const [, user, from, to] = days ?? [];
  return user === undefined || from === undefined || to === undefined ? undefined : { user, from, to };
}

/** The block of the button by which a snooze until then holds back more. */
export function snoozeBlock(until: Date): string {
  return `snoozed_until_${until.getTime()}`;
}

/** Until when the snooze holds at which a button of this block was pressed. */
export function snoozeOfBlock(block: string | undefined): Date | undefined {
  const [, until] = /^snoozed_until_(\d{1,15})$/.exec(block ?? '') ?? [];
  return until === undefined ? undefined : new Date(Number(until));
}

/** The block of the button that ends a hold, by when the hold began. */
export function holdBlock(since: Date): string {
  return `hold_since_${since.getTime()}`;
}

/** When the hold began that a button of this block ends. */
export function holdOfBlock(block: string | undefined): Date | undefined {
  const [, since] = /^hold_since_(\d{1,15})$/.exec(block ?? '') ?? [];
  return since === undefined ? undefined : new Date(Number(since));
}
