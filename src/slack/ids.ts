import { z } from 'zod';
import { ReportId } from '../report/report-id.js';
import type { SurfaceName } from './surfaces.js';

/** What a button brings back in its value: nothing, or the id of a report. Never anything else. */
export type Carries = 'nothing' | 'report_id';
type Action = Readonly<{ id: string; carries: Carries; on: readonly SurfaceName[] }>;

/** Every button there is, what it carries, and the surfaces that may show it. */
export const actions = {
  openForm: { id: 'open_form', carries: 'nothing', on: ['menu', 'unknownVerb', 'notForYou'] },
  openFormForAnother: { id: 'open_form_for_another', carries: 'nothing', on: ['menu'] },
  list: { id: 'list_reports', carries: 'nothing', on: ['menu'] },
  help: { id: 'help', carries: 'nothing', on: ['menu', 'unknownVerb'] },
  /** Carries the last report that is shown: the page begins after it. */
  older: { id: 'older_reports', carries: 'report_id', on: ['reportList'] },
  show: { id: 'show_report', carries: 'report_id', on: ['card', 'reportList'] },
  acknowledge: { id: 'acknowledge', carries: 'report_id', on: ['card'] },
  assignToMe: { id: 'assign_to_me', carries: 'report_id', on: ['card'] },
  more: { id: 'more', carries: 'report_id', on: ['card'] },
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

/** What `private_metadata` holds: a report's id, and for an assignment whom the presser saw in charge. */
export const Carried = z.object({ id: ReportId, instead: z.string().optional() });
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
