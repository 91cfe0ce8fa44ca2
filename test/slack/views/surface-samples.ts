import { preparedAdvisory, publishedAdvisory } from '../../../src/advisory/advisory-of.js';
import type { Deadline } from '../../../src/deadline/deadlines.js';
import { endOfTerm } from '../../../src/deadline/term.js';
import type { DigestLine } from '../../../src/handling/due-digest.js';
import type { Reminder } from '../../../src/handling/due-reminders.js';
import { dutyNames } from '../../../src/report/duty.js';
import type { ReportEvent } from '../../../src/report/events.js';
import { replay } from '../../../src/report/evolve.js';
import { fieldLimits, type Language } from '../../../src/report/form.js';
import { movableDate } from '../../../src/report/movable-date.js';
import type { Person, Reporter } from '../../../src/report/person.js';
import type { RefusalReasons } from '../../../src/report/refusal.js';
import type { AffectedVersion, Report } from '../../../src/report/report.js';
import { verbNames } from '../../../src/slack/views/commands.js';
import type { RefusalFacts } from '../../../src/slack/views/facts.js';
import type { TeamDigestFacts } from '../../../src/slack/views/reminder-facts.js';
import type { FactsOf, SurfaceName } from '../../../src/slack/views/surfaces.js';
import { china } from '../../deadline/calendars.js';
import { aForm } from '../../support/a-form.js';
import { remedySamples, updateBy } from './remediation-samples.js';
import { lifeEvents, otherEnds, withdrawal } from './stage-samples.js';
import { declinedHistories, triageSamples } from './triage-samples.js';

/** What people wrote: everything in a surface that isn't the project's own words. */
export type Told = Readonly<{
  language: Language;
  title: string;
  version: string;
  components: string;
  reporter: string;
  overview: string;
  verification: string;
  contact: string;
  creditName: string;
  message: string;
  /** Names of team members, the project's, and what somebody mistyped. */
  responder: string;
  project: string;
  typed: string;
}>;

export const id = 'VR-7K2Q-9FDX';
export const channel = 'C0SECURITY';
export const userIds = ['U0REPORTER', 'U0LIN', 'U0MAY'] as const;
export const now = new Date('2026-09-22T02:00:00Z');
const zone = china.zone;
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

