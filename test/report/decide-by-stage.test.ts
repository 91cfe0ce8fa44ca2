import { readdirSync, readFileSync } from 'node:fs';
import type { Context, ReportCommand } from '../../src/report/commands.js';
import { decide } from '../../src/report/decide.js';
import { ReportEvent } from '../../src/report/events.js';
import { evolve } from '../../src/report/evolve.js';
import type { Credit } from '../../src/report/form.js';
import type { Actor } from '../../src/report/person.js';
import { Refusal } from '../../src/report/refusal.js';
import { Report } from '../../src/report/report.js';
import { Status } from '../../src/report/status.js';
import {
  accept,
  after,
  approve,
  correct,
  decline,
  duplicate,
  duplicatesWith,
  fix,
  high,
  lifeIn,
  medium,
  prepare,
  publish,
  released,
  tell,
} from './report-at-stage.js';
import {
  acknowledge,
  answer,
  arrived,
  ask,
  assign,
  bo,
  by,
  form,
  lost,
  mei,
  minute,
  note,
  outcome,
  rae,
  sendAgain,
  submit,
  theClock,
  withdraw,
} from './situations.js';

const now = minute(60);
const at = (actor: Actor, credit?: Credit) => ({ now, actor, duplicates: duplicatesWith(credit) });
const no = 'not_in_this_status';
const public_ = 'already_disclosed';
const already = 'so already';

/** The same account name in another workspace is somebody else. */
const somebodyElse = by({ ...rae, team: 'T0OTHER' });
const kim = by({ team: 'T0HOME', user: 'U0KIM', name: 'Kim' });

/**
 * Who may: the team (somebody else is turned away by the router, which `decide` does not see), the reporter alone, whoever it
 * is of people, or the clock as well. Those who may not are refused whatever the status is.
 */
const kinds = {
  team: { reporter: 'own_report', stranger: 'may', team: 'may', clock: 'not_for_you' },
  reporter: { reporter: 'may', stranger: 'no_such_report', team: 'no_such_report', clock: 'no_such_report' },
  people: { reporter: 'may', stranger: 'may', team: 'may', clock: 'not_for_you' },
  clock: { reporter: 'not_for_you', stranger: 'not_for_you', team: 'not_for_you', clock: 'may' },
  anybody: { reporter: 'may', stranger: 'may', team: 'may', clock: 'may' },
} as const;

type Row = Readonly<{
  it: string;
  who: keyof typeof kinds;
  command: ReportCommand | ((report: Report) => ReportCommand);
  /** What has happened before, where it could. */
  given?: readonly (readonly [ReportCommand, Actor])[];
  cells: Readonly<Record<Status, string>>;
  /** How the reporter of the duplicate wants to be thanked since. */
  wished?: Credit;
  /** What Mei is told, who prepared it, where others may approve. */
  mei?: string;
}>;

/** In the order of a life: received, acknowledged, accepted, fixed, disclosed, declined, duplicate, withdrawn. */
const each = (...cells: string[]) =>
  Object.fromEntries(Status.options.map((status, i) => [status, cells[i]])) as Record<Status, string>;
const everywhere = (cell: string, over: Partial<Record<Status, string>> = {}) => ({
  ...each(...Status.options.map(() => cell)),
  ...over,
});
const open = (cell: string, over: Partial<Record<Status, string>> = {}) => ({
  ...each(cell, cell, cell, cell, public_, no, no, no),
  ...over,
});

const embargo = { type: 'AgreeEmbargo', until: minute(9000), route: 'direct_message' } as const;
const cve = { type: 'RecordCve', number: 'CVE-2026-12345' } as const;
const broken = { type: 'DeclareEmbargoBroken', where: 'A post in a forum.' } as const;
const noted = { type: 'NoteDuplicate', duplicate: 'VR-0000-0002' } as const;
const credit = { type: 'ChangeCredit', credit: { by: 'nobody' } } as const;
const reopen = { type: 'ReopenReport' } as const;
const agreeEarly = { type: 'AgreeToEarlyDisclosure' } as const;
const seen = (report: Report) => report.prepared?.event ?? 5;
const corrected = (report: Report) => (report.status === 'disclosed' ? correct : prepare);
const firstWord = 'ResponderAssigned + ReportAcknowledged';
const doubtOf = (event: number) => [[lost('unsure', event), theClock]] as const;
const prepared = [
  [prepare, by(mei)],
  [correct, by(mei)],
] as const;

