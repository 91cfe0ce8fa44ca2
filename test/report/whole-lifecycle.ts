import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Context, ReportCommand } from '../../src/report/commands.js';
import { decide } from '../../src/report/decide.js';
import type { ReportEvent } from '../../src/report/events.js';
import { evolve, replay } from '../../src/report/evolve.js';
import type { Credit } from '../../src/report/form.js';
import type { Actor, Person } from '../../src/report/person.js';
import { Refusal } from '../../src/report/refusal.js';
import type { Report } from '../../src/report/report.js';
import type { ReportId } from '../../src/report/report-id.js';
import { Status } from '../../src/report/status.js';
import { aForm } from '../support/a-form.js';
import { expected, fresh, type Model, note, ownDuplicate, type Verdict, versions } from './lifecycle-model.js';
import { faultsOf } from './publication-rules.js';
import { high, medium } from './report-in-status.js';
import { bo, by, mei, minute, rae, submit, theClock } from './situations.js';

/** How often what happened, over all runs. */
export type Tally = {
  runs: number;
  steps: number;
  done: number;
  refused: number;
  publications: number;
  corrections: number;
  /** Thanks of duplicates among them, wishes of their reporters that made a preparation void, and refusals of the thanked. */
  shared: number;
  voided: number;
  ownDuplicates: number;
  statuses: Record<Status, number>;
};
export const emptyTally = (): Tally => ({
  runs: 0,
  steps: 0,
  done: 0,
  refused: 0,
  publications: 0,
  corrections: 0,
  shared: 0,
  voided: 0,
  ownDuplicates: 0,
  statuses: Object.fromEntries(Status.options.map((status) => [status, 0])) as Tally['statuses'],
});

type Real = { history: ReportEvent[]; report: Report; at: number; duplicates: readonly Report[] };
/** A command that may name what was prepared last, or before it: known only when its turn comes. */
type Act = (report: Report) => ReportCommand;

/** How the reporter of a duplicate wants to be thanked from now on. */
type Wish = Readonly<{ id: ReportId; credit: Credit }>;

const kim: Person = { team: 'T0HOME', user: 'U0KIM', name: 'Kim' };
const lea: Person = { team: 'T0OUTSIDE', user: 'U0LEA', name: 'Lea' };
const whose: ReadonlyMap<ReportId, Person> = new Map([
  [ownDuplicate.id, kim],
  ['VR-0000-0004', lea],
]);
const day = 24 * 60;

class Step implements fc.Command<Model, Real> {
  readonly who: Actor;
  readonly later: number;
  readonly act: Act;
  readonly tally: Tally;
  readonly wish: Wish | undefined;
  constructor(who: Actor, later: number, act: Act, wish: Wish | undefined, tally: Tally) {
    this.who = who;
    this.later = later;
    this.wish = wish;
    this.act = act;
    this.tally = tally;
  }
  check = () => true;
  toString = () => `${this.who.kind === 'person' ? this.who.person.name : 'clock'} +${this.later}: ${this.act}`;

  run(model: Model, real: Real): void {
    real.at += this.later;
    const now = minute(real.at);
    const who = this.who.kind === 'person' ? this.who.person : undefined;
    this.wishes(model, real);
    const { report, duplicates, tally } = { ...real, tally: this.tally };
    const command = this.act(report);
    const foreseen = expected(model, command, who, now.getTime());
    const context = { now, actor: this.who, duplicates };
    const events = attempt(command, report, context, tally);
    const verdict: Verdict = events === undefined ? 'refused' : events.length === 0 ? 'already' : 'done';
    // Told only when it differs: a comparison of jest's at each step would take most of the time.
    if (foreseen !== undefined && foreseen !== verdict) expect([command, verdict]).toEqual([command, foreseen]);
    tally.steps += 1;
    tally[verdict === 'done' ? 'done' : 'refused'] += 1;
    if (events === undefined || events.length === 0) return;
    note(model, command, who, real.history.length, events.length);
    real.report = events.reduce(evolve, report);
    real.history.push(...events);
    tally.statuses[real.report.status] += 1;
    if (real.report.status !== model.status) expect([command, real.report.status]).toEqual([command, model.status]);
    looksRight(real, events.length, tally);
    const again = attempt(command, real.report, context, tally);
    // A question, a note and an answer may be repeated once something else came between; twice in a row they count as one.
    if (again !== undefined && again.length > 0) expect([command, again]).toEqual([command, []]);
  }