/** Every surface with facts of every sort it may get, all told with these texts. A surface without samples doesn't compile. */
export function samplesWith(told: Told): { readonly [N in SurfaceName]: readonly FactsOf<N>[] } {
  const reporter: Person = { team: 'T0OUTSIDE', user: userIds[0], name: told.reporter };
  const lin: Person = { team: 'T0HOME', user: userIds[1], name: told.responder };
  const may: Person = { team: 'T0HOME', user: userIds[2], name: told.responder };
  const onSlack: Reporter = { kind: 'slack', person: reporter };
  const outside: Reporter = { kind: 'slack', person: reporter, outside: { workspace: 'elsewhere' } };
  const byMail: Reporter = { kind: 'elsewhere', name: told.reporter, filedBy: lin };
  const { project } = told;

  const explanation = endOfTerm(now, { workingDays: 2 }, china);
  const promise = { dueAt: explanation.due, provisional: false, policyRevision: 'a1b2c3d4e5f6' };
  const provisional = endOfTerm(new Date('2026-12-31T02:00:00Z'), { workingDays: 2 }, china);
  const deadline: Deadline = { duty: 'acknowledge', opening: 1, since: now, ...promise };
  const unsure: Deadline = { ...deadline, provisional: true };
  const affected: AffectedVersion[] = [
    { version: told.version, verdict: 'supported' },
    { version: 'KubeSphere v3.4', verdict: 'best_effort' },
    { version: 'KubeSphere v3.3', verdict: 'end_of_life' },
  ];
  const by = { kind: 'person', person: lin } as const;
  const clock = { kind: 'clock' } as const;
  const receivedFrom = (from: Reporter, cve?: string): ReportEvent => ({
    type: 'ReportReceived',
    at: now,
    by: { kind: 'person', person: from.kind === 'slack' ? reporter : lin },
    id,
    submission: 'one',
    reporter: from,
    form: aForm({
      title: told.title,
      overview: told.overview,
      versions: affected.map(({ version }) => version),
      otherVersions: told.components,
      ...(cve === undefined ? {} : { cve }),
      verification: told.verification,
      contact: told.contact,
      knownAlready: 'exploited',
      credit: cve === undefined ? { by: 'nobody' } : { by: 'name', name: told.creditName },
      language: told.language,
    }),
    affected: from.kind === 'slack' ? affected : [],
    receivedAt: now,
    promise,
  });
  const received = receivedFrom(onSlack, 'CVE-2026-12345');
  const amended = { ...receivedFrom(onSlack), type: 'ReportAmended', at: later(1) } as ReportEvent;
  const assigned: ReportEvent = { type: 'ResponderAssigned', at: later(2), by, responder: lin };
  const reassigned: ReportEvent = { type: 'ResponderAssigned', at: later(3), by, responder: may };
  const acknowledged: ReportEvent = {
    type: 'ReportAcknowledged',
    at: later(4),
    by,
    purpose: 'acknowledgement',
    message: told.message,
    route: 'direct_message',
  };
  const byHand: ReportEvent = { ...acknowledged, route: 'by_hand' };
  const doubted: ReportEvent = { type: 'DeliveryDoubted', at: later(5), by: clock, event: 2 };
  const failed: ReportEvent = { type: 'DeliveryFailed', at: later(5), by: clock, event: 2 };
  const confirmed: ReportEvent = { type: 'DeliveryConfirmed', at: later(6), by, event: 2 };
  const sentAgain: ReportEvent = { type: 'SentAgain', at: later(6), by, event: 2 };
  const then = { at: later(7), by } as const;
  const asked: ReportEvent = {
    type: 'MessageSent',
    ...then,
    purpose: 'question',
    message: told.message,
    route: 'direct_message',
  };
  const informed: ReportEvent = { ...asked, purpose: 'information', route: 'by_hand' };
  const noted: ReportEvent = { type: 'NoteAdded', ...then, text: told.message };
  const answeredBack: ReportEvent = { type: 'ReporterWrote', ...then, purpose: 'answer', text: told.overview };
  const addedMore: ReportEvent = { ...answeredBack, purpose: 'more_information' };
  const withdrawn: ReportEvent = { type: 'ReportWithdrawn', ...then };
  const told2 = [received, assigned, acknowledged] as const;
  const days = [{ date: '2026-09-25', name: { en: 'Mid-Autumn Festival', zh: '中秋节' } }];
  const laterAsked: ReportEvent = { type: 'LaterDateProposed', at: later(1), by: clock, until: later(9000) };
  const moved: ReportEvent = {
    type: 'PromiseMoved',
    ...then,
    promise: { ...promise, dueAt: later(9000) },
    days,
    route: 'direct_message',
  };
  const movedItself: ReportEvent = { ...moved, by: clock, promise: { ...moved.promise, provisional: true } };
  const untold: ReportEvent = { ...movedItself, route: 'by_hand' };
  const kept: ReportEvent = { type: 'PromiseKept', ...then };
  const snoozed: ReportEvent = { type: 'RemindersSnoozed', ...then, until: later(24), reason: told.message };
  const handOver: readonly ReportEvent[] = [
    { type: 'HandOverOffered', ...then, to: may },
    { type: 'HandOverDeclined', ...then },
    { type: 'ResponderAssigned', ...then, responder: may, from: lin },
  ];
  const pauseBegun: ReportEvent = { type: 'ReporterPaused', ...then, until: later(9000), route: 'direct_message' };
  const pauseEnds = [0, 1, 7].flatMap((replies) =>
    [by, clock].flatMap((who): ReportEvent[] => {
      const ended = { type: 'ReporterPauseEnded', at: later(8), by: who, replies } as const;
      return [ended, { ...ended, newCredit: true }];
    }),
  );
  const paused = replay([received, assigned, acknowledged, pauseBegun]);
  const manyMessages = [...told2, ...Array.from({ length: 50 }, () => [failed, acknowledged]).flat()];

  const histories: (readonly ReportEvent[])[] = [
    [received],
    [receivedFrom(byMail)],
    [received, assigned],
    told2,
    [...told2, doubted],
    [...told2, failed],
    [...told2, doubted, confirmed, reassigned, sentAgain],
    manyMessages,
    [...told2, acknowledged, failed],
    [...told2, ...lifeEvents(later(8), lin, may, told)],
    [...told2, ...otherEnds(later(8), lin)],
    [receivedFrom(outside)],
    [receivedFrom({ ...outside, outside: {} })],
  ];
  const openOf = (report: Report) => (report.acknowledge.metAt === undefined ? [deadline] : []);
  const cases = histories.flatMap((history, n) => {
    const report = replay(history);
    return [now, later(100)].map((at) => ({
      ...{ report, deadlines: openOf(report), zone, now: at, history, project },
      lead: n % 2 === 0,
    }));
  });
  const [fresh, elsewhere, taken, answered, doubtful, undelivered] = histories.map(replay) as Report[];
  if (!fresh || !elsewhere || !taken || !answered || !doubtful || !undelivered) throw new Error('a sample is missing');

  const askedOn = (report: Report) => ({
    report,
    date: movableDate(report) ?? { dueAt: report.promise.dueAt, open: false },
  });
  const reminder = (n: number, over: Partial<Reminder> = {}): Reminder => ({
    id: n < 10 ? `VR-7K2Q-9FD${n}` : `VR-7K2Q-9F${n}`,
    key: `${n}`,
    rung: { number: 1, at: later(10), kind: 'share', tell: ['responder'] },
    deadline,
    assigned: true,
    ...over,
  });
  const turn = (user: string, week: number) => ({ user, from: later(168 * week), to: later(168 * (week + 1)) });
  const swap = { mine: turn('U0LIN', 1), theirs: turn('U0MAY', 2), zone };
  const snoozes = [0, 1, 50].map((count) => ({
    until: later(24),
    kept: Array.from({ length: count }, (_, n) => ({ ...reminder(n), at: later(20) })),
    zone,
  }));
  const exploited = { ...deadline, exploited: true as const };
  const digestLine = (n: number, why: DigestLine['why'], over: Partial<Record<keyof DigestLine, unknown>> = {}) =>
    ({
      ...reminder(n),
      why,
      responder: 'U0LIN',
      name: told.responder,
      ...over,
    }) as TeamDigestFacts['lines'][number];
  const reasons: RefusalReasons = {
    no_such_report: { id: told.typed },
    not_for_you: {},
    access_unchecked: {},
    already_acted_upon: { id },
    submission_taken: {},
    received_in_the_future: {},
    already_assigned: { id, responder: lin.user, at: now },
    already_acknowledged: { id, by: lin.user, at: now },
    own_report: { id },
    own_duplicate: { id, duplicate: 'VR-7K2Q-9FD1' },
    not_a_responder: { user: may.user },
    share_used_up: { id, contact: 'security@example.org' },
    report_full: { id },
    too_many_forms: { count: 5, period: 'hour', until: now, contact: 'security@example.org' },
    workspace_busy: { until: now, contact: 'https://example.org/security' },
    report_closed: { id },
    message_empty: {},
    message_has_gap: { gap: '…' },
    message_too_long: { length: 3210, limit: 3000 },
    reporter_not_on_slack: { id },
    nothing_in_doubt: { id },
    changed_meanwhile: { id },
    message_needed: { id },
    no_hand_over: { id },
    swap_turn_begun: {},
    swap_turn_changed: {},
    swap_away: { user: 'U0MAY' },
    swap_not_yours: {},
    reason_missing: {},
    pause_out_of_range: { days: 30 },
    next_update_not_ahead: {},
    not_in_this_status: { id, status: 'declined' },
    no_affected_lines: {},
    line_named_twice: { line: told.typed },
    ranges_overlap: { line: told.typed },
    no_weakness: {},
    unknown_cwe: { id: 'CWE-99999' },
    duplicate_of_itself: { id },
    duplicate_of_a_duplicate: { id, original: id },
    sending_not_held: {},
    written_by_a_newer_version: {},
    no_public_bug_asked: { id },
    embargo_not_ahead: {},
    no_embargo: { id },
    embargo_broken: { id },
    where_missing: {},
    unknown_line: { line: told.typed },
    fix_not_newer: { line: told.typed, version: '3.4.1', than: '3.4.2' },
    fix_said_twice: { line: told.typed },
    fix_not_one_release: { line: told.typed, version: told.typed },
    fix_not_comparable: { line: told.typed, version: told.typed },
    fix_not_released: { line: told.typed },
    no_patched_release: { id },
    lines_without_fix: { id, lines: [told.typed, told.typed] },
    advisory_too_long: { part: 'summary', length: 3210, limit: 2000 },
    change_missing: {},
    closed_words_in_advisory: { part: 'en.summary', word: 3, words: 12 },
    nothing_prepared: { id },
    prepared_anew: { id },
    same_person_approves: { id },
    not_approved: { id },
    later_date_proposed_anew: { id, until: now },
    promise_not_movable: { id, dueAt: now },
    embargo_proposed_anew: { id, until: now },
    embargo_running: { id, until: now },
    already_disclosed: { id },
    no_announce_channel: {},
    announce_channel_out_of_reach: { channel: '#announcements' },
  };
  const refusals = Object.entries(reasons).map(([code, why]) => ({ code, reasons: why }) as RefusalFacts);
  const unnamed: RefusalFacts[] = [
    { code: 'no_such_report', reasons: { id: '' } },
    { code: 'changed_meanwhile', reasons: { id: '' } },
    { code: 'already_acknowledged', reasons: { id, by: '', at: now } },
  ];
  const refused = [...refusals, ...unnamed].flatMap((refusal) =>
    [true, false].map((team) => ({ refusal, team, zone })),
  );
  const receipts = [
    { id, project, explanation, promise, zone },
    { id, project, explanation, promise, zone, onDuty: lin, amended: true },
    { id, project, explanation, promise: { ...promise, dueAt: later(30) }, zone },
    { id, project, explanation, promise: { ...promise, countsFrom: later(200) }, zone },
    {
      id,
      project,
      explanation: provisional,
      promise: { ...promise, dueAt: provisional.due, provisional: true },
      zone,
      onDuty: lin,
    },
    {
      id,
      project,
      explanation: endOfTerm(now, { workingDays: 60 }, china),
      promise: { ...promise, dueAt: endOfTerm(now, { workingDays: 60 }, china).due },
      zone,
    },
  ];
  const versions = [
    ...affected,
    ...Array.from({ length: 120 }, (_, n) => ({ version: `v${n}`, verdict: 'supported' as const })),
  ];
  const row = { report: taken, deadlines: [deadline] };
  const write = { responder: lin, project, zone, deadlines: [deadline], updateBy };
  const many = Array.from({ length: 40 }, () => row);
  const talk = [...told2, asked, answeredBack, addedMore, noted];
  const talked = { report: replay([...talk]), deadlines: [] };
  const gone = { report: replay([...talk, withdrawn]), deadlines: [] };
  const toldOfLife = { ...told, version: told.version === 'KubeSphere v3.4' ? 'v3.3' : told.version };
  const life = lifeEvents(later(8), lin, may, toldOfLife);
  const ends = otherEnds(later(8), lin);
  const whole = replay([...told2, ...life]);
  const retracted = replay([...told2, ...life, ...withdrawal(later(9), lin, told2.length + life.length, told.typed)]);
  const ready = replay([...told2, ...life.slice(0, 12)]);
  const byMailAgreed = replay([receivedFrom(byMail), assigned, byHand, ...life.slice(0, 7)]);
  const proposed = replay([...told2, ...life.slice(0, 5)]);
  const wayOfLife = [
    ...[1, 7, 9, 10, 12, 13, 15].map((steps) => replay([...told2, ...life.slice(0, steps)])),
    byMailAgreed,
  ];
  const accepted = replay([...told2, ...life.slice(0, 2)]);
  const declined = declinedHistories(received, receivedFrom(byMail), lin, reporter, later(8));
  const publisher = {
    project,
    vendor: project,
    namespace: 'https://example.org',
    products: [],
    day: () => '2026-09-22',
  };
  const advisories = [
    publishedAdvisory(whole, project),
    publishedAdvisory(retracted, project),
    preparedAdvisory(ready, project, [], now),
  ].filter((advisory) => advisory !== undefined);
  const away = { from: '2026-10-01', to: '2026-10-07' };
  const asking = replay([received, laterAsked]);
  const talkative = replay([...told2, ...Array.from({ length: 25 }, () => [asked, answeredBack]).flat()]);
  const unreadable = (['newer', 'key', 'damaged', 'changed'] as const).map((why) => ({ id, why }));
  const mineFacts: FactsOf<'myReports'>[] = [
    { own: [], incomplete: true, calendar: china, project, now },
    { own: [], incomplete: false, continued: true, calendar: china, project, now },
    { own: [], incomplete: false, calendar: china, project, now },
    {
      own: [row, talked, gone, { report: proposed, deadlines: [] }, { report: declined.asked, deadlines: [] }],
      incomplete: false,
      calendar: china,
      project,
      now: later(100),
    },
    { own: wayOfLife.map((report) => ({ report, deadlines: [] })), incomplete: false, calendar: china, project, now },
    {
      own: Array.from({ length: 12 }, () => ({ report: answered, deadlines: [deadline] })),
      incomplete: true,
      older: id,
      calendar: china,
      project,
      now,
    },
  ];
  const people = (n: number) =>
    Array.from({ length: n }, (_, i): Person => ({ team: 'T0HOME', user: `U0P${i}`, name: told.responder }));

  return {
    menu: [{ team: true }, { team: false }],
    help: [
      { team: true },
      { team: false },
      ...verbNames.map((verb) => ({ team: true, verb })),
      { team: false, verb: 'list' },
    ],
    unknownVerb: [
      { team: true, typed: told.typed },
      { team: false, typed: 'lits' },
      { team: true, typed: 'lits' },
      { team: false, typed: 'mien' },
    ],
    unknownListWord: [
      { typed: told.typed, near: 'overdue' },
      { typed: 'hihg', near: 'high' },
    ],
    usageNote: (
      [
        'id_missing',
        'id_unreadable',
        'person_missing',
        'person_unreadable',
        'person_not_a_responder',
        'text_missing',
        'break_day_unreadable',
        'break_day_too_far',
        'break_day_off',
      ] as const
    ).map((problem) => ({ verb: 'assign', problem })),
    doneNote: [
      { id, done: 'assigned', to: lin },
      { id, done: 'taken' },
      { id, done: 'assigned_already', to: { ...lin, name: '' } },
      { id, done: 'delivery_confirmed' },
      { id, done: 'sent_again' },
      { id, done: 'public_bug_recorded' },
      { id, done: 'promise_moved', dueAt: now, zone, byHand: false },
      { id, done: 'promise_moved', dueAt: now, zone, byHand: true },
      { id, done: 'promise_kept', dueAt: now, zone },
      { id, done: 'offered', to: may, from: lin },
      { id, done: 'hand_over_declined' },
      ...[0, 1, 7].map((replies) => ({ id, done: 'pause_ended' as const, replies, newCredit: replies !== 1 })),
    ],
    refusalNote: refused,
    refusalModal: refused,
    notForYou: [{ team: false }, { team: true }],
    troubleNote: [
      { reference: 'q7k2', kind: 'broken', team: true },
      { reference: 'q7k2', kind: 'unsure', team: false },
      { kind: 'unsure', team: true },
      { kind: 'unsure', team: true, id },
    ],
    troubleModal: [
      { reference: 'q7k2', kind: 'broken', team: true },
      { kind: 'unsure', team: true },
    ],
    reportForm: [
      { project, versions, language: 'en', contact: told.contact, onBehalf: false, now },
      { project, versions: affected, language: 'zh', onBehalf: true, now },
      { project, versions: [], language: 'zh', contact: '', onBehalf: false, now },
      { project, versions: [], language: 'zh', contact: '', onBehalf: false, now, back: { at: later(200), zone } },
      ...[true, false].map((isPublic) => ({
        ...{ project, versions: affected, language: 'en' as const, onBehalf: false, now },
        message: { text: told.typed, isPublic },
      })),
    ],
    receipt: receipts,
    receiptMessage: receipts,
    messageToReporter: [
      answered,
      whole,
      retracted,
      replay([received, laterAsked, moved]),
      replay([...told2, moved]),
      replay([received, movedItself]),
      paused,
    ].flatMap((report) =>
      report.messages.map((message) => ({
        ...{ report, message, project, zone },
        ...(message.purpose === 'thanks' && advisories[0] !== undefined
          ? { advisory: { advisory: advisories[0], publisher, first: told.language } }
          : {}),
      })),
    ),
    approvalLine: [{ report: ready }],
    announcement: advisories.flatMap((advisory) =>
      [
        {},
        { supersededBy: { revision: 2 } },
        { supersededBy: { revision: 3, withdrawn: true as const } },
        { supersededBy: { revision: 3, link: 'https://x.slack.com/archives/C0/p1' } },
      ].map((more) => ({ advisory, publisher, first: told.language, ...more })),
    ),
    disclosurePreview: advisories.map((advisory) => ({
      report: ready,
      advisory,
      publisher,
      first: told.language,
      now,
    })),
    card: [
      ...cases,
      ...[...wayOfLife, proposed].map((report) => ({ report, deadlines: [], zone, now })),
      { report: fresh, deadlines: [unsure], zone, now },
    ],
    threadLine: [
      pauseBegun,
      ...pauseEnds,
      received,
      receivedFrom(byMail),
      amended,
      assigned,
      reassigned,
      acknowledged,
      byHand,
      doubted,
      failed,
      confirmed,
      sentAgain,
      asked,
      informed,
      noted,
      answeredBack,
      addedMore,
      withdrawn,
      laterAsked,
      ...[moved, movedItself, untold],
      kept,
      ...life,
      ...ends,
      snoozed,
      ...handOver,
    ].map((event) => ({
      report: event === laterAsked ? asking : taken,
      event,
      along: event === acknowledged ? [assigned] : [],
      ...(event.type === 'ReporterWrote' ? { mention: 'U0LIN' } : {}),
      voided: event.type === 'CreditChanged',
      zone,
    })),
    teamDigest: [
      {
        lines: [digestLine(1, 'soon'), digestLine(2, 'new', { responder: undefined })],
        calls: [{ user: 'U0MAY' }],
        holders: [{ user: 'U0LIN', name: told.responder, count: 2 }, { count: 1 }],
        onDuty: { user: 'U0LIN', name: told.responder },
        calendar: china,
        now,
      },
      {
        lines: Array.from({ length: 30 }, (_, n) =>
          digestLine(n, 'overdue', { deadline: n % 2 === 0 ? unsure : exploited }),
        ),
        calls: [],
        holders: Array.from({ length: 30 }, (_, n) => ({ user: `U0${n}`, count: n })),
        calendar: china,
        now: later(100),
      },
    ],
    weeklyDigest: [
      {
        open: { critical: 1, medium: 2, unrated: 3 },
        lines: [digestLine(1, 'overdue'), digestLine(2, 'soon', { responder: undefined })],
        holders: [{ user: 'U0LIN', name: told.responder, count: 5 }, { count: 1 }],
        onDuty: { user: 'U0LIN', name: told.responder },
        promises: { due: 12, kept: 11 },
        calendar: china,
        now,
      },
      {
        open: { none: 1000, low: 1000, medium: 1000, high: 1000, critical: 1000, unrated: 1000 },
        lines: Array.from({ length: 5 }, (_, n) =>
          digestLine(n, 'soon', { deadline: n % 2 === 0 ? unsure : exploited }),
        ),
        holders: Array.from({ length: 30 }, (_, n) => ({ user: `U0${n}`, count: n })),
        promises: { due: 0, kept: 0 },
        newest: 5000,
        calendar: china,
        now,
      },
      { open: {}, lines: [], holders: [], promises: { due: 200, kept: 199 }, calendar: china, now },
      {
        open: { critical: 60 },
        lines: Array.from({ length: 5 }, (_, n) => digestLine(n + 58, 'soon')),
        holders: [{ user: 'U0LIN', name: told.responder, count: 60 }],
        promises: { due: 1, kept: 1 },
        newest: 5000,
        today: {
          lines: Array.from({ length: 60 }, (_, n) => digestLine(n, 'overdue', { deadline: unsure })),
          calls: [{ user: 'U0MAY' }],
        },
        calendar: china,
        now,
      },
    ],
    handOverMessage: (['offered', 'offer_made', 'offer_accepted', 'offer_declined'] as const).flatMap((because) =>
      [lin.user, 'U0MAY'].map((by) => {
        const asked = { id, because, by, to: may.user, from: lin.user, offered: 2, calendar: china, now };
        return by === lin.user ? asked : { ...asked, due: deadline };
      }),
    ),
    snoozeNote: snoozes,
    snoozeForm: snoozes,
    snoozeReasonMessage: [1, 50].map((count) => ({
      user: 'U0LIN',
      until: later(24),
      reports: Array.from({ length: count }, (_, n) => reminder(n).id),
      zone,
    })),
    reminderMessage: [
      { reminders: [reminder(1)], news: [], channel, calendar: china, now },
      {
        reminders: [
          reminder(1, { assigned: false }),
          reminder(3, { assigned: false, holder: 'U0LIN' }),
          reminder(2, { deadline: unsure }),
        ],
        news: [],
        channel,
        calendar: china,
        now: later(100),
      },
      {
        reminders: dutyNames.map((duty, n) => reminder(n, { deadline: { ...deadline, duty } })),
        news: [],
        channel,
        calendar: china,
        now,
      },
      { reminders: Array.from({ length: 60 }, (_, n) => reminder(n)), news: [], channel, calendar: china, now },
      {
        reminders: [],
        news: [0, 1].map((n) => ({ id: reminder(n).id, because: 'on_duty' as const, deadline })),
        channel,
        calendar: china,
        now,
      },
      {
        reminders: Array.from({ length: 30 }, (_, n) => reminder(n)),
        news: Array.from({ length: 30 }, (_, n) => ({ id: `VR-0000-00${n + 10}`, because: 'assigned' as const })),
        channel,
        calendar: china,
        now,
      },
    ],
    immediateNotice: (['on_duty', 'lead', 'assigned'] as const).flatMap((because) => [
      { report: fresh, because, deadlines: [deadline], channel, calendar: china, now },
      {
        report: { ...answered, form: { ...answered.form, knownAlready: because === 'lead' ? 'public' : 'exploited' } },
        because,
        deadlines: [],
        channel,
        card: 'https://example.slack.com/archives/C0DESK/p1',
        calendar: china,
        now: later(100),
      },
    ]),
    laterDateMessage: [
      {
        ...askedOn(asking),
        until: later(9000),
        days,
        channel,
        zone,
        card: 'https://example.slack.com/archives/C0DESK/p1',
      },
      { ...askedOn(asking), until: later(9000), days: [], channel, zone },
      {
        report: asking,
        date: { duty: 'next_update', dueAt: promise.dueAt, open: true },
        until: later(9000),
        days,
        channel,
        zone,
      },
      { ...askedOn(replay([received, laterAsked, kept])), until: later(9000), days, channel, zone },
    ],
    awayNote: [
      { said: 'away', ...away, told: false, later: false, clashes: [], zone },
      {
        said: 'away',
        ...away,
        substitute: 'U0MAY',
        told: true,
        later: false,
        clashes: [
          { from: now, to: later(24), substitute: 'U0MAY' },
          { from: later(24), to: later(48) },
        ],
        zone,
      },
      ...[false, true].map((later) => ({
        said: 'away' as const,
        ...away,
        substitute: 'U0MAY',
        told: false,
        later,
        clashes: [],
        zone,
      })),
      { said: 'back' },
      { said: 'not_away' },
      { said: 'not_asked' },
      { said: 'weekend', days: [5, 6] },
      { said: 'weekend' },
      { said: 'weekend_is', days: [7] },
      { said: 'weekend_is' },
      ...[0, 1, 2].map((count) => ({ said: 'taken' as const, count })),
      { said: 'declined', ...away, user: 'U0LIN' },
    ],
    breakNote: [
      ...[0, 1, 2].map((due) => ({ said: 'begun' as const, back: later(200), due, zone })),
      { said: 'ended' },
      { said: 'no_break' },
    ],
    breakLine: [
      ...(['begun', 'changed'] as const).map((said) => ({
        said,
        back: later(200),
        zone,
        user: 'U0LIN',
        name: told.responder,
      })),
      { said: 'ended', user: 'U0LIN', name: told.responder },
    ],
    standInMessage: [0, 1, 30].map((count) => ({
      ...away,
      user: 'U0LIN',
      reports: Array.from({ length: count }, (_, n) => ({ id, exploited: n === 1 })),
    })),
    noSubstituteMessage: [{ ...away, user: 'U0MAY' }],
    dutyGroupNote: ['permission_denied', 'missing_scope', 'no_such_subteam'].map((code) => ({
      user: 'U0LIN',
      name: told.responder,
      group: 'S0DUTY',
      code,
    })),
    onDutyLine: [{ user: 'U0LIN', name: told.responder }],
    coverAsked: [{ ...away, user: 'U0LIN' }],
    coverAnswered: (['accepted', 'declined'] as const).map((said) => ({ ...away, said, user: 'U0LIN' })),
    coverNote: (['asked', 'asked_later', 'not_reached', 'taken', 'refused', 'not_asked'] as const).map((said) => ({
      ...away,
      said,
      user: 'U0LIN',
    })),
    onDutyNote: [
      { turns: [{ from: now, to: later(9000) }], maySwap: false, zone },
      { turns: [{ from: now, to: later(9000), responder: 'U0LIN' }], maySwap: false, zone },
      {
        turns: [
          { from: now, to: later(9000), responder: 'U0LIN', deputy: 'U0MAY' },
          { from: later(9000), to: later(99_000) },
          { from: later(99_000), to: later(999_000), responder: 'U0MAY' },
        ],
        maySwap: true,
        zone,
      },
    ],
    swapForm: [0, 1, 110].map((count) => ({
      mine: Array.from({ length: count }, (_, n) => turn('U0LIN', n)),
      theirs: Array.from({ length: count }, (_, n) => ({ ...turn('U0MAY', n + 1), name: told.responder })),
      zone,
    })),
    swapAsked: [swap],
    swapSent: (['asked', 'asked_later', 'not_reached'] as const).map((said) => ({ ...swap, said })),
    swapAnswered: (['accepted', 'declined'] as const).map((said) => ({ ...swap, said })),
    swapNote: (['taken', 'refused'] as const).map((said) => ({ ...swap, said })),
    swapLine: [{ ...swap, asker: { user: 'U0LIN', name: told.responder }, colleague: { user: 'U0MAY', name: 'Bo' } }],
    reportList: (
      [
        { query: { filter: 'open', words: '' }, rows: [], total: 0 },
        { query: { filter: 'all', words: '' }, rows: [] },
        { query: { filter: 'closed', words: '' }, rows: [], continued: true },
        { query: { filter: 'all', words: told.typed }, rows: [], next: id },
        { query: { filter: 'mine', words: '', severity: 'high' }, rows: [row], unreadable, total: 1 },
        {
          query: { filter: 'overdue', words: '' },
          rows: Array.from({ length: 14 }, () => row),
          continued: true,
          next: id,
        },
      ] as const
    ).map((facts) => ({
      counts: { open: 12, overdue: 3, unassigned: 2 },
      unreadable: [],
      continued: false,
      calendar: china,
      now: later(100),
      ...facts,
    })),
    reportView: cases.flatMap((facts) =>
      facts.history === manyMessages && facts.now === now ? [facts, { ...facts, page: 1 }] : [facts],
    ),
    acknowledgeForm: [fresh, taken].map((report) => ({ ...write, report })),
    sentElsewhere: [
      { ...write, report: elsewhere, justFiled: true },
      { ...write, report: undelivered, justFiled: false, deadlines: [] },
    ],
    more: [fresh, taken, paused, declined.agreed, declined.askedByMail, ...wayOfLife].flatMap((report) =>
      [false, true].map((lead) => ({ report, lead })),
    ),
    assignForm: [
      { report: fresh, responders: [lin, may, reporter] },
      { report: fresh, responders: [] },
      { report: taken, responders: [lin] },
      { report: taken, responders: people(130) },
    ],
    messageForm: (['question', 'information'] as const).flatMap((purpose) =>
      [true, false].map((byHand) => ({ report: taken, responder: lin, project, purpose, byHand, updateBy })),
    ),
    noteForm: [{ report: taken }],
    writeForm: [
      { report: taken, zone, purpose: 'answer' },
      { report: taken, zone, purpose: 'more_information' },
      { report: taken, zone, purpose: 'answer', left: 12_345 },
      { report: taken, zone, purpose: 'answer', left: 12_345, contact: 'security@example.org' },
      { report: taken, zone, purpose: 'answer', left: 12_345, contact: 'https://example.org/report' },
      { report: paused, zone, purpose: 'answer' },
    ],
    ...triageSamples({
      fresh,
      answered,
      elsewhere,
      accepted,
      disclosed: whole,
      responder: lin,
      project,
      zone,
      now: later(100),
      deadline,
      typed: told.message,
    }),
    ownReport: [
      { report: taken, zone, project },
      { report: whole, zone, project },
      { report: talkative, zone, project },
      { report: talkative, zone, project, page: 1 },
      { report: taken, zone, project, team: true },
    ],
    myReports: mineFacts,
    homeView: mineFacts
      .map((facts) => ({ ...facts, person: lin }))
      .flatMap((facts) => [
        facts,
        { ...facts, open: { rows: [], unreadable: [] } },
        { ...facts, open: { rows: [row], unreadable } },
        { ...facts, open: { rows: many, unreadable } },
        { ...facts, now: later(100), open: { rows: many.map((one) => ({ ...one, report: taken })), unreadable: [] } },
      ]),
    intakeMessage: [{ project }, { project, back: { at: later(200), zone } }],
    receiptWaits: [{}],
    dateAgreed: [{}],
    mentionNote: [{ project }],
    setUpNote: [
      { channels: [] },
      {
        channels: [
          { channel, done: true },
          { channel, done: false },
        ],
      },
    ],
    ...remedySamples(
      toldOfLife,
      later(8),
      { lin, may },
      { onSlack: told2, byMail: [receivedFrom(byMail), assigned, byHand] },
    ),
    eraseForm: [{ report: whole }],
    pauseForm: [
      { report: taken, zone, byHand: false },
      { report: paused, zone, byHand: true },
    ],
    erasedCard: [{ id, status: 'declined', receivedAt: now, erasedAt: later(9), zone }],
    erasedMessage: [{ id }],
    retentionLine: [
      { ids: [id], at: later(9), leads: [], zone },
      { ids: Array.from({ length: 30 }, () => id), at: later(9), leads: userIds.map((user) => ({ user })), zone },
    ],
    channelUnsafe: [
      { channel, reasons: ['not_private', 'shared', 'sharing_pending', 'guests', 'out_of_reach'] },
      { channel, reasons: [] },
    ],
    setAside: [
      ...(['failed', 'damaged', 'changed'] as const).map((why) => ({ id, why })),
      { id: 'person/U0LIN', why: 'changed' },
      { id: 'person/channel', why: 'changed' },
    ],
    calendarEnds: ['2026-11-01', '2026-12-30', '2026-12-31', '2027-01-01'].map((day) => ({
      calendar: china,
      now: new Date(`${day}T12:00:00+08:00`),
    })),
    goesOnNote: [{}],
    mayGoOn: [{ missing: [id], behind: [id], since: later(1), channel }],
    sendingHeld: [
      { missing: [id], behind: [] },
      { missing: [], behind: Array.from({ length: 30 }, () => id) },
    ],
  };
}

