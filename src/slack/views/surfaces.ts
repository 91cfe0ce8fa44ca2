import { localeOf } from '../../locales/catalogue.js';
import type { Language } from '../../report/form.js';
import { announcementMessage } from './channel/announcement-message.js';
import { card } from './channel/card.js';
import { channelUnsafe } from './channel/channel-unsafe.js';
import { disclosurePreview } from './channel/disclosure-preview.js';
import { intakeMessage, mentionNote, receiptWaits, setUpNote } from './channel/intake-message.js';
import { rungLine } from './channel/reminder-line.js';
import { threadLine } from './channel/thread-line.js';
import { acceptForm } from './forms/accept-form.js';
import { acknowledgeForm, sentElsewhere } from './forms/acknowledge-form.js';
import { approveForm, publishForm } from './forms/approve-and-publish-forms.js';
import { creditForm, ownCreditForm } from './forms/credit-form.js';
import { cveForm, embargoBrokenForm, embargoForm } from './forms/cve-and-embargo-forms.js';
import { declineForm } from './forms/decline-form.js';
import { duplicateForm } from './forms/duplicate-form.js';
import { fixForm } from './forms/fix-form.js';
import { messageForm, noteForm, writeForm } from './forms/message-forms.js';
import { more } from './forms/more-menu.js';
import { prepareForm } from './forms/prepare-form.js';
import { reportForm } from './forms/report-form.js';
import { theirAnswerForm } from './forms/their-answer-form.js';
import { doneNote } from './messages/done-note.js';
import { help, unknownVerb, usageNote } from './messages/help.js';
import { menu } from './messages/menu.js';
import { messageToReporter } from './messages/message-to-reporter.js';
import { receipt, receiptMessage } from './messages/receipt.js';
import { notForYou, refusalModal, refusalNote } from './messages/refusal.js';
import { reminderMessage } from './messages/reminder.js';
import { troubleModal, troubleNote, waiting } from './messages/trouble.js';
import { homeView, myReports } from './pages/my-reports.js';
import { ownReport } from './pages/own-report.js';
import { publicBugText } from './pages/public-bug-text.js';
import { reportList } from './pages/report-list.js';
import { reportView } from './pages/report-view.js';
import { triage } from './pages/triage.js';
import type { ContentClass, Drawings, Kind, Surface, Viewer } from './surface.js';

