import { acknowledge, message } from './en/acknowledge.js';
import { advisory } from './en/advisory.js';
import { card, thread } from './en/card.js';
import { cvss } from './en/cvss.js';
import { form, problems } from './en/form.js';
import { life } from './en/life.js';
import { intakeMessage, messages, mine } from './en/messages.js';
import { pages } from './en/pages.js';
import { receipt } from './en/receipt.js';
import { refusals, refused } from './en/refusals.js';
import { remedy } from './en/remediation.js';
import { channel, reminder, rung } from './en/reminders.js';
import { assign, done, list, view } from './en/report.js';
import { help, menu, trouble, usage } from './en/talk.js';
import { terms } from './en/terms.js';
import { triage } from './en/triage.js';
import type { Locale } from './locale.js';

export const en: Locale = {
  language: 'en',
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