  private wishes(model: Model, real: Real): void {
    if (this.wish === undefined) return;
    model.wishes.set(this.wish.id, JSON.stringify(this.wish.credit));
    real.duplicates = asWished(real.duplicates, this.wish);
  }
}

function asWished(duplicates: readonly Report[], { id, credit }: Wish): readonly Report[] {
  return duplicates.map((one) => (one.id === id ? { ...one, credit } : one));
}

function looksRight({ history, report }: Real, fresh_: number, tally: Tally): void {
  if (report.events !== history.length) expect(report.events).toBe(history.length);
  for (let place = history.length - fresh_; place < history.length; place += 1) {
    if (history[place]?.type !== 'AdvisoryPublished') continue;
    expect(faultsOf(history, place, whose)).toEqual([]);
    if ((report.publications.at(-1)?.credits.length ?? 0) > 1) tally.shared += 1;
    tally[report.publications.length > 1 ? 'corrections' : 'publications'] += 1;
  }
  const announced = history.filter(({ type }) => type === 'AdvisoryPublished').length;
  if (report.publications.length !== announced || (report.status === 'disclosed') !== announced > 0)
    expect([report.status, report.publications]).toEqual([announced, 'publications']);
  for (const one of report.publications) {
    const prepared = history[one.prepared];
    if (prepared?.type !== 'DisclosurePrepared' || !isDeepStrictEqual(prepared.text, one.text))
      expect([one.text, 'as prepared']).toEqual([prepared, '']);
  }
}

function attempt(command: ReportCommand, report: Report, context: Context, tally: Tally) {
  try {
    const events = decide(command, report, context);
    if (events.some(({ type }) => type === 'DuplicateCreditChanged')) tally.voided += 1;
    return events;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'own_duplicate') tally.ownDuplicates += 1;
    return undefined;
  }
}

const route = 'direct_message' as const;
const constantly = (command: ReportCommand) => fc.constant<Act>(() => command);
const anyOf = <T>(...values: T[]) => fc.constantFrom(...values);
const tell = fc.option(
  anyOf('We looked into it.', 'Thank you.', 'More soon.').map((message) => ({ message, route })),
  { nil: undefined, freq: 3 },
);
const told = <T extends object>(of: fc.Arbitrary<T>) =>
  fc.tuple(of, tell).map(([one, words]) => (words === undefined ? one : { ...one, tell: words }));
