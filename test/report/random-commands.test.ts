import fc from 'fast-check';
import type { ReportCommand } from '../../src/report/commands.js';
import { decide } from '../../src/report/decide.js';
import { ReportEvent } from '../../src/report/events.js';
import { evolve, replay } from '../../src/report/evolve.js';
import type { Actor, Person } from '../../src/report/person.js';
import { Refusal } from '../../src/report/refusal.js';
import { Report } from '../../src/report/report.js';
import { aForm } from '../support/a-form.js';
import { seeded } from '../support/seeded.js';
import { bo, by, mei, minute, rae, submit, submitForSomebody, theClock } from './situations.js';

const { seed } = seeded('TEST_SEED');
const numRuns = 120;
const longest = 18;

const person: fc.Arbitrary<Person> = fc.constantFrom(rae, mei, bo);
const actor: fc.Arbitrary<Actor> = fc.oneof({ weight: 9, arbitrary: person.map(by) }, fc.constant(theClock));
const event = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 6 }) }, fc.integer());
const text = fc.oneof(
  fc.constantFrom('Thank you.', 'We have it.'),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constant('x'.repeat(3001)),
);
const command: fc.Arbitrary<ReportCommand> = fc.oneof(
  fc
    .record({
      base: fc.constantFrom(submit, submitForSomebody),
      overview: text,
      late: fc.integer({ min: -9, max: 40 }),
    })
    .map(({ base, overview, late }) => ({
      ...base,
      receivedAt: minute(late),
      form: aForm(overview === '' ? {} : { overview }),
    })),
  fc.record({ to: person, instead: fc.option(person, { nil: undefined }) }).map(({ to, instead }) => ({
    type: 'AssignReport' as const,
    to,
    ...(instead === undefined ? {} : { instead: instead.user }),
  })),
  fc.record({ type: fc.constant('UnassignReport' as const), from: person.map(({ user }) => user) }),
  fc.record({
    type: fc.constant('AcknowledgeReport' as const),
    message: text,
    route: fc.constantFrom('direct_message' as const, 'by_hand' as const),
  }),
  fc.record({
    type: fc.constant('SendMessage' as const),
    purpose: fc.constantFrom('question' as const, 'information' as const),
    message: text,
    route: fc.constantFrom('direct_message' as const, 'by_hand' as const),
  }),
  fc.record({ type: fc.constant('AddNote' as const), text }),
  fc.record({ type: fc.constant('WriteToTeam' as const), purpose: fc.constant('answer' as const), text }),
  fc.constant({ type: 'WithdrawReport' as const }),
  fc.record({
    type: fc.constant('RecordDelivery' as const),
    event,
    delivery: fc.constantFrom('unsure' as const, 'failed' as const),
  }),
  fc.record({ type: fc.constant('ConfirmDelivery' as const), event }),
  fc.record({ type: fc.constant('SendAgain' as const), event }),
);

type Told = { history: ReportEvent[]; report: Report | undefined };

/** Carries out one command; a refusal leaves everything as it was, and anything else that is thrown is a fault. */
function carryOut({ history, report }: Told, [said, who]: [ReportCommand, Actor], at: number): Told {
  try {
    const events = decide(said, report, { now: minute(at), actor: who });
    return { history: [...history, ...events], report: events.reduce(evolve, report as Report) };
  } catch (error) {
    if (error instanceof Refusal) return { history, report };
    throw error;
  }
}

const sequence = fc.array(fc.tuple(command, actor), { maxLength: longest });

describe(`whatever people do, in ${numRuns} runs of up to ${longest} commands (seed ${seed})`, () => {
  const always = (check: (told: Told, last: [ReportCommand, Actor]) => void) =>
    fc.assert(
      fc.property(sequence, fc.tuple(command, actor), (steps, last) => {
        const told = [...steps, last].reduce<Told>(carryOut, { history: [], report: undefined });
        if (told.report !== undefined) check(told, last);
      }),
      { seed, numRuns },
    );

  test('replaying the history gives the report, and both can be stored', () => {
    always(({ history, report }) => {
      expect(replay(history)).toEqual(report);
      expect(Report.parse(report)).toEqual(report);
      expect(report?.events).toBe(history.length);
      expect(history.map((event) => ReportEvent.parse(event))).toEqual(history);
    });
  });

  test('a message that is on its way or arrived meets the duty, which opens again only when all are lost', () => {
    always(({ report }) => {
      const { acknowledge, messages = [], status } = report ?? {};
      const lost = messages.filter(({ delivery }) => delivery === 'failed');
      const [first] = messages.filter(({ delivery }) => delivery !== 'failed');
      expect(acknowledge?.metAt).toEqual(first?.at);
      expect(acknowledge?.opening).toBeLessThanOrEqual(1 + lost.length);
      if (first === undefined && lost.length > 0) expect(acknowledge?.opening).toBeGreaterThan(1);
      if (status !== 'withdrawn') expect(status === 'acknowledged').toBe(acknowledge?.metAt !== undefined);
    });
  });

  test('a withdrawn report stays withdrawn, and nobody is written to afterwards', () => {
    always(({ report, history }) => {
      const end = history.findIndex(({ type }) => type === 'ReportWithdrawn');
      expect(report?.status === 'withdrawn').toBe(end >= 0);
      const later = end < 0 ? [] : history.slice(end + 1).map(({ type }) => type);
      expect(later.filter((type) => !/^(Delivery\w+|SentAgain|NoteAdded)$/.test(type))).toEqual([]);
    });
  });

  test('the reporter never becomes the responder, nor writes to themselves', () => {
    always(({ report, history }) => {
      if (report?.reporter.kind !== 'slack') return;
      expect(report.responder?.user).not.toBe(rae.user);
      expect(report.messages.map((message) => message.by?.user)).not.toContain(rae.user);
      const own = ['ReportReceived', 'ReportAmended', 'ReporterWrote', 'ReportWithdrawn'];
      const others = history.filter(({ type }) => !own.includes(type));
      const byReporter = others.filter((event) => event.by.kind === 'person' && event.by.person.user === rae.user);
      // A delivery is recorded by the clock alone; who is named as its actor decides nothing.
      expect(byReporter.filter(({ type }) => !/^Delivery(Doubted|Failed)$/.test(type))).toEqual([]);
    });
  });

  test('the moment of receipt, the promise, the id and the reporter never change', () => {
    always(({ report, history }) => {
      const [first] = history;
      if (first?.type !== 'ReportReceived') throw new Error('a history begins with the receipt');
      const { id, submission, reporter, receivedAt, promise } = first;
      expect(report).toMatchObject({ id, submission, reporter, receivedAt, promise });
    });
  });

  test('a command carried out twice in a row changes nothing the second time, but for texts that may be written twice', () => {
    always((told, last) => {
      if (['SendMessage', 'AddNote', 'WriteToTeam'].includes(last[0].type)) return;
      expect(carryOut(told, last, longest + 1).history).toEqual(told.history);
    });
  });
});
