import type { ReportCommand } from '../../src/report/commands.js';
import type { TriageCommand } from '../../src/report/commands-triage.js';
import { decide } from '../../src/report/decide.js';
import type { Status } from '../../src/report/status.js';
import { describeDecisions, nothingChanges, notInThisStatus, onceAccepted, whileOpen } from './decisions.js';
import { accept, decline, duplicate, high, medium, reportInStatus, tell } from './report-in-status.js';
import { bo, by, mei, minute, outcome, rae, submit, withdraw } from './situations.js';

const noted = { type: 'NoteDuplicate', duplicate: 'VR-0000-0002' } as const;
/** A closed report is decided again only after it was reopened. */
const closed = { declined: notInThisStatus, duplicate: notInThisStatus, withdrawn: notInThisStatus };
const decidable = { ...closed, fixed: notInThisStatus, disclosed: 'already_disclosed' };
/** Telling the reporter is part of the decision: the first message acknowledges the report. */
const tellsAnd = (event: string) => ({
  received: `ResponderAssigned + ReportAcknowledged + ${event}`,
  otherwise: `MessageSent + ${event}`,
});
/** The first decision needs a message; later it may be changed without one. */
const silently = (event: string) => ({ received: 'message_needed', otherwise: event });
/** The reporter withdraws first, which no decision outlives. */
const withdrawn = [[withdraw, by(rae)]] as const;
const spam = { type: 'DeclineReport', reason: 'spam', asksForPublicBug: false } as const;