const table: Readonly<Record<ReportCommand['type'], readonly Row[]>> = {
  SubmitReport: [
    {
      it: 'the same form with other text',
      who: 'anybody',
      command: { ...submit, form: { ...form, overview: 'Other words.' } },
      cells: everywhere('already_acted_upon', { received: 'ReportAmended' }),
    },
    { it: 'the same form once more', who: 'anybody', command: submit, cells: everywhere(already) },
    {
      it: 'another form under this id',
      who: 'anybody',
      command: { ...submit, submission: 'another' },
      cells: everywhere('submission_taken'),
    },
  ],
  AssignReport: [
    {
      it: 'to a colleague',
      who: 'team',
      command: assign(bo, mei.user),
      cells: everywhere('ResponderAssigned', { withdrawn: 'report_closed' }),
    },
    {
      it: 'to the reporter',
      who: 'team',
      command: assign(rae, mei.user),
      cells: everywhere('own_report', { withdrawn: 'report_closed' }),
    },
    {
      it: 'over the head of whoever has it',
      who: 'team',
      command: assign(bo),
      cells: everywhere('already_assigned', { received: 'ResponderAssigned', withdrawn: 'report_closed' }),
    },
  ],
  AcknowledgeReport: [
    {
      it: 'in other words than Mei’s',
      who: 'team',
      command: { ...acknowledge, message: 'Got it.' } as ReportCommand,
      cells: everywhere('already_acknowledged', { received: firstWord }),
    },
  ],
  SendMessage: [
    {
      it: 'a question',
      who: 'team',
      command: ask,
      cells: everywhere('MessageSent', { received: firstWord, withdrawn: 'report_closed' }),
    },
    {
      it: 'without a word in it',
      who: 'team',
      command: { ...ask, message: ' ' } as ReportCommand,
      cells: everywhere('message_empty', { withdrawn: 'report_closed' }),
    },
    {
      it: 'with a date for the next that is past',
      who: 'team',
      command: { ...ask, nextUpdate: now } as ReportCommand,
      cells: everywhere('next_update_not_ahead', { withdrawn: 'report_closed' }),
    },
  ],
  AddNote: [{ it: 'for the team', who: 'team', command: note, cells: everywhere('NoteAdded') }],
  WriteToTeam: [
    {
      it: 'an answer',
      who: 'reporter',
      command: answer,
      cells: everywhere('ReporterWrote', { withdrawn: 'report_closed' }),
    },
  ],
  WithdrawReport: [
    {
      it: 'the reporter takes it back',
      who: 'reporter',
      command: withdraw,
      cells: everywhere('ReportWithdrawn', { disclosed: public_, withdrawn: already }),
    },
  ],
  RecordDelivery: [
    {
      it: 'of the first message',
      who: 'anybody',
      command: lost('unsure', 2),
      cells: everywhere('DeliveryDoubted', { received: already }),
    },
    {
      it: 'of an announcement',
      who: 'anybody',
      command: lost('failed', 7),
      cells: everywhere(already, { disclosed: 'DeliveryFailed' }),
    },
  ],
  ConfirmDelivery: [
    { it: 'of what nobody doubts', who: 'team', command: arrived(2), cells: everywhere('nothing_in_doubt') },
    {
      it: 'of a message in doubt',
      who: 'team',
      command: arrived(2),
      given: doubtOf(2),
      cells: everywhere('DeliveryConfirmed', { received: 'nothing_in_doubt' }),
    },
    {
      it: 'of an announcement in doubt',
      who: 'team',
      command: arrived(7),
      given: doubtOf(7),
      cells: everywhere('nothing_in_doubt', { disclosed: 'DeliveryConfirmed' }),
    },
  ],
  SendAgain: [
    {
      it: 'a message in doubt',
      who: 'team',
      command: sendAgain(2),
      given: doubtOf(2),
      cells: everywhere('SentAgain', { received: 'nothing_in_doubt', withdrawn: 'report_closed' }),
    },
    {
      it: 'a message that was refused: it needs another way',
      who: 'team',
      command: sendAgain(2),
      given: [[lost('failed', 2), theClock]],
      cells: everywhere('nothing_in_doubt', { withdrawn: 'report_closed' }),
    },
    {
      it: 'an announcement that was refused',
      who: 'team',
      command: sendAgain(7),
      given: [[lost('failed', 7), theClock]],
      cells: everywhere('nothing_in_doubt', { disclosed: 'SentAgain', withdrawn: 'report_closed' }),
    },
  ],
  AcceptReport: [
    {
      it: 'with words to the reporter',
      who: 'team',
      command: { ...accept, severity: high, tell } as ReportCommand,
      cells: each(
        `${firstWord} + ReportAccepted`,
        ...Array.from({ length: 4 }, () => 'MessageSent + ReportAccepted'),
        no,
        no,
        no,
      ),
    },
    {
      it: 'without a word',
      who: 'team',
      command: accept,
      cells: each('message_needed', 'ReportAccepted', already, already, already, no, no, no),
    },
    {
      it: 'as it is, with other words to the reporter',
      who: 'team',
      command: { ...accept, tell: { ...tell, message: 'We are at it.' } } as ReportCommand,
      cells: each(
        `${firstWord} + ReportAccepted`,
        'MessageSent + ReportAccepted',
        ...Array.from({ length: 3 }, () => 'MessageSent'),
        no,
        no,
        no,
      ),
    },
    {
      it: 'in no product line',
      who: 'team',
      command: { ...accept, lines: [] } as ReportCommand,
      cells: everywhere('no_affected_lines', { declined: no, duplicate: no, withdrawn: no }),
    },
    {
      it: 'in one product line twice',
      who: 'team',
      command: { type: 'AcceptReport', severity: medium, lines: [{ line: 'Ks v4' }, { line: 'ＫＳ V4' }] },
      cells: everywhere('line_named_twice', { declined: no, duplicate: no, withdrawn: no }),
    },
  ],
  DeclineReport: [
    {
      it: 'for another reason, with words',
      who: 'team',
      command: { ...decline, reason: 'out_of_scope' } as ReportCommand,
      cells: each(
        `${firstWord} + ReportDeclined`,
        'MessageSent + ReportDeclined',
        'MessageSent + ReportDeclined',
        no,
        public_,
        no,
        no,
        no,
      ),
    },
    {
      it: 'for the same reason, without a word',
      who: 'team',
      command: { type: 'DeclineReport', reason: 'cannot_reproduce', asksForPublicBug: false },
      cells: each('message_needed', 'ReportDeclined', 'ReportDeclined', no, public_, already, no, no),
    },
    {
      it: 'for the same reason, with words of somebody else',
      who: 'team',
      command: { ...decline, tell: { ...tell, message: 'Thank you, it is not one.' } } as ReportCommand,
      cells: each(
        `${firstWord} + ReportDeclined`,
        'MessageSent + ReportDeclined',
        'MessageSent + ReportDeclined',
        no,
        public_,
        no,
        no,
        no,
      ),
    },
    {
      it: 'as spam, without a word',
      who: 'team',
      command: { type: 'DeclineReport', reason: 'spam', asksForPublicBug: false },
      cells: each('ReportDeclined', 'ReportDeclined', 'ReportDeclined', no, public_, no, no, no),
    },
  ],
  AgreeToPublicBug: [
    {
      it: 'when asked',
      who: 'reporter',
      command: { type: 'AgreeToPublicBug' },
      cells: everywhere('no_public_bug_asked', { declined: 'PublicBugAgreed' }),
    },
  ],
  MarkDuplicate: [
    {
      it: 'of another than before',
      who: 'team',
      command: { ...duplicate, of: 'VR-0000-0009' } as ReportCommand,
      cells: each(
        `${firstWord} + MarkedDuplicate`,
        'MessageSent + MarkedDuplicate',
        'MessageSent + MarkedDuplicate',
        no,
        public_,
        no,
        no,
        no,
      ),
    },
    {
      it: 'of the same, without a word',
      who: 'team',
      command: { type: 'MarkDuplicate', of: 'VR-0000-0001' },
      cells: each('message_needed', 'MarkedDuplicate', 'MarkedDuplicate', no, public_, no, already, no),
    },
    {
      it: 'of the same, with words of somebody else',
      who: 'team',
      command: { ...duplicate, tell: { ...tell, message: 'Somebody was faster.' } } as ReportCommand,
      cells: each(
        `${firstWord} + MarkedDuplicate`,
        'MessageSent + MarkedDuplicate',
        'MessageSent + MarkedDuplicate',
        no,
        public_,
        no,
        no,
        no,
      ),
    },
    {
      it: 'of itself',
      who: 'team',
      command: { type: 'MarkDuplicate', of: submit.id },
      cells: everywhere('duplicate_of_itself'),
    },
    {
      it: 'when others are duplicates of it',
      who: 'team',
      command: { type: 'MarkDuplicate', of: 'VR-0000-0009', tell },
      given: [[noted, by(mei)]],
      cells: each(
        ...Array.from({ length: 3 }, () => 'duplicate_of_a_duplicate'),
        no,
        public_,
        'not_in_this_status',
        no,
        no,
      ),
    },
  ],
  NoteDuplicate: [
    {
      it: 'by whoever found it, be this their own report',
      who: 'people',
      command: noted,
      cells: everywhere('DuplicateNoted', { duplicate: 'duplicate_of_a_duplicate', withdrawn: 'report_closed' }),
    },
    {
      it: 'of itself',
      who: 'people',
      command: { type: 'NoteDuplicate', duplicate: submit.id },
      cells: everywhere('duplicate_of_itself'),
    },
  ],
  DropDuplicate: [
    {
      it: 'that was opened again',
      who: 'clock',
      command: { type: 'DropDuplicate', duplicate: noted.duplicate },
      given: [[noted, by(mei)]],
      cells: everywhere('DuplicateDropped', { duplicate: already, withdrawn: already }),
    },
    {
      it: 'that is none',
      who: 'clock',
      command: { type: 'DropDuplicate', duplicate: noted.duplicate },
      cells: everywhere(already),
    },
  ],
  LeaveOriginal: [
    {
      it: 'that was withdrawn',
      who: 'clock',
      command: { type: 'LeaveOriginal', of: 'VR-0000-0001' },
      cells: everywhere(already, { duplicate: 'OriginalWithdrawn' }),
    },
    {
      it: 'that is another by now',
      who: 'clock',
      command: { type: 'LeaveOriginal', of: 'VR-0000-0009' },
      cells: everywhere(already),
    },
  ],
  ThankReporter: [
    {
      it: 'for what is public by another report',
      who: 'team',
      command: { type: 'ThankReporter', of: 'VR-0000-0001' },
      cells: everywhere(already, { duplicate: 'ReporterThanked' }),
    },
    {
      it: 'by way of a report that is another by now',
      who: 'team',
      command: { type: 'ThankReporter', of: 'VR-0000-0009' },
      cells: everywhere(already),
    },
    {
      it: 'to whom nothing can be delivered',
      who: 'team',
      command: { type: 'ThankReporter', of: 'VR-0000-0001' },
      given: [
        [lost('failed', 2), theClock],
        [lost('failed', 3), theClock],
      ],
      cells: everywhere(already),
    },
  ],
  CompareCredits: [
    {
      it: 'of no duplicates',
      who: 'clock',
      command: { type: 'CompareCredits' },
      given: prepared,
      cells: everywhere(already),
    },
    {
      it: 'that are others by now',
      who: 'clock',
      command: { type: 'CompareCredits' },
      given: [[noted, by(mei)], ...prepared],
      wished: { by: 'nobody' },
      cells: everywhere(already, { fixed: 'DuplicateCreditChanged', disclosed: 'DuplicateCreditChanged' }),
    },
  ],
  ReopenReport: [
    {
      it: 'what is closed',
      who: 'team',
      command: reopen,
      cells: each(no, no, no, no, public_, 'ReportReopened', 'ReportReopened', 'ReportReopened'),
    },
  ],
  RequestCve: [
    { it: 'noted', who: 'team', command: { type: 'RequestCve' }, cells: open('CveRequested') },
    {
      it: 'when there is one',
      who: 'team',
      command: { type: 'RequestCve' },
      given: [[cve, by(mei)]],
      cells: open(already),
    },
  ],
  RecordCve: [
    {
      it: 'also after publication, to correct it',
      who: 'team',
      command: cve,
      cells: open('CveRecorded', { disclosed: 'CveRecorded' }),
    },
  ],
  AgreeEmbargo: [
    { it: 'until a day ahead', who: 'team', command: embargo, cells: open('EmbargoAgreed') },
    { it: 'until now', who: 'team', command: { ...embargo, until: now }, cells: open('embargo_not_ahead') },
    {
      it: 'until the same moment once more',
      who: 'team',
      command: embargo,
      given: [[embargo, by(mei)]],
      cells: open(already),
    },
    {
      it: 'when it is public already',
      who: 'team',
      command: embargo,
      given: [[broken, by(mei)]],
      cells: open('EmbargoAgreed', { accepted: 'embargo_broken', fixed: 'embargo_broken' }),
    },
  ],
  AgreeToEarlyDisclosure: [
    { it: 'without an embargo', who: 'reporter', command: agreeEarly, cells: open('no_embargo') },
    {
      it: 'before the embargo is over',
      who: 'reporter',
      command: agreeEarly,
      given: [[embargo, by(mei)]],
      cells: open('EarlyDisclosureAgreed'),
    },
  ],
  DeclareEmbargoBroken: [
    {
      it: 'it is public already',
      who: 'team',
      command: broken,
      cells: each(no, no, 'EmbargoBroken', 'EmbargoBroken', public_, no, no, no),
    },
    {
      it: 'without saying where',
      who: 'team',
      command: { ...broken, where: ' ' },
      cells: each(no, no, 'where_missing', 'where_missing', public_, no, no, no),
    },
  ],
  RecordFix: [
    {
      it: 'a patched release',
      who: 'team',
      command: { type: 'RecordFix', fixes: [released('KubeSphere v4', '4.1.4')] },
      cells: each(no, no, 'FixRecorded', 'FixRecorded', 'FixRecorded', no, no, no),
    },
    { it: 'the same', who: 'team', command: fix, cells: each(no, no, 'FixRecorded', already, already, no, no, no) },
    {
      it: 'of a line that is not affected',
      who: 'team',
      command: { type: 'RecordFix', fixes: [released('KubeSphere v2', '4.1.4')] },
      cells: each(no, no, 'unknown_line', 'unknown_line', 'unknown_line', no, no, no),
    },
    {
      it: 'not newer than what is affected',
      who: 'team',
      command: { type: 'RecordFix', fixes: [released('KubeSphere v4', '4.1.2')] },
      cells: each(no, no, 'fix_not_newer', 'fix_not_newer', 'fix_not_newer', no, no, no),
    },
    {
      it: 'that nobody can compare',
      who: 'team',
      command: { type: 'RecordFix', fixes: [released('KubeSphere v4', 'the next one')] },
      cells: each(no, no, 'fix_not_comparable', 'fix_not_comparable', 'fix_not_comparable', no, no, no),
    },
    {
      it: 'of one line twice',
      who: 'team',
      command: {
        type: 'RecordFix',
        fixes: [released('KubeSphere v4', '4.1.4'), { outcome: 'wont_fix', line: 'KubeSphere v4' }],
      },
      cells: each(no, no, 'fix_said_twice', 'fix_said_twice', 'fix_said_twice', no, no, no),
    },
    {
      it: 'not out yet',
      who: 'team',
      command: {
        type: 'RecordFix',
        fixes: [{ outcome: 'fixed', line: 'KubeSphere v4', version: '4.1.4', releasedAt: minute(61) }],
      },
      cells: each(no, no, 'fix_not_released', 'fix_not_released', 'fix_not_released', no, no, no),
    },
  ],
  ChangeCredit: [
    {
      it: 'until it is public',
      who: 'people',
      command: credit,
      cells: everywhere('CreditChanged', { disclosed: public_ }),
    },
  ],
  PrepareDisclosure: [
    {
      it: 'once a patched release is out',
      who: 'team',
      command: prepare,
      cells: each(no, no, 'no_patched_release', 'DisclosurePrepared', 'change_missing', no, no, no),
    },
    {
      it: 'a correction',
      who: 'team',
      command: correct,
      cells: each(no, no, 'no_patched_release', 'DisclosurePrepared', 'DisclosurePrepared', no, no, no),
    },
    {
      it: 'while a line has neither a release nor the decision for none',
      who: 'team',
      command: corrected,
      given: [[{ type: 'RecordFix', fixes: [released('KubeSphere v4', '4.1.3')] }, by(mei)]],
      cells: each(no, no, 'lines_without_fix', 'DisclosurePrepared', 'DisclosurePrepared', no, no, no),
    },
    {
      it: 'with the way to attack in it',
      who: 'team',
      command: (report) => ({ ...corrected(report), text: { en: { title: 'T', summary: form.verification } } }),
      cells: each(no, no, 'no_patched_release', 'closed_words_in_advisory', 'closed_words_in_advisory', no, no, no),
    },
    {
      it: 'too long for a message',
      who: 'team',
      command: (report) => ({ ...corrected(report), text: { en: { title: 'x'.repeat(121), summary: 'S' } } }),
      cells: each(no, no, 'no_patched_release', 'advisory_too_long', 'advisory_too_long', no, no, no),
    },
  ],
  ApproveDisclosure: [
    { it: 'of nothing', who: 'team', command: approve(), cells: everywhere('nothing_prepared') },
    {
      it: 'what Mei has prepared',
      who: 'team',
      command: (report) => approve(seen(report)),
      given: prepared,
      cells: everywhere('nothing_prepared', { fixed: 'DisclosureApproved', disclosed: 'DisclosureApproved' }),
      mei: 'same_person_approves',
    },
    {
      it: 'what has been prepared anew since',
      who: 'team',
      command: (report) => approve(seen(report) - 1),
      given: prepared,
      cells: everywhere('nothing_prepared', { fixed: 'prepared_anew', disclosed: 'prepared_anew' }),
    },
  ],
  PublishAdvisory: [
    {
      it: 'what was published',
      who: 'team',
      command: publish(),
      cells: everywhere('nothing_prepared', { disclosed: already }),
    },
    {
      it: 'what nobody has approved',
      who: 'team',
      command: (report) => publish(seen(report)),
      given: prepared,
      cells: everywhere('nothing_prepared', { fixed: 'not_approved', disclosed: 'not_approved' }),
    },
    ...[
      { it: 'what a second person has approved', before: [], cell: 'AdvisoryPublished + ReporterThanked' },
      { it: 'during an embargo', before: [embargo], cell: 'embargo_running' },
    ].map(
      ({ it, before, cell }): Row => ({
        it,
        who: 'team',
        command: (report) => publish(seen(report)),
        given: [
          ...before.map((command) => [command, by(mei)] as const),
          ...prepared,
          ...[5, 6, 7, 8, 9, 10, 11].map((event) => [approve(event), by(bo)] as const),
        ],
        // What is public already is under no embargo, and has been thanked for.
        cells: everywhere('nothing_prepared', { fixed: cell, disclosed: 'AdvisoryPublished' }),
      }),
    ),
  ],
};

