import { z } from 'zod';
import { LetterPurpose, Route } from '../report/report.js';
import { ReportId } from '../report/report-id.js';

/** What a button brings back in its value: nothing, or the id of a report. Never anything else. */
export type Carries = 'nothing' | 'report_id';
type Action = Readonly<{ id: string; carries: Carries; on: readonly string[] }>;

/** Every button there is, what it carries, and the names of the surfaces that show it. */
export const actions = {
  openForm: {
    id: 'open_form',
    carries: 'nothing',
    on: ['menu', 'unknownVerb', 'notForYou', 'door', 'mentionNote', 'homeView'],
  },
  openFormForAnother: { id: 'open_form_for_another', carries: 'nothing', on: ['menu'] },
  list: { id: 'list_reports', carries: 'nothing', on: ['menu', 'homeView'] },
  mine: { id: 'my_reports', carries: 'nothing', on: ['menu', 'door', 'mentionNote', 'receiptWaits'] },
  help: { id: 'help', carries: 'nothing', on: ['menu', 'unknownVerb'] },
  /** Carries the last report that is shown: the page begins after it. */
  older: { id: 'older_reports', carries: 'report_id', on: ['reportList'] },
  show: { id: 'show_report', carries: 'report_id', on: ['card', 'reportList', 'homeView'] },
  acknowledge: { id: 'acknowledge', carries: 'report_id', on: ['card'] },
  assignToMe: { id: 'assign_to_me', carries: 'report_id', on: ['card'] },
  more: { id: 'more', carries: 'report_id', on: ['card'] },
  askReporter: { id: 'ask_reporter', carries: 'report_id', on: ['more'] },
  informReporter: { id: 'inform_reporter', carries: 'report_id', on: ['more'] },
  addNote: { id: 'add_note', carries: 'report_id', on: ['more'] },
  answer: { id: 'answer_team', carries: 'report_id', on: ['myReports', 'homeView', 'messageToReporter'] },
  addInformation: { id: 'add_information', carries: 'report_id', on: ['myReports', 'homeView'] },
  withdraw: { id: 'withdraw', carries: 'report_id', on: ['myReports', 'homeView'] },
  arrived: { id: 'message_arrived', carries: 'report_id', on: ['card'] },
  sendAgain: { id: 'send_message_again', carries: 'report_id', on: ['card'] },
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
  assignTo: 'assign_to',
} as const;

/** The two sides of the door: which one is pressed says the language of the form. */
export const doorBlocks = { en: 'door_en', zh: 'door_zh' } as const;

/** What `private_metadata` holds: a report's id; for an assignment whom the presser saw in charge; for a letter why it is written. */
export const Carried = z.object({
  id: ReportId,
  instead: z.string().optional(),
  purpose: z.enum(['question', 'information']).optional(),
  route: Route.optional(),
  letter: LetterPurpose.optional(),
});
export type Carried = z.infer<typeof Carried>;

export function writeCarried(carried: Carried): string {
  return JSON.stringify(carried);
}

/** Reads `private_metadata` back; `undefined` when it isn't ours. */
export function readCarried(metadata: string): Carried | undefined {
  try {
    return Carried.safeParse(JSON.parse(metadata)).data;
  } catch {
    return undefined;
  }
}
