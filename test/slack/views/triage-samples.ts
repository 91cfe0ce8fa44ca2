import type { Deadline } from '../../../src/deadline/deadlines.js';
import type { ReportEvent } from '../../../src/report/events.js';
import { replay } from '../../../src/report/evolve.js';
import type { Person } from '../../../src/report/person.js';
import { type AffectedVersion, DeclineReason, type Report } from '../../../src/report/report.js';
import type { FactsOf } from '../../../src/slack/views/surfaces.js';
import type { DecisionFacts } from '../../../src/slack/views/triage-facts.js';

type Names =
  | 'triage'
  | 'acceptForm'
  | 'declineForm'
  | 'duplicateForm'
  | 'reopenForm'
  | 'theirAnswerForm'
  | 'publicBugText';
type Samples = { readonly [N in Names]: readonly FactsOf<N>[] };

/** What the samples of triage are made of. `fresh` is from somebody on Slack, `elsewhere` from somebody who wrote by mail. */
export type TriageParts = Readonly<{
  fresh: Report;
  answered: Report;
  elsewhere: Report;
  accepted: Report;
  disclosed: Report;
  responder: Person;
  project: string;
  zone: string;
  now: Date;
  deadline: Deadline;
  typed: string;
}>;

/** Every modal of triage, with facts of every sort it may get. */
export function triageSamples(parts: TriageParts): Samples {
  const { fresh, answered, elsewhere, accepted, disclosed, responder, project, zone, now, deadline, typed } = parts;
  const many: AffectedVersion[] = Array.from({ length: 130 }, (_, n) => ({ version: `v${n}`, verdict: 'supported' }));
  const facts = (report: Report, byHand = false): DecisionFacts => ({
    report,
    responder,
    project,
    byHand,
    seen: report.status,
  });
  const state = (report: Report) => ({ report, deadlines: [deadline], zone, now });
  const lines = [{ line: typed, from: '4.1.0', before: '4.1.3' }, { line: typed }];
  const updateBy = { day: '2026-09-30', close: '18:00', zone };
  const form = (report: Report, byHand = false) => ({
    ...facts(report, byHand),
    versions: many,
    lines,
    updateBy,
    zone,
  });
  const draft = { block: 'message', text: typed, drafted: '0123456789abcdef' } as const;
  const anew = { ...draft, block: 'messageAnew' } as const;
  const whole = { AV: 'N', AC: 'L', PR: 'N', UI: 'N', S: 'U', C: 'H', I: 'H', A: 'H' };
  const candidate = (report: Report, sameCve: boolean) => ({ report, likeness: 1, sameCve });
  return {
    triage: [
      { ...state(fresh), versions: fresh.affected },
      { ...state(answered), versions: many },
      { ...state(elsewhere), versions: [] },
      { ...state(accepted), versions: accepted.affected },
      { ...state(disclosed), versions: disclosed.affected },
    ],
    acceptForm: [
      { ...form(fresh), typing: { by: '3.1', choices: { AV: 'N' } }, draft: anew },
      { ...form(answered), typing: { by: '3.1', choices: whole }, draft },
      { ...form(elsewhere, true), typing: { by: '4.0', choices: {} }, draft },
      { ...form(fresh), versions: fresh.affected, typing: { by: 'typed', vector: typed }, draft },
      { ...form(accepted), typing: { by: 'typed', vector: accepted.severity?.vector ?? '' }, draft: anew },
      { ...form(accepted), typing: { by: '3.1', choices: whole }, draft, asksAgain: true, understood: accepted.lines },
      { ...form(fresh), typing: { by: 'typed', vector: '' }, draft: { ...draft, nothing: true } },
    ],
    declineForm: [
      { ...facts(fresh), asksForPublicBug: false, draft },
      ...DeclineReason.options.map((reason, n) => ({
        ...facts(n % 2 === 0 ? fresh : elsewhere, n % 2 === 1),
        reason,
        asksForPublicBug: n % 2 === 0,
        draft: anew,
      })),
      { ...facts(answered), reason: 'cannot_reproduce', asksForPublicBug: true, draft },
    ],
    duplicateForm: [
      { ...facts(elsewhere, true), candidates: [] },
      {
        ...facts(fresh),
        candidates: Array.from({ length: 10 }, (_, n) => candidate({ ...accepted, id: `VR-7K2Q-9FD${n}` }, n === 0)),
      },
    ],
    reopenForm: [
      facts({ ...answered, status: 'declined' }),
      facts({ ...answered, status: 'duplicate' }),
      facts({ ...answered, status: 'withdrawn' }, true),
      facts({ ...fresh, status: 'declined' }),
    ],
    theirAnswerForm: [{ report: elsewhere }],
    publicBugText: [{ report: fresh }, { report: elsewhere }],
  };
}

/** The ends that More… and My reports show buttons for: declined and asked, with and without the reporter's yes. */
export function declinedHistories(
  received: ReportEvent,
  byMail: ReportEvent,
  person: Person,
  reporter: Person,
  at: Date,
): Readonly<{ asked: Report; agreed: Report; askedByMail: Report }> {
  const by = { at, by: { kind: 'person', person } } as const;
  const declined: ReportEvent = { type: 'ReportDeclined', ...by, reason: 'works_as_intended', asksForPublicBug: true };
  const yes: ReportEvent = { type: 'PublicBugAgreed', at, by: { kind: 'person', person: reporter } };
  return {
    asked: replay([received, declined]),
    agreed: replay([received, declined, yes]),
    askedByMail: replay([byMail, declined]),
  };
}