const rows = Object.entries(table).flatMap(([type, all]) => all.map((row) => ({ type, ...row })));
const actors: readonly (readonly [name: string, kind: keyof (typeof kinds)['team'], actor: Actor])[] = [
  ['the responder', 'team', by(mei)],
  ['another responder', 'team', kim],
  ['the reporter', 'reporter', by(rae)],
  ['a responder whose report it is', 'reporter', kim],
  ['somebody else', 'stranger', somebodyElse],
  ['the clock', 'clock', theClock],
];

test('the table has every command and every status', () => {
  const files = readdirSync('src/report').filter((name) => name.startsWith('commands'));
  const source = files.map((name) => readFileSync(`src/report/${name}`, 'utf8')).join('\n');
  const commands = [...source.matchAll(/type: '(\w+)'/g)].map(([, type]) => type);
  expect(new Set(Object.keys(table))).toEqual(new Set(commands));
  for (const { cells } of rows)
    expect(Status.options.filter((status) => cells[status] === undefined || cells[status] === '')).toEqual([]);
  for (const status of Status.options) expect(lifeIn(status).status).toBe(status);
});

let tried = 0;
describe.each(rows)('$type, $it', ({ who, command, given = [], cells, mei: toMei, wished }) => {
  test.each(Status.options)('%s', (status) => {
    for (const [name, kind, actor] of actors) {
      const before = after(lifeIn(status), ...given);
      const theirs = { kind: 'slack', person: (kim as Extract<Actor, { kind: 'person' }>).person } as const;
      const report = name === 'a responder whose report it is' ? { ...before, reporter: theirs } : before;
      const rule = kinds[who][kind];
      const said = typeof command === 'function' ? command(report) : command;
      const own = name === 'the responder' && cells[status] === 'DisclosureApproved';
      const cell = own ? (toMei ?? cells[status]) : cells[status];
      expect([name, outcome(said, report, at(actor, wished))]).toEqual([name, rule === 'may' ? cell : rule]);
      tried += 1;
    }
  });
});