const [a, b] = [
  { line: 'KubeSphere v4', from: '4.0.0', upTo: '4.1.2' },
  { line: 'KubeSphere v3', upTo: '4.1.2' },
];
const credits: Credit[] = [aForm().credit, { by: 'nobody' }, { by: 'name', name: 'R.' }];
const places = fc.nat(40);
/** Plain objects, as everything is that people press. */
const recordOf = <T extends object>(of: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(of, { noNullPrototype: true }) as unknown as fc.Arbitrary<T>;
const fixes = fc.uniqueArray(
  fc.oneof(
    recordOf({
      outcome: fc.constant('fixed' as const),
      line: anyOf(a.line, b.line),
      version: anyOf(...versions.slice(1), '4.1.3'),
      releasedAt: anyOf(minute(0), minute(0), minute(9 * day)),
    }),
    recordOf({ outcome: fc.constant('wont_fix' as const), line: anyOf(a.line, b.line, 'KubeSphere v2') }),
  ),
  { minLength: 1, maxLength: 2, selector: ({ line }) => line },
);
const patched: ReportCommand = {
  type: 'RecordFix',
  fixes: [a, b].map(({ line }) => ({ outcome: 'fixed', line, version: '4.1.3', releasedAt: minute(0) })),
};

const early = fc.oneof(
  told(
    recordOf({
      type: fc.constant('AcceptReport' as const),
      severity: anyOf(medium, high),
      lines: anyOf([a], [a, b], [b], [{ ...a, upTo: '4.1.3' }, b]),
      cwes: fc.constant(['CWE-862']),
    }),
  ),
  recordOf({
    type: fc.constant('AcknowledgeReport' as const),
    message: anyOf('Hello.', 'We have it.'),
    route: fc.constant(route),
  }),
  recordOf({
    type: fc.constant('SendMessage' as const),
    purpose: anyOf('question' as const, 'information' as const),
    message: anyOf('Which build?', 'We are at it.', 'Soon.'),
    route: fc.constant(route),
  }),
  anyOf(mei, bo, kim, rae).map((to) => ({ type: 'AssignReport' as const, to, instead: mei.user })),
  anyOf('Odd.', 'Seen before.').map((text) => ({ type: 'AddNote' as const, text })),
  anyOf('Build 4.1.2.', 'Here is more.').map((text) => ({
    type: 'WriteToTeam' as const,
    purpose: 'answer' as const,
    text,
  })),
  recordOf({
    type: fc.constant('RecordDelivery' as const),
    event: places,
    delivery: anyOf('unsure' as const, 'failed' as const),
  }),
  places.map((event) => ({ type: 'ConfirmDelivery' as const, event })),
  places.map((event) => ({ type: 'SendAgain' as const, event })),
);
const closing = fc.oneof(
  told(
    recordOf({
      type: fc.constant('DeclineReport' as const),
      reason: anyOf('cannot_reproduce' as const, 'spam' as const),
      asksForPublicBug: fc.boolean(),
    }),
  ),
  told(anyOf('VR-0000-0001' as const, 'VR-0000-0002' as const).map((of) => ({ type: 'MarkDuplicate' as const, of }))),
  fc.constant({ type: 'WithdrawReport' as const }),
  fc.constant({ type: 'AgreeToPublicBug' as const }),
);
const later = fc.oneof(
  fc.constant({ type: 'ReopenReport' as const }),
  anyOf('VR-0000-0003' as const, 'VR-0000-0004' as const).map((one) => ({
    type: 'NoteDuplicate' as const,
    duplicate: one,
  })),
  fc.constant({ type: 'RequestCve' as const }),
  anyOf(['CVE-2026-11111'] as const, ['CVE-2026-22222', 'CVE-2026-11111'] as const).map((numbers) => ({
    type: 'RecordCve' as const,
    numbers,
  })),
  fc.integer({ min: -1, max: 20 }).map((days) => ({ type: 'AgreeEmbargo' as const, until: minute(days * day), route })),
  fc.constant({ type: 'AgreeToEarlyDisclosure' as const }),
  fc.constant({ type: 'DeclareEmbargoBroken' as const, where: 'A forum.' }),
  fixes.map((some) => ({ type: 'RecordFix' as const, fixes: some })),
  anyOf(...credits).map((credit) => ({ type: 'ChangeCredit' as const, credit })),
);

const texts = ['A check was missing.', 'A check was missing. Update soon.', 'A check was missing in a call.'];
const prepared = fc
  .record({ summary: anyOf(...texts), change: fc.option(anyOf('Clearer.', 'Corrected.'), { nil: undefined, freq: 2 }) })
  .map(({ summary, change }): Act => {
    const text = { en: { title: 'Secrets can be read', summary } };
    return () => ({
      type: 'PrepareDisclosure',
      text,
      route,
      ...(change === undefined ? {} : { change }),
    });
  });
const latest = ({ prepared: one }: Report, ago: number) => (one?.event ?? 1) - ago;
const ago = anyOf(0, 0, 0, 0, 0, 0, 1, 3);
const approved = ago.map(
  (back): Act =>
    (report) => ({ type: 'ApproveDisclosure', prepared: latest(report, back) }),
);
const published = ago.map(
  (back): Act =>
    (report) => ({ type: 'PublishAdvisory', prepared: latest(report, back), channel: 'C0ANNOUNCE', route }),
);
/** What is carried from one report to another, by the clock alone. */
const carried = fc.oneof(
  anyOf(...whose.keys()).map((id) => ({ type: 'DropDuplicate' as const, duplicate: id })),
  anyOf('VR-0000-0001' as const, 'VR-0000-0002' as const).map((of) => ({ type: 'LeaveOriginal' as const, of })),
  fc.constant({ type: 'CompareCredits' as const }),
  fc.constant({ type: 'CompareCredits' as const }),
);
const plain = (of: fc.Arbitrary<ReportCommand>) =>
  of.map(
    (command): Act =>
      () =>
        command,
  );

/** What comes next in a life that goes well, so that many get to its end. */
const onward: Act = (report) => {
  const { status, prepared: one } = report;
  if (status === 'received' || status === 'acknowledged') {
    const words = { message: 'We looked into it.', route };
    return { type: 'AcceptReport', severity: medium, lines: [a, b], cwes: ['CWE-862'], tell: words };
  }
  if (status === 'accepted') return patched;
  if (status !== 'fixed' && status !== 'disclosed') return { type: 'ReopenReport' };
  if (one?.approved !== undefined)
    return { type: 'PublishAdvisory', prepared: one.event, channel: 'C0ANNOUNCE', route };
  if (one !== undefined) return { type: 'ApproveDisclosure', prepared: one.event };
  const text = { en: { title: 'Secrets can be read', summary: `A check was missing. ${report.events}` } };
  return { type: 'PrepareDisclosure', text, route, change: 'Clearer.' };
};

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 9, arbitrary: fc.constant(onward) },
  { weight: 7, arbitrary: plain(early) },
  { weight: 1, arbitrary: plain(closing) },
  { weight: 4, arbitrary: plain(later) },
  { weight: 2, arbitrary: constantly(patched) },
  { weight: 3, arbitrary: prepared },
  { weight: 3, arbitrary: approved },
  { weight: 3, arbitrary: published },
);
const actor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 12, arbitrary: anyOf(mei, bo, kim).map(by) },
  { weight: 3, arbitrary: fc.constant(by(rae)) },
  { weight: 1, arbitrary: fc.constant(theClock) },
);
const wish = fc.option(recordOf({ id: anyOf(...whose.keys()), credit: anyOf(...credits) }), {
  nil: undefined,
  freq: 12,
});
const wait = fc.oneof(
  { weight: 6, arbitrary: fc.nat(30) },
  { weight: 1, arbitrary: fc.integer({ min: day, max: 5 * day }) },
);

