import { deadlinesOf } from '../../../src/deadline/deadlines.js';
import type { Policy } from '../../../src/deadline/policy.js';
import { openDuties } from '../../../src/handling/due-notices.js';
import type { Reports } from '../../../src/handling/ports.js';
import type { ReportEvent } from '../../../src/report/events.js';
import { replay } from '../../../src/report/evolve.js';
import type { Person } from '../../../src/report/person.js';
import { type ReportId, reportIdFrom } from '../../../src/report/report-id.js';
import type { Status } from '../../../src/report/status.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { aForm } from '../../support/a-form.js';
import { type Kind, kinds } from './matrix-people.js';

const canary = (content: 'B' | 'C', report: string) => `CNRY${content}x${report}x`;
/** What a text holds of reports: which class, of which report. */
export function canariesIn(text: string): readonly Readonly<{ class: string; report: string }>[] {
  return [...text.matchAll(/CNRY([BC])x(\w+?)x/g)].map(([, content = '', report = '']) => ({ class: content, report }));
}

type After = (at: Date, responder: Person, reporter: Person, text: string) => readonly ReportEvent[];
const written = (at: Date, person: Person) => ({ at, by: { kind: 'person', person } as const });
const acknowledged: After = (at, responder, _, text) => [
  { type: 'ResponderAssigned', ...written(at, responder), responder },
  {
    type: 'ReportAcknowledged',
    ...written(at, responder),
    purpose: 'acknowledgement',
    message: text,
    route: 'direct_message',
  },
  { type: 'NoteAdded', ...written(at, responder), text },
];

