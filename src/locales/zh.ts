import type { Locale } from './locale.js';
import { acknowledge, message } from './zh/acknowledge.js';
import { advisory } from './zh/advisory.js';
import { card, thread } from './zh/card.js';
import { cvss } from './zh/cvss.js';
import { form, problems } from './zh/form.js';
import { life } from './zh/life.js';
import { intakeMessage, messages, mine } from './zh/messages.js';
import { pages } from './zh/pages.js';
import { receipt } from './zh/receipt.js';
import { refusals, refused } from './zh/refusals.js';
import { remedy } from './zh/remediation.js';
import { channel, reminder, rung } from './zh/reminders.js';
import { assign, done, list, view } from './zh/report.js';
import { help, menu, trouble, usage } from './zh/talk.js';
import { terms } from './zh/terms.js';
import { triage } from './zh/triage.js';

export const zh: Locale = {
  language: 'zh',
  terms,
  form,
  problems,
  receipt,
  acknowledge,
  message,
  card,
  thread,
  view,
  assign,
  list,
  menu,
  help,
  usage,
  done,
  reminder,
  rung,
  refused,
  refusals,
  trouble,
  channel,
  messages,
  mine,
  intakeMessage,
  cvss,
  advisory,
  life,
  triage,
  remedy,
  pages,
};
