import { localeOf } from '../../locales/locale-of.js';
import { defined } from '../../report/defined.js';
import type { Language } from '../../report/form.js';
import { announcement } from './channel/announcement-message.js';
import { approvalLine } from './channel/approval-line.js';
import { calendarEnds } from './channel/calendar-ends.js';
import { card } from './channel/card.js';
import { channelUnsafe } from './channel/channel-unsafe.js';
import { disclosurePreview } from './channel/disclosure-preview.js';
import { erasedSurfaces } from './channel/erased.js';
import { intakeMessages } from './channel/intake-message.js';
import { goesOnNote, mayGoOn, sendingHeld } from './channel/sending-held.js';
import { setAside } from './channel/set-aside.js';
import { teamDigest } from './channel/team-digest.js';
import { threadLine } from './channel/thread-line.js';
import { weeklyDigest } from './channel/weekly-digest.js';
import type { Audience, Drawings, Kind, Role, Surface } from './declare-surface.js';
import { acceptForm } from './forms/accept-form.js';
import { acknowledgeForms } from './forms/acknowledge-form.js';
import { approveAndPublishForms } from './forms/approve-and-publish-forms.js';
import { assignForm } from './forms/assign-form.js';
import { creditForms } from './forms/credit-form.js';
import { cveAndEmbargoForms } from './forms/cve-and-embargo-forms.js';
import { declineForm } from './forms/decline-form.js';
import { duplicateForm } from './forms/duplicate-form.js';
import { eraseForm } from './forms/erase-form.js';
import { fixForm } from './forms/fix-form.js';
import { messageForms } from './forms/message-forms.js';
import { more } from './forms/more-form.js';
import { pauseForm } from './forms/pause-form.js';
import { prepareForm } from './forms/prepare-form.js';
import { reopenForm } from './forms/reopen-form.js';
import { reportForm } from './forms/report-form.js';
import { snoozeForm } from './forms/snooze-form.js';
import { swapForm } from './forms/swap-form.js';
import { theirAnswerForm } from './forms/their-answer-form.js';
import { withdrawAdvisoryForm } from './forms/withdraw-advisory-form.js';
import { awayMessages } from './messages/away.js';
import { dateAgreed } from './messages/date-agreed.js';
import { doneNote } from './messages/done-note.js';
import { swapMessages } from './messages/duty-swap.js';
import { handOverMessage } from './messages/hand-over.js';
import { helpNotes } from './messages/help.js';
import { immediateNotice } from './messages/immediate-notice.js';
import { laterDateMessage } from './messages/later-date.js';
import { menu } from './messages/menu.js';
import { messageToReporter } from './messages/message-to-reporter.js';
import { dutyMessages } from './messages/on-duty.js';
import { receipts } from './messages/receipt.js';
import { refusals } from './messages/refusal.js';
import { reminderMessage, snoozeNote, snoozeReasonMessage } from './messages/reminder.js';
import { teamBreakMessages } from './messages/team-break.js';
import { troubles } from './messages/trouble.js';
import { withLanguage } from './modal-metadata.js';
import { homeView } from './pages/home.js';
import { myReports } from './pages/my-reports.js';
import { ownReport } from './pages/own-report.js';
import { publicBugText } from './pages/public-bug-text.js';
import { reportList } from './pages/report-list.js';
import { reportView } from './pages/report-view.js';
import { triage } from './pages/triage.js';

