import type { Fix } from '../../src/report/affected-line.js';
import type { RemediationCommand } from '../../src/report/commands-remediation.js';
import { decide } from '../../src/report/decide.js';
import { describeDecisions, nothingChanges, onceAccepted, whileOpen } from './decisions.js';
import { fix, released, reportInStatus } from './report-in-status.js';
import { by, mei, minute, rae } from './situations.js';

const cve = { type: 'RecordCve', numbers: ['CVE-2026-12345', 'CVE-2026-12346'] } as const;
const embargo = { type: 'AgreeEmbargo', until: minute(9000), route: 'direct_message' } as const;
const broken = { type: 'DeclareEmbargoBroken', where: 'A post in a forum.' } as const;
const propose = { ...embargo, type: 'ProposeEmbargo' } as const;
const agreeEarly = { type: 'AgreeToEarlyDisclosure' } as const;
const recordFix = (...fixes: Fix[]) => ({ type: 'RecordFix', fixes }) as const;
/** An embargo is broken only for what the team has accepted. */
const unpublished = (result: string) => ({ ...onceAccepted(result), disclosed: 'already_disclosed' });

test('one CVE number has no others beside it', () => {
  const command = { type: 'RecordCve', numbers: ['CVE-2026-12345'] } as const;
  const context = { now: minute(60), actor: by(mei) };
  expect(decide(command, reportInStatus('fixed'), context)).toEqual([
    { type: 'CveRecorded', at: minute(60), by: by(mei), number: 'CVE-2026-12345' },
  ]);
});