/** Runs lifecycles of up to `steps` steps against the model. @throws what differs in the first run that does */
export function liveThrough(runs: number, steps: number, seed: number): Tally {
  const tally = emptyTally();
  const somebody = fc.tuple(actor, wait, act, wish);
  const clock = fc.tuple(fc.constant(theClock), wait, plain(carried), wish);
  const step = fc
    .oneof({ weight: 12, arbitrary: somebody }, { weight: 1, arbitrary: clock })
    .map(([who, wait_, what, wished]) => new Step(who, wait_, what, wished, tally));
  fc.assert(
    fc.property(fc.commands([step], { maxCommands: steps, size: 'max', disableReplayLog: true }), (commands) => {
      tally.runs += 1;
      let ended: Real | undefined;
      fc.modelRun(() => {
        const history = decide(submit, undefined, { now: minute(0), actor: by(rae) });
        const report = replay(history);
        const duplicates = [...whose].map(([id, person]): Report => {
          const reporter = { kind: 'slack', person } as const;
          return { ...report, id, reporter, duplicateOf: report.id, status: 'duplicate' };
        });
        ended = { history, report, at: 0, duplicates };
        const model = fresh(JSON.stringify(aForm().credit));
        for (const id of whose.keys()) model.wishes.set(id, model.credit);
        return { model, real: ended };
      }, commands);
      // Applying the history one event at a time gives the same report.
      if (ended !== undefined) expect(replay(ended.history)).toEqual(ended.report);
    }),
    { seed, numRuns: runs },
  );
  return tally;
}