/** Every surface there is. What isn't here can't be sent: senders take only what `show` returns. */
export const surfaces = {
  menu: row('ephemeral', 'anyone', 'A', menu),
  help: row('ephemeral', 'anyone', 'A', help),
  unknownVerb: row('ephemeral', 'anyone', 'A', unknownVerb),
  usageNote: row('ephemeral', 'team', 'A', usageNote),
  doneNote: row('ephemeral', 'anyone', 'A', doneNote),
  refusalNote: row('ephemeral', 'anyone', 'A', refusalNote),
  refusalModal: row('modal', 'anyone', 'A', refusalModal),
  notForYou: row('ephemeral', 'anyone', 'A', notForYou),
  troubleNote: row('ephemeral', 'anyone', 'A', troubleNote),
  troubleModal: row('modal', 'anyone', 'A', troubleModal),
  waiting: row('modal', 'anyone', 'A', waiting),
  reportForm: row('modal', 'own_reporter', 'C', reportForm),
  receipt: row('modal', 'own_reporter', 'A', receipt),
  receiptMessage: row('message', 'own_reporter', 'A', receiptMessage),
  messageToReporter: row('message', 'own_reporter', 'C', messageToReporter),
  card: row('message', 'team', 'B', card),
  threadLine: row('message', 'team', 'B', threadLine),
  disclosurePreview: row('message', 'team', 'D', disclosurePreview),
  announcement: row('message', 'anyone', 'D', announcementMessage),
  rungLine: row('message', 'team', 'A', rungLine),
  reminderMessage: row('message', 'team', 'A', reminderMessage),
  reportList: row('ephemeral', 'team', 'B', reportList),
  reportView: row('modal', 'responder', 'C', reportView),
  acknowledgeForm: row('modal', 'responder', 'C', acknowledgeForm),
  sentElsewhere: row('modal', 'responder', 'C', sentElsewhere),
  more: row('modal', 'responder', 'B', more),
  messageForm: row('modal', 'responder', 'C', messageForm),
  noteForm: row('modal', 'responder', 'A', noteForm),
  writeForm: row('modal', 'own_reporter', 'A', writeForm),
  triage: row('modal', 'responder', 'C', triage),
  acceptForm: row('modal', 'responder', 'C', acceptForm),
  declineForm: row('modal', 'responder', 'C', declineForm),
  duplicateForm: row('modal', 'responder', 'C', duplicateForm),
  theirAnswerForm: row('modal', 'responder', 'A', theirAnswerForm),
  publicBugText: row('modal', 'responder', 'C', publicBugText),
  myReports: row('modal', 'own_reporter', 'C', myReports),
  ownReport: row('modal', 'own_reporter', 'C', ownReport),
  homeView: row('home', 'own_reporter', 'C', homeView),
  intakeMessage: row('message', 'anyone', 'A', intakeMessage),
  receiptWaits: row('ephemeral', 'own_reporter', 'A', receiptWaits),
  mentionNote: row('ephemeral', 'anyone', 'A', mentionNote),
  setUpNote: row('ephemeral', 'lead', 'A', setUpNote),
  cveForm: row('modal', 'responder', 'B', cveForm),
  embargoForm: row('modal', 'responder', 'B', embargoForm),
  embargoBrokenForm: row('modal', 'lead', 'A', embargoBrokenForm),
  creditForm: row('modal', 'responder', 'C', creditForm),
  ownCreditForm: row('modal', 'own_reporter', 'C', ownCreditForm),
  fixForm: row('modal', 'responder', 'B', fixForm),
  prepareForm: row('modal', 'responder', 'D', prepareForm),
  approveForm: row('modal', 'responder', 'D', approveForm),
  publishForm: row('modal', 'responder', 'D', publishForm),
  channelUnsafe: row('message', 'lead', 'A', channelUnsafe),
} as const;

export type SurfaceName = keyof typeof surfaces;
export type FactsOf<N extends SurfaceName> = Parameters<(typeof surfaces)[N]['draw']>[0];
export type KindOf<N extends SurfaceName> = (typeof surfaces)[N]['kind'];

declare const registered: unique symbol;
/** A drawn surface of the registry. Only `show` makes one. */
export type Shown<N extends SurfaceName = SurfaceName> = N extends SurfaceName
  ? DrawnAs<KindOf<N>> & Readonly<{ name: N; [registered]: N }>
  : never;
/** Every drawn surface of some kinds: what a sender takes. */
export type ShownAs<K extends Kind> = { [N in SurfaceName]: KindOf<N> extends K ? Shown<N> : never }[SurfaceName];

type DrawnAs<K extends Kind> = K extends 'message' | 'ephemeral'
  ? Readonly<{ kind: K }> & Drawings[K]
  : Readonly<{ kind: K; view: Drawings[K] }>;

/** Draws a surface from its facts, in the language of the one who reads it. */
export function show<N extends SurfaceName>(name: N, facts: FactsOf<N>, language: Language): Shown<N> {
  const { kind, draw } = surfaces[name] as unknown as Surface<Kind, FactsOf<N>>;
  const drawn = draw(facts, localeOf(language));
  const shown = kind === 'modal' || kind === 'home' ? { name, kind, view: drawn } : { name, kind, ...drawn };
  return shown as unknown as Shown<N>;
}

function row<K extends Kind, F>(
  kind: K,
  who: Viewer,
  content: ContentClass,
  draw: Surface<K, F>['draw'],
): Surface<K, F> {
  return { kind, who, class: content, draw };
}