/** Every surface there is, each declared beside its drawing. What isn't here can't be sent: senders take only what `show` returns. */
export const surfaces = {
  menu,
  ...helpNotes,
  doneNote,
  ...refusals,
  ...troubles,
  reportForm,
  ...receipts,
  messageToReporter,
  dateAgreed,
  card,
  threadLine,
  disclosurePreview,
  approvalLine,
  announcement,
  teamDigest,
  weeklyDigest,
  reminderMessage,
  snoozeNote,
  snoozeReasonMessage,
  immediateNotice,
  handOverMessage,
  laterDateMessage,
  ...dutyMessages,
  ...swapMessages,
  swapForm,
  ...awayMessages,
  ...teamBreakMessages,
  reportList,
  reportView,
  ...acknowledgeForms,
  more,
  assignForm,
  ...messageForms,
  triage,
  acceptForm,
  declineForm,
  duplicateForm,
  reopenForm,
  theirAnswerForm,
  publicBugText,
  ownReport,
  homeView,
  myReports,
  ...intakeMessages,
  ...cveAndEmbargoForms,
  withdrawAdvisoryForm,
  ...creditForms,
  fixForm,
  prepareForm,
  ...approveAndPublishForms,
  channelUnsafe,
  setAside,
  sendingHeld,
  mayGoOn,
  goesOnNote,
  calendarEnds,
  eraseForm,
  pauseForm,
  snoozeForm,
  ...erasedSurfaces,
} as const;

export type SurfaceName = keyof typeof surfaces;
export type FactsOf<N extends SurfaceName> = Parameters<(typeof surfaces)[N]['draw']>[0];
type KindOf<N extends SurfaceName> = (typeof surfaces)[N]['kind'];
type AudienceOf<N extends SurfaceName> = (typeof surfaces)[N]['audience'];

/** A surface that can be submitted. */
export type FormName = {
  [N in SurfaceName]: (typeof surfaces)[N] extends Readonly<{ callback: string }> ? N : never;
}[SurfaceName];

/** The callback ids of the forms. */
export const callbacks = Object.fromEntries(
  Object.entries(surfaces).flatMap(([name, one]) => ('callback' in one ? [[name, one.callback]] : [])),
) as Readonly<Record<FormName, string>>;

const forms = new Map(Object.entries(callbacks).map(([name, callback]) => [callback, name as FormName]));

/** The form that a callback id stands for. */
export function formOf(callback: string): FormName | undefined {
  return forms.get(callback);
}

declare const registered: unique symbol;
/** A drawn surface of the registry. Only `show` makes one. */
export type Shown<N extends SurfaceName = SurfaceName> = N extends SurfaceName
  ? DrawnAs<KindOf<N>> & Readonly<{ name: N; [registered]: N }>
  : never;
/** Every drawn surface of some kinds, for some audiences: what a sender takes. */
export type ShownAs<K extends Kind, A extends Audience = Audience> = {
  [N in SurfaceName]: KindOf<N> extends K ? (AudienceOf<N> extends A ? Shown<N> : never) : never;
}[SurfaceName];

/** What anybody is shown is of their own reports, so that whoever may do more sees that, too. */
type Sees = { anyone: 'anyone' | 'own_reporter'; responder: 'anyone' | 'own_reporter' | 'responder'; lead: Audience };
/** What may be shown to somebody of whom no more is known than that they have this role. */
export type ShownTo<R extends Role, K extends Kind> = ShownAs<K, Sees[R]>;

type DrawnAs<K extends Kind> = K extends 'message' | 'ephemeral'
  ? Readonly<{ kind: K }> & Drawings[K]
  : Readonly<{ kind: K; view: Drawings[K] }>;

/** Draws a surface from its facts, in the language of the one who reads it. */
export function show<N extends SurfaceName>(name: N, facts: FactsOf<N>, language: Language): Shown<N> {
  const { kind, draw, callback } = surfaces[name] as unknown as Surface<Kind, Audience, FactsOf<N>> & {
    callback?: string;
  };
  const drawn = draw(facts, localeOf(language));
  return { name, kind, ...drawnAs(drawn, language, callback) } as unknown as Shown<N>;
}

/** A modal carries its language, so that its answer needs no look-up. One that can't be sent is no form. */
function drawnAs(drawn: Drawings[Kind], language: Language, callback: string | undefined) {
  if (!('type' in drawn)) return drawn;
  if (drawn.type === 'home') return { view: drawn };
  const view = { ...drawn, private_metadata: withLanguage(drawn.private_metadata, language) };
  return { view: { ...view, ...defined({ callback_id: view.submit === undefined ? undefined : callback }) } };
}