/** Texts of a sort: English, Chinese with emoji, and each as long as a field allows. */
export const english: Told = {
  language: 'en',
  title: 'A crafted kubeconfig gives cluster admin',
  version: 'KubeSphere v4.1',
  components: 'ks-apiserver 4.1.2',
  reporter: 'Rae',
  overview: 'Whoever downloads the file can act as an administrator.',
  verification: '1. Sign in.\n2. Download the file.\n3. Use it.',
  contact: 'rae@reporter.example',
  creditName: 'Rae R.',
  message: 'Thank you. We are looking into it.',
  responder: 'Lin',
  project: 'KubeSphere',
  typed: 'rpeort',
};
export const chinese: Told = {
  ...english,
  language: 'zh',
  title: '构造的 kubeconfig 可以获得集群管理员权限 😀',
  components: '控制台 👩‍💻',
  reporter: '小瑞',
  overview: '下载该文件的人可以以管理员身份操作。🙂',
  verification: '一、登录。\n二、下载文件。\n三、使用。',
  contact: '邮箱 rae@reporter.example',
  creditName: '瑞',
  message: '谢谢，我们正在核实。',
  responder: '小林',
  typed: '报告',
};
const fill = (text: string, length: number) => text.repeat(Math.ceil(length / text.length)).slice(0, length);
export function longest(text: string, told: Told): Told {
  return {
    ...told,
    title: fill(text, fieldLimits.title),
    version: fill('v4', 75),
    components: fill(text, fieldLimits.otherVersions),
    reporter: fill(text, fieldLimits.onBehalfOf),
    overview: fill(text, fieldLimits.overview),
    verification: fill(text, fieldLimits.verification),
    contact: fill(text, fieldLimits.contact),
    creditName: fill(text, fieldLimits.creditName),
    message: fill(text, 3000),
    responder: fill(text, 300),
    project: fill(text, 300),
    typed: fill(text, 500),
  };
}
/** One text in every place. */
export function everywhere(text: string): Told {
  const { language, version, ...fields } = english;
  const filled = Object.fromEntries(Object.keys(fields).map((name) => [name, text])) as Omit<
    Told,
    'language' | 'version'
  >;
  return { language, version, ...filled };
}
