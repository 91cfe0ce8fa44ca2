import type { Language } from '../report/form.js';
import { accept } from './en/accept.js';
import { acknowledge } from './en/acknowledge.js';
import { advisory } from './en/advisory.js';
import { away } from './en/away.js';
import { card, notification, thread } from './en/card.js';
import { terms } from './en/common-words.js';
import { cvss } from './en/cvss.js';
import { decisionMessage } from './en/decision-message.js';
import { decline } from './en/decline.js';
import { disclosure } from './en/disclosure.js';
import { duplicate } from './en/duplicate.js';
import { erasure } from './en/erasure.js';
import { form, problems } from './en/form.js';
import { handOver } from './en/hand-over.js';
import { immediateNotice } from './en/immediate-notices.js';
import { intakeMessage } from './en/intake-message.js';
import { help, menu, usage } from './en/menu-and-help.js';
import { message, messages } from './en/messages.js';
import { onDuty } from './en/on-duty.js';
import { mine } from './en/own-reports.js';
import { pages } from './en/pages.js';
import { pause } from './en/pause.js';
import { promise } from './en/promise.js';
import { publicBug } from './en/public-bug.js';
import { receipt } from './en/receipt.js';
import { refusals, refused, trouble } from './en/refusals.js';
import { remediation } from './en/remediation.js';
import {
  calendarEnds,
  digest,
  reminder,
  securityChannelAlert,
  sendingHeld,
  setAsideAlarm,
  weekly,
} from './en/reminders.js';
import { reopen } from './en/reopen.js';
import { assign, done, list, view } from './en/report.js';
import { teamBreak } from './en/team-break.js';
import { triage } from './en/triage.js';

/**
 * Every sentence that people read, in English. Values that come in (names, times, ids) stand in the sentence as they are:
 * whoever puts a sentence into marked-up text escapes them first. No sentence holds markup of its own.
 */
export const en = {
  language: 'en' as Language,
  acknowledge,
  advisory,
  card,
  thread,
  notification,
  cvss,
  disclosure,
  erasure,
  form,
  problems,
  intakeMessage,
  help,
  menu,
  usage,
  message,
  messages,
  mine,
  pages,
  receipt,
  refusals,
  refused,
  trouble,
  away,
  onDuty,
  pause,
  promise,
  remediation,
  teamBreak,
  reminder,
  digest,
  weekly,
  securityChannelAlert,
  sendingHeld,
  calendarEnds,
  setAsideAlarm,
  assign,
  done,
  list,
  view,
  terms,
  handOver,
  immediateNotice,
  accept,
  decisionMessage,
  decline,
  publicBug,
  duplicate,
  reopen,
  triage,
};

/** What each language says: the sentences of English, by any wording. A sentence that takes values takes the same ones. */
export interface Locale extends Reworded<typeof en> {}

type Reworded<T> = T extends string
  ? T
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof T]: Reworded<T[Key]> };
