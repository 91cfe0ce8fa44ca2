import type { Locale } from './en.js';
import { accept } from './zh/accept.js';
import { acknowledge } from './zh/acknowledge.js';
import { advisory } from './zh/advisory.js';
import { away } from './zh/away.js';
import { card, notification, thread } from './zh/card.js';
import { terms } from './zh/common-words.js';
import { cvss } from './zh/cvss.js';
import { decisionMessage } from './zh/decision-message.js';
import { decline } from './zh/decline.js';
import { disclosure } from './zh/disclosure.js';
import { duplicate } from './zh/duplicate.js';
import { erasure } from './zh/erasure.js';
import { form, problems } from './zh/form.js';
import { handOver } from './zh/hand-over.js';
import { immediateNotice } from './zh/immediate-notices.js';
import { intakeMessage } from './zh/intake-message.js';
import { help, menu, usage } from './zh/menu-and-help.js';
import { message, messages } from './zh/messages.js';
import { onDuty } from './zh/on-duty.js';
import { mine } from './zh/own-reports.js';
import { pages } from './zh/pages.js';
import { pause } from './zh/pause.js';
import { promise } from './zh/promise.js';
import { publicBug } from './zh/public-bug.js';
import { receipt } from './zh/receipt.js';
import { refusals, refused, trouble } from './zh/refusals.js';
import { remediation } from './zh/remediation.js';
import {
  calendarEnds,
  digest,
  reminder,
  securityChannelAlert,
  sendingHeld,
  setAsideAlarm,
  weekly,
} from './zh/reminders.js';
import { reopen } from './zh/reopen.js';
import { assign, done, list, view } from './zh/report.js';
import { teamBreak } from './zh/team-break.js';
import { triage } from './zh/triage.js';

export const zh: Locale = {
  language: 'zh',
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
