import type { Fix } from '../../src/report/affected-line.js';
import type { Context, ReportCommand } from '../../src/report/commands.js';
import type { PrepareDisclosure, PublishAdvisory } from '../../src/report/commands-disclosure.js';
import { decide } from '../../src/report/decide.js';
import { evolve, replay } from '../../src/report/evolve.js';
import type { Credit } from '../../src/report/form.js';
import type { Actor } from '../../src/report/person.js';
import { Refusal } from '../../src/report/refusal.js';
import type { Report } from '../../src/report/report.js';
import { readSeverity, Severity } from '../../src/report/severity.js';
import type { Status } from '../../src/report/status.js';
import { acknowledge, assign, bo, by, historyOf, mei, minute, rae, submit, withdraw } from './situations.js';

const severityOf = (vector: string) => Severity.parse(readSeverity(vector));
export const high = severityOf('CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N');
export const medium = severityOf('CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N');

export const tell = { message: 'We have looked into it.', route: 'direct_message' } as const;
export const accept: ReportCommand = {
  type: 'AcceptReport',
  severity: medium,
  lines: [
    { line: 'KubeSphere v4', from: '4.0.0', upTo: '4.1.2' },
    { line: 'KubeSphere v3', upTo: '3.4.1' },
  ],
  cwes: ['CWE-862'],
};
export const decline: ReportCommand = {
  type: 'DeclineReport',
  reason: 'cannot_reproduce',
  asksForPublicBug: true,
  tell,
};
export const duplicate: ReportCommand = { type: 'MarkDuplicate', of: 'VR-0000-0001', tell };
export const released = (line: string, version: string): Extract<Fix, { outcome: 'fixed' }> => ({
  outcome: 'fixed',
  line,
  version,
  releasedAt: minute(0),
});
export const fix: ReportCommand = {
  type: 'RecordFix',
  fixes: [released('KubeSphere v4', '4.1.3'), { outcome: 'wont_fix', line: 'KubeSphere v3' }],
};
export const prepare: PrepareDisclosure = {
  type: 'PrepareDisclosure',
  text: { en: { title: 'Secrets of other projects can be read', summary: 'A check was missing. Update.' } },
  route: 'direct_message',
};
export const correct: PrepareDisclosure = {
  ...prepare,
  text: { en: { title: 'Secrets of other projects can be read', summary: 'A check was missing in one call. Update.' } },
  change: 'The summary says where.',
};
export const approve = (prepared = 5): ReportCommand => ({ type: 'ApproveDisclosure', prepared });
export const publish = (prepared = 5): PublishAdvisory => ({
  type: 'PublishAdvisory',
  prepared,
  channel: 'C0ANNOUNCE',
  route: 'direct_message',
});

const start = [
  [submit, by(rae)],
  [assign(mei), by(mei)],
  [acknowledge, by(mei)],
] as const;

/** A history for each status: Rae's report, in Mei's hands, decided with her words. An advisory is prepared at place 5. */
export const histories = {
  received: historyOf([submit, by(rae)]),
  acknowledged: historyOf(...start),
  accepted: historyOf(...start, [accept, by(mei)]),
  fixed: historyOf(...start, [accept, by(mei)], [fix, by(mei)]),
  disclosed: historyOf(
    ...start,
    [accept, by(mei)],
    [fix, by(mei)],
    [prepare, by(mei)],
    [approve(), by(bo)],
    [publish(), by(bo)],
  ),
  declined: historyOf(...start, [decline, by(mei)]),
  duplicate: historyOf(...start, [duplicate, by(mei)]),
  withdrawn: historyOf(...start, [withdraw, by(rae)]),
} satisfies Record<Status, unknown>;

export const reportInStatus = (status: Status): Report => replay(histories[status]);

/** The duplicate of Rae's report, by somebody else: as its reporter wants to be thanked. */
export const duplicatesWith = (credit: Credit = { by: 'name', name: 'Lea' }): readonly Report[] => [
  {
    ...replay(histories.received),
    id: 'VR-0000-0002',
    reporter: { kind: 'slack', person: { team: 'T0OUTSIDE', user: 'U0LEA', name: 'Lea' } },
    status: 'duplicate',
    duplicateOf: submit.id,
    credit,
  },
];

/** The report after these commands, those left out that are refused. */
export function after(report: Report, ...steps: readonly (readonly [ReportCommand, Actor])[]): Report {
  return steps.reduce((so_far, [command, actor]) => {
    const context: Context = { now: minute(30), actor, duplicates: duplicatesWith() };
    try {
      return decide(command, so_far, context).reduce(evolve, so_far);
    } catch (error) {
      if (error instanceof Refusal) return so_far;
      throw error;
    }
  }, report);
}