test('every event comes of some cell, says when and who, can be kept, and makes a report that can be kept', () => {
  const events = rows.flatMap(({ command, given = [], wished }) =>
    Status.options.flatMap((status) =>
      actors.flatMap(([, , actor]) => {
        const report = after(lifeIn(status), ...given);
        const found = eventsOf(typeof command === 'function' ? command(report) : command, report, at(actor, wished));
        if (found.length > 0) expect(Report.parse(found.reduce(evolve, report))).toEqual(found.reduce(evolve, report));
        for (const event of found) {
          expect(event).toMatchObject({ at: now, by: actor });
          expect(ReportEvent.parse(event)).toEqual(event);
        }
        return found;
      }),
    ),
  );
  const names = new Set<string>(events.map(({ type }) => type));
  const all = ReportEvent.options.map((option) => option.shape.type.value);
  // The receipt makes the report that all the others are about.
  expect(all.filter((type) => !names.has(type))).toEqual(['ReportReceived']);
  console.info(`decide: ${JSON.stringify({ rows: rows.length, cells: tried, events: events.length })}`);
  expect(tried).toBe(rows.length * Status.options.length * actors.length);
});

function eventsOf(command: ReportCommand, report: Report, context: Context): ReportEvent[] {
  try {
    return decide(command, report, context);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

test.each(Object.entries(table))('%s of a report that is not there', (type, all) => {
  for (const { command } of all) {
    const said = typeof command === 'function' ? command(lifeIn('fixed')) : command;
    const expected = type === 'SubmitReport' ? 'ReportReceived' : 'no_such_report';
    expect(outcome(said, undefined, at(by(rae)))).toBe(expected);
  }
});

describe('for a reporter who answers elsewhere, a responder records what they said', () => {
  const elsewhere = { kind: 'elsewhere', name: 'Kim', filedBy: bo } as const;
  const said: readonly (readonly [ReportCommand, Status, string])[] = [
    [answer, 'acknowledged', 'ReporterWrote'],
    [{ type: 'AgreeToPublicBug' }, 'declined', 'PublicBugAgreed'],
    [agreeEarly, 'fixed', 'EarlyDisclosureAgreed'],
  ];
  test.each(said)('$type', (command, status, event) => {
    const onSlack = after(lifeIn(status), [embargo, by(mei)]);
    const report: Report = { ...onSlack, reporter: elsewhere };
    expect(outcome(command, report, at(by(mei)))).toBe(event);
    expect(outcome(command, report, at(theClock))).toBe('not_for_you');
    // Nor does the one who filed it for them become its reporter.
    expect(outcome(command, report, at(by(bo)))).toBe(event);
    expect(outcome(withdraw, report, at(by(bo)))).toBe('no_such_report');
    const byHand = after(onSlack, [{ ...ask, message: 'By mail.', route: 'by_hand' } as ReportCommand, by(mei)]);
    expect(outcome(command, byHand, at(by(mei)))).toBe(event);
    expect(outcome(command, byHand, at(by(rae)))).toBe(event);
  });
});