describeDecisions<TriageCommand['type']>('triage', {
  AcceptReport: [
    {
      name: 'with a message to the reporter',
      by: 'a responder',
      command: { ...accept, severity: high, tell } as ReportCommand,
      results: { ...tellsAnd('ReportAccepted'), ...closed },
    },
    {
      name: 'without a message',
      by: 'a responder',
      command: accept,
      results: { ...onceAccepted(nothingChanges), ...silently('ReportAccepted'), ...closed },
    },
    {
      name: 'unchanged, with another message to the reporter',
      by: 'a responder',
      command: { ...accept, tell: { ...tell, message: 'We are at it.' } } as ReportCommand,
      results: { ...onceAccepted('MessageSent'), ...tellsAnd('ReportAccepted'), ...closed },
    },
    {
      name: 'without a product line',
      by: 'a responder',
      command: { ...accept, lines: [] } as ReportCommand,
      results: { ...closed, otherwise: 'no_affected_lines' },
    },
    {
      name: 'with one product line twice',
      by: 'a responder',
      command: {
        type: 'AcceptReport',
        severity: medium,
        lines: [{ line: 'Ks v4' }, { line: 'ＫＳ V4' }],
        cwes: ['CWE-862'],
      },
      results: { ...closed, otherwise: 'line_named_twice' },
    },
    {
      name: 'without a weakness',
      by: 'a responder',
      command: { ...accept, cwes: [] } as ReportCommand,
      results: { ...closed, otherwise: 'no_weakness' },
    },
    {
      name: 'with a weakness that is not in the list',
      by: 'a responder',
      command: { ...accept, cwes: ['CWE-99999'] } as ReportCommand,
      results: { ...closed, otherwise: 'unknown_cwe' },
    },
    {
      name: 'with other weaknesses, without a message',
      by: 'a responder',
      command: { ...accept, cwes: ['CWE-79', 'CWE-862'] } as ReportCommand,
      results: { ...onceAccepted('ReportAccepted'), ...silently('ReportAccepted'), ...closed },
    },
    {
      name: 'with two ranges of a product that overlap',
      by: 'a responder',
      command: {
        ...accept,
        lines: [
          { line: 'Ks', from: '3.4.0', upTo: '3.4.2' },
          { line: 'Ks', from: '3.4.2', before: '4.0.0' },
        ],
      } as ReportCommand,
      results: { ...closed, otherwise: 'ranges_overlap' },
    },
    {
      name: 'with two ranges of a product, without a message',
      by: 'a responder',
      command: {
        ...accept,
        lines: [
          { line: 'Ks', from: '3.4.0', upTo: '3.4.2' },
          { line: 'Ks', from: '4.0.0', before: '4.1.3' },
        ],
      } as ReportCommand,
      results: { ...onceAccepted('ReportAccepted'), ...silently('ReportAccepted'), ...closed },
    },
  ],
  DeclineReport: [
    {
      name: 'for another reason, with a message',
      by: 'a responder',
      command: { ...decline, reason: 'out_of_scope' } as ReportCommand,
      results: { ...decidable, ...tellsAnd('ReportDeclined') },
    },
    {
      name: 'for the same reason, without a message',
      by: 'a responder',
      command: { type: 'DeclineReport', reason: 'cannot_reproduce', asksForPublicBug: false },
      results: { ...decidable, ...silently('ReportDeclined'), declined: nothingChanges },
    },
    {
      name: 'for the same reason, with the message of somebody else',
      by: 'a responder',
      command: { ...decline, tell: { ...tell, message: 'Thank you, it is not one.' } } as ReportCommand,
      results: { ...decidable, ...tellsAnd('ReportDeclined') },
    },
    {
      name: 'as spam, which needs no message',
      by: 'a responder',
      command: spam,
      results: { ...decidable, otherwise: 'ReportDeclined' },
    },
    {
      name: 'as spam already, with the first message',
      by: 'a responder',
      command: { ...spam, tell },
      given: [[spam, by(mei)]],
      results: { disclosed: 'already_disclosed', otherwise: notInThisStatus },
    },
    {
      name: 'for the same reason, once it is withdrawn',
      by: 'a responder',
      command: { type: 'DeclineReport', reason: 'cannot_reproduce', asksForPublicBug: false },
      given: withdrawn,
      results: { disclosed: 'already_disclosed', otherwise: notInThisStatus },
    },
  ],
  AgreeToPublicBug: [
    {
      name: 'when asked',
      by: 'the reporter',
      command: { type: 'AgreeToPublicBug' },
      results: { declined: 'PublicBugAgreed', otherwise: 'no_public_bug_asked' },
    },
    {
      name: 'twice',
      by: 'the reporter',
      command: { type: 'AgreeToPublicBug' },
      given: [[{ type: 'AgreeToPublicBug' }, by(rae)]],
      results: { declined: nothingChanges, otherwise: 'no_public_bug_asked' },
    },
    {
      name: 'when not asked',
      by: 'the reporter',
      command: { type: 'AgreeToPublicBug' },
      given: [
        [{ type: 'ReopenReport' }, by(mei)],
        [{ ...decline, asksForPublicBug: false } as ReportCommand, by(mei)],
      ],
      results: 'no_public_bug_asked',
    },
    {
      name: 'of a report that they have withdrawn',
      by: 'the reporter',
      command: { type: 'AgreeToPublicBug' },
      given: withdrawn,
      results: 'no_public_bug_asked',
    },
  ],
  MarkDuplicate: [
    {
      name: 'of another report than before',
      by: 'a responder',
      command: { ...duplicate, of: 'VR-0000-0009' } as ReportCommand,
      results: { ...decidable, ...tellsAnd('MarkedDuplicate') },
    },
    {
      name: 'of the same report, without a message',
      by: 'a responder',
      command: { type: 'MarkDuplicate', of: 'VR-0000-0001' },
      results: { ...decidable, ...silently('MarkedDuplicate'), duplicate: nothingChanges },
    },
    {
      name: 'of the same report, once it is withdrawn',
      by: 'a responder',
      command: { type: 'MarkDuplicate', of: 'VR-0000-0001' },
      given: withdrawn,
      results: { disclosed: 'already_disclosed', otherwise: notInThisStatus },
    },
    {
      name: 'of the same report, with the message of somebody else',
      by: 'a responder',
      command: { ...duplicate, tell: { ...tell, message: 'Somebody was faster.' } } as ReportCommand,
      results: { ...decidable, ...tellsAnd('MarkedDuplicate') },
    },
    {
      name: 'of itself',
      by: 'a responder',
      command: { type: 'MarkDuplicate', of: submit.id },
      results: 'duplicate_of_itself',
    },
    {
      name: 'when others are duplicates of it',
      by: 'a responder',
      command: { type: 'MarkDuplicate', of: 'VR-0000-0009', tell },
      given: [[noted, by(mei)]],
      results: { ...decidable, otherwise: 'duplicate_of_a_duplicate' },
    },
  ],
  NoteDuplicate: [
    {
      name: 'by any responder, even the one who reported it',
      by: 'any person',
      command: noted,
      results: {
        duplicate: 'duplicate_of_a_duplicate',
        withdrawn: 'report_closed',
        otherwise: 'DuplicateNoted',
      },
    },
    {
      name: 'that is noted already',
      by: 'any person',
      command: noted,
      given: [[noted, by(mei)]],
      results: { duplicate: 'duplicate_of_a_duplicate', withdrawn: 'report_closed', otherwise: nothingChanges },
    },
    {
      name: 'of a report that is withdrawn, whatever it was before',
      by: 'any person',
      command: noted,
      given: withdrawn,
      results: { disclosed: 'DuplicateNoted', otherwise: 'report_closed' },
    },
    {
      name: 'of itself',
      by: 'any person',
      command: { type: 'NoteDuplicate', duplicate: submit.id },
      results: 'duplicate_of_itself',
    },
  ],
  DropDuplicate: [
    {
      name: 'that was reopened',
      by: 'the clock',
      command: { type: 'DropDuplicate', duplicate: noted.duplicate },
      given: [[noted, by(mei)]],
      results: { duplicate: nothingChanges, withdrawn: nothingChanges, otherwise: 'DuplicateDropped' },
    },
    {
      name: 'that is none',
      by: 'the clock',
      command: { type: 'DropDuplicate', duplicate: noted.duplicate },
      results: nothingChanges,
    },
  ],
  LeaveOriginal: [
    {
      name: 'that was withdrawn',
      by: 'the clock',
      command: { type: 'LeaveOriginal', of: 'VR-0000-0001' },
      results: { duplicate: 'OriginalWithdrawn', otherwise: nothingChanges },
    },
    {
      name: 'after the duplicate was withdrawn, too',
      by: 'the clock',
      command: { type: 'LeaveOriginal', of: 'VR-0000-0001' },
      given: withdrawn,
      results: nothingChanges,
    },
    {
      name: 'that is another one by now',
      by: 'the clock',
      command: { type: 'LeaveOriginal', of: 'VR-0000-0009' },
      results: nothingChanges,
    },
  ],
  ReopenReport: [
    {
      name: 'that is closed',
      by: 'a responder',
      command: { type: 'ReopenReport' },
      results: {
        ...whileOpen(notInThisStatus),
        declined: 'ReportReopened',
        duplicate: 'ReportReopened',
        withdrawn: 'ReportReopened',
      },
    },
    {
      name: 'that was spam, of which the reporter has heard nothing',
      by: 'a responder',
      command: { type: 'ReopenReport' },
      given: [[spam, by(mei)]],
      results: { fixed: notInThisStatus, disclosed: 'already_disclosed', otherwise: 'ReportReopened' },
    },
    {
      name: 'with a message that corrects what the reporter was told',
      by: 'a responder',
      command: { type: 'ReopenReport', tell: { message: 'It is open again.', route: 'direct_message' } },
      results: {
        ...whileOpen(notInThisStatus),
        declined: 'ReportReopened + MessageSent',
        duplicate: 'ReportReopened + MessageSent',
        withdrawn: 'ReportReopened + MessageSent',
      },
    },
  ],
});

test('the same decision with the same message counts once, and with a second person’s message it is another', () => {
  const sent = (command: ReportCommand, status: Status) =>
    [mei, bo].map((person) => outcome(command, reportInStatus(status), { now: minute(60), actor: by(person) }));
  expect(sent(decline, 'declined')).toEqual([nothingChanges, notInThisStatus]);
  expect(sent(duplicate, 'duplicate')).toEqual([nothingChanges, notInThisStatus]);
  const again = { ...accept, tell: { ...tell, message: 'Thank you. We are looking into it.' } } as ReportCommand;
  expect(sent(again, 'accepted')).toEqual([nothingChanges, 'MessageSent']);
});

test('the message of the first decision acknowledges the report, and a later one informs', () => {
  const purposeOf = (status: Status) =>
    decide(decline, reportInStatus(status), { now: minute(60), actor: by(mei) }).find((event) => 'purpose' in event)
      ?.purpose;
  expect([purposeOf('received'), purposeOf('acknowledged')]).toEqual(['acknowledgement', 'information']);
});