describeDecisions<RemediationCommand['type']>('remediation', {
  RequestCve: [
    {
      name: 'for the first time',
      by: 'a responder',
      command: { type: 'RequestCve' },
      results: whileOpen('CveRequested'),
    },
    {
      name: 'when there is a number',
      by: 'a responder',
      command: { type: 'RequestCve' },
      given: [[cve, by(mei)]],
      results: whileOpen(nothingChanges),
    },
    {
      name: 'once more',
      by: 'a responder',
      command: { type: 'RequestCve' },
      given: [[{ type: 'RequestCve' }, by(mei)]],
      results: whileOpen(nothingChanges),
    },
  ],
  RecordCve: [
    {
      name: 'also after publication, to correct it',
      by: 'a responder',
      command: cve,
      results: { ...whileOpen('CveRecorded'), disclosed: 'CveRecorded' },
    },
    {
      name: 'the same numbers again',
      by: 'a responder',
      command: cve,
      given: [[cve, by(mei)]],
      results: { ...whileOpen(nothingChanges), disclosed: nothingChanges },
    },
  ],
  AgreeEmbargo: [
    { name: 'until a day ahead', by: 'a responder', command: embargo, results: whileOpen('EmbargoAgreed') },
    {
      name: 'until now',
      by: 'a responder',
      command: { ...embargo, until: minute(60) },
      results: whileOpen('embargo_not_ahead'),
    },
    {
      name: 'until the same moment again',
      by: 'a responder',
      command: embargo,
      given: [[embargo, by(mei)]],
      results: whileOpen(nothingChanges),
    },
    {
      name: 'until the moment that was proposed',
      by: 'a responder',
      command: embargo,
      given: [[propose, by(mei)]],
      results: whileOpen('EmbargoAgreed'),
    },
    {
      name: 'when the vulnerability is public already',
      by: 'a responder',
      command: embargo,
      given: [[broken, by(mei)]],
      results: { ...whileOpen('EmbargoAgreed'), accepted: 'embargo_broken', fixed: 'embargo_broken' },
    },
  ],
  ProposeEmbargo: [
    { name: 'until a day ahead', by: 'a responder', command: propose, results: whileOpen('EmbargoProposed') },
    {
      name: 'until the moment that is agreed',
      by: 'a responder',
      command: propose,
      given: [[embargo, by(mei)]],
      results: whileOpen(nothingChanges),
    },
  ],
  AcceptEmbargo: [
    {
      name: 'where none was proposed',
      by: 'the reporter',
      command: { type: 'AcceptEmbargo', proposed: 1 },
      results: whileOpen('no_embargo'),
    },
    {
      name: 'where it was agreed elsewhere',
      by: 'the reporter',
      command: { type: 'AcceptEmbargo', proposed: 1 },
      given: [[embargo, by(mei)]],
      results: whileOpen(nothingChanges),
    },
    {
      name: 'that was proposed',
      by: 'the reporter',
      command: ({ embargoProposal: proposed = -1 }) => ({ type: 'AcceptEmbargo', proposed }),
      given: [[propose, by(mei)]],
      results: whileOpen('EmbargoAccepted'),
    },
    {
      name: 'that is another one by now',
      by: 'the reporter',
      command: { type: 'AcceptEmbargo', proposed: 0 },
      given: [[propose, by(mei)]],
      results: whileOpen('embargo_proposed_anew'),
    },
  ],
  AgreeToEarlyDisclosure: [
    { name: 'without an embargo', by: 'the reporter', command: agreeEarly, results: whileOpen('no_embargo') },
    {
      name: 'before the embargo ends',
      by: 'the reporter',
      command: agreeEarly,
      given: [[embargo, by(mei)]],
      results: whileOpen('EarlyDisclosureAgreed'),
    },
    {
      name: 'once more',
      by: 'the reporter',
      command: agreeEarly,
      given: [
        [embargo, by(mei)],
        [agreeEarly, by(rae)],
      ],
      results: whileOpen(nothingChanges),
    },
  ],
  DeclareEmbargoBroken: [
    { name: 'with the place', by: 'a responder', command: broken, results: unpublished('EmbargoBroken') },
    {
      name: 'without the place',
      by: 'a responder',
      command: { ...broken, where: ' ' },
      results: unpublished('where_missing'),
    },
    {
      name: 'once more',
      by: 'a responder',
      command: broken,
      given: [[broken, by(mei)]],
      results: unpublished(nothingChanges),
    },
  ],
  RecordFix: [
    {
      name: 'a patched release',
      by: 'a responder',
      command: recordFix(released('KubeSphere v4', '4.1.4')),
      results: onceAccepted('FixRecorded'),
    },
    {
      name: 'the same release again',
      by: 'a responder',
      command: fix,
      results: { ...onceAccepted(nothingChanges), accepted: 'FixRecorded' },
    },
    {
      name: 'of a product line that is not affected',
      by: 'a responder',
      command: recordFix(released('KubeSphere v2', '4.1.4')),
      results: onceAccepted('unknown_line'),
    },
    {
      name: 'a release not newer than what is affected',
      by: 'a responder',
      command: recordFix(released('KubeSphere v4', '4.1.2')),
      results: onceAccepted('fix_not_newer'),
    },
    {
      name: 'a release that cannot be compared',
      by: 'a responder',
      command: recordFix(released('KubeSphere v4', '4.1.2-h1')),
      results: onceAccepted('fix_not_comparable'),
    },
    ...['the next one', '4.1.3, 4.0.7', '4.1.x', 'v4.*'].map((version) => ({
      name: `“${version}”, whatever is said`,
      by: 'a responder' as const,
      command: recordFix({ ...released('KubeSphere v4', version), newerAsSaid: true }),
      results: onceAccepted('fix_not_one_release'),
    })),
    {
      name: 'the same, when the responder says that it is newer',
      by: 'a responder',
      command: recordFix({ ...released('KubeSphere v4', '4.1.2-h1'), newerAsSaid: true }),
      results: onceAccepted('FixRecorded'),
    },
    {
      name: 'a release that is not newer, whatever is said',
      by: 'a responder',
      command: recordFix({ ...released('KubeSphere v4', '4.1.2'), newerAsSaid: true }),
      results: onceAccepted('fix_not_newer'),
    },
    {
      name: 'of one product line twice',
      by: 'a responder',
      command: recordFix(released('KubeSphere v4', '4.1.4'), { outcome: 'wont_fix', line: 'KubeSphere v4' }),
      results: onceAccepted('fix_said_twice'),
    },
    {
      name: 'a release in the future',
      by: 'a responder',
      command: recordFix({ outcome: 'fixed', line: 'KubeSphere v4', version: '4.1.4', releasedAt: minute(61) }),
      results: onceAccepted('fix_not_released'),
    },
    {
      name: 'a release of this very moment',
      by: 'a responder',
      command: recordFix({ ...released('KubeSphere v4', '4.1.4'), releasedAt: minute(60) }),
      results: onceAccepted('FixRecorded'),
    },
  ],
  ChangeCredit: [
    {
      name: 'until it is public',
      by: 'any person but a namesake',
      command: { type: 'ChangeCredit', credit: { by: 'nobody' } },
      results: { disclosed: 'already_disclosed', otherwise: 'CreditChanged' },
    },
    {
      name: 'to what it is',
      by: 'any person but a namesake',
      command: { type: 'ChangeCredit', credit: { by: 'nobody' } },
      given: [[{ type: 'ChangeCredit', credit: { by: 'nobody' } }, by(rae)]],
      results: { disclosed: 'already_disclosed', otherwise: nothingChanges },
    },
  ],
});