const accepted: After = (at, ...people) => [
  ...acknowledged(at, ...people),
  {
    type: 'ReportAccepted',
    ...written(at, people[0]),
    severity: { vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', score: 9.8, rating: 'critical' },
    lines: [{ line: 'KubeSphere v3.4', upTo: '3.4.1' }],
  },
];
const fix = (at: Date, responder: Person): ReportEvent => ({
  type: 'FixRecorded',
  ...written(at, responder),
  fixes: [{ outcome: 'fixed', line: 'KubeSphere v3.4', version: '3.4.2', releasedAt: at }],
});
/** The reporter is asked whether it may become a public bug. */
const declined = (at: Date, responder: Person): readonly ReportEvent[] => [
  { type: 'ReportDeclined', ...written(at, responder), reason: 'works_as_intended', asksForPublicBug: true },
];
const advisory = { en: { title: 'An advisory', summary: 'What everybody may know.' } };

/** How a report comes to each status. A status that has no line here fails the matrix. */
export const states: Readonly<Record<Status, After>> = {
  received: () => [],
  acknowledged,
  accepted,
  fixed: (at, ...people) => [...accepted(at, ...people), fix(at, people[0])],
  disclosed: (at, ...people) => [
    ...accepted(at, ...people),
    fix(at, people[0]),
    { type: 'DisclosurePrepared', ...written(at, people[0]), text: advisory, credits: [], route: 'direct_message' },
    { type: 'DisclosureApproved', ...written(at, people[0]), prepared: 6 },
    { type: 'AdvisoryPublished', ...written(at, people[0]), prepared: 6, channel: sandbox.announcements },
  ],
  declined: (at, ...people) => [...acknowledged(at, ...people), ...declined(at, people[0])],
  duplicate: (at, ...people) => [
    ...acknowledged(at, ...people),
    { type: 'MarkedDuplicate', ...written(at, people[0]), of: 'VR-0000-0000' },
  ],
  withdrawn: (at, _, reporter) => [{ type: 'ReportWithdrawn', ...written(at, reporter) }],
};
/** Where the samples of the modals have their advisory in the history. */
const preparedAt = 14;
const prepared: After = (at, responder, reporter, text) => {
  const before: ReportEvent[] = [...accepted(at, responder, reporter, text), fix(at, responder)];
  const notes = Array.from({ length: preparedAt - before.length - 1 }, (_, n): ReportEvent => {
    return { type: 'NoteAdded', ...written(at, responder), text: `${text} ${n}` };
  });
  const ready = { text: advisory, credits: [], route: 'direct_message' } as const;
  return [...before, ...notes, { type: 'DisclosurePrepared', ...written(at, responder), ...ready, credits: [] }];
};
/** States within a status, in which other buttons do something. */
export const finerStates: Readonly<Record<string, After>> = {
  'acknowledged, delivery in doubt': (at, ...people) => [
    ...acknowledged(at, ...people),
    { type: 'DeliveryDoubted', at, by: { kind: 'clock' }, event: 2 },
  ],
  'accepted, under an embargo that was told by hand': (at, ...people) => [
    ...accepted(at, ...people),
    { type: 'EmbargoAgreed', ...written(at, people[0]), until: new Date(at.getTime() + 1e10), route: 'by_hand' },
  ],
  'declined, and asked by hand whether it may become a public bug': (at, ...people) => [
    ...acknowledged(at, ...people).map((event) =>
      event.type === 'ReportAcknowledged' ? { ...event, route: 'by_hand' as const } : event,
    ),
    ...declined(at, people[0]),
  ],
  'declined, to become a public bug': (at, ...people) => [
    ...acknowledged(at, ...people),
    ...declined(at, people[0]),
    { type: 'PublicBugAgreed', ...written(at, people[1]) },
  ],
  'fixed, with an advisory that waits for a second person': prepared,
  'fixed, with an advisory that a second person has approved': (at, ...people) => [
    ...prepared(at, ...people),
    { type: 'DisclosureApproved', ...written(at, { ...people[0], user: kinds.lead }), prepared: preparedAt },
  ],
};
export const everyState: Readonly<Record<string, After>> = { ...states, ...finerStates };
export const stateNames = Object.keys(everyState);

export type StoredReport = Readonly<{ id: ReportId; key: string; state: string; reporter: Kind }>;

/** Stores a report for each state and each of its reporters, with a canary in every text. Receipts and cards follow. */
export async function storeReports(reports: Reports, policy: Policy, now: Date): Promise<readonly StoredReport[]> {
  const stored: StoredReport[] = [];
  for (const reporter of ['theReporter', 'ownResponder', 'anotherReporter'] as const)
    for (const [n, state] of stateNames.entries()) {
      const key = `${reporter}${n}`;
      const history = historyOf(stored.length, key, reporter, everyState[state] as After, policy, now);
      const report = replay(history);
      await reports.add(history, report, openDuties(deadlinesOf(report, policy)), now);
      stored.push({ id: report.id, key, state, reporter });
    }
  return stored;
}

function historyOf(
  n: number,
  key: string,
  kind: Kind,
  after: After,
  policy: Policy,
  now: Date,
): readonly ReportEvent[] {
  const at = new Date(now.getTime() - 60_000);
  const team = kind === 'ownResponder' ? sandbox.home : sandbox.elsewhere;
  const person: Person = { team, user: kinds[kind], name: canary('B', key) };
  const responder: Person = { team: sandbox.home, user: kinds.responder, name: 'Bo Sandbox' };
  const secret = canary('C', key);
  const received: ReportEvent = {
    type: 'ReportReceived',
    ...written(at, person),
    id: reportIdFrom(Buffer.from([n + 1, 77, 13, 5, 200])),
    submission: `${n}`.padStart(32, '0'),
    reporter: { kind: 'slack', person },
    form: aForm({
      title: canary('B', key),
      overview: secret,
      versions: [],
      otherVersions: canary('B', key),
      verification: secret,
      contact: secret,
      credit: { by: 'name', name: secret },
    }),
    affected: [],
    receivedAt: at,
    promise: { dueAt: new Date(now.getTime() + 86_400_000), provisional: false, policyRevision: policy.revision },
  };
  // The first look at a report is kept: here it was taken already, so that showing it changes nothing.
  return [received, ...after(at, responder, person, secret), { type: 'ReportSeen', ...written(at, responder) }];
}
