import { existsSync, readdirSync } from 'node:fs';
import type { Context, ReportCommand } from '../../src/report/commands.js';
import { decide } from '../../src/report/decide.js';
import { ReportEvent } from '../../src/report/events.js';
import { evolve } from '../../src/report/evolve.js';
import type { Credit } from '../../src/report/form.js';
import type { Actor } from '../../src/report/person.js';
import { Refusal } from '../../src/report/refusal.js';
import { Report } from '../../src/report/report.js';
import { Status } from '../../src/report/status.js';
import { root, textOf } from '../support/project.js';
import { after, duplicatesWith, reportInStatus } from './report-in-status.js';
import { bo, by, mei, minute, outcome, rae, reportIn, type Situation, situations, theClock } from './situations.js';

/** One use of a command, and what comes of it in each status. */
export type Decision = Readonly<{
  /** What is particular about it. */
  name: string;
  by: keyof typeof refusals;
  command: ReportCommand | ((report: Report) => ReportCommand);
  /** What happened before, as far as it could. */
  given?: readonly (readonly [ReportCommand, Actor])[];
  /** How the reporter of the duplicate wants to be credited by now. */
  duplicateCredit?: Credit;
  /** The events, the code of the refusal, or that nothing changes; the same everywhere, or by status. */
  results: string | (Readonly<Partial<Record<Status, string>>> & Readonly<{ otherwise?: string }>);
}>;

export const nothingChanges = 'nothing changes';
export const notInThisStatus = 'not_in_this_status';
/** One result until the advisory is published or the report is closed. */
export const whileOpen = (result: string) => ({
  disclosed: 'already_disclosed',
  declined: notInThisStatus,
  duplicate: notInThisStatus,
  withdrawn: notInThisStatus,
  otherwise: result,
});
/** One result for a vulnerability, published or not. */
export const onceAccepted = (result: string) => ({
  accepted: result,
  fixed: result,
  disclosed: result,
  otherwise: notInThisStatus,
});

const kim = { team: 'T0HOME', user: 'U0KIM', name: 'Kim' };
const actors = {
  'the responder': by(mei),
  'another responder': by(kim),
  /** Turned away before the report is asked, where they are no responder. */
  'a namesake of the reporter in another workspace': by({ ...rae, team: 'T0OTHER' }),
  'the reporter': by(rae),
  'a responder who reported it': by(kim),
  'the clock': theClock,
} as const;
type ActorName = keyof typeof actors;

/** Who is refused, in every status, when a command is for … */
const refusals = {
  'a responder': {
    'the reporter': 'own_report',
    // On Enterprise Grid the same user id may come with another workspace.
    'a namesake of the reporter in another workspace': 'own_report',
    'a responder who reported it': 'own_report',
    'the clock': 'not_for_you',
  },
  'the reporter': {
    'the responder': 'no_such_report',
    'another responder': 'no_such_report',
    'a namesake of the reporter in another workspace': 'no_such_report',
    'the clock': 'no_such_report',
  },
  'another responder, who is asked': {
    'the responder': 'no_hand_over',
    'the reporter': 'own_report',
    'a namesake of the reporter in another workspace': 'own_report',
    'a responder who reported it': 'own_report',
    'the clock': 'not_for_you',
  },
  'any person': { 'the clock': 'not_for_you' },
  'any person but a namesake': {
    'a namesake of the reporter in another workspace': 'own_report',
    'the clock': 'not_for_you',
  },
  'the clock': {
    'the responder': 'not_for_you',
    'another responder': 'not_for_you',
    'a namesake of the reporter in another workspace': 'not_for_you',
    'the reporter': 'not_for_you',
    'a responder who reported it': 'not_for_you',
  },
  'a responder, and the clock in its time': {
    'the reporter': 'own_report',
    'a namesake of the reporter in another workspace': 'own_report',
    'a responder who reported it': 'own_report',
    'the clock': 'nothing changes',
  },
  anybody: {},
} satisfies Record<string, Partial<Record<ActorName, string>>>;

const now = minute(60);
const actorNames = Object.keys(actors) as ActorName[];

/** A stage's decisions on a report in every status, by everybody. `stage` as in `commands-….ts`; none for the first ones. */
export function describeDecisions<T extends ReportCommand['type']>(
  stage: '' | 'messages' | 'delivery' | 'triage' | 'remediation' | 'disclosure' | 'promise' | 'pause' | 'responder',
  table: Readonly<Record<T, readonly Decision[]>>,
): void {
  const decisions = Object.entries<readonly Decision[]>(table).flatMap(([type, all]) =>
    all.map((decision) => ({ type, ...decision })),
  );

  describe.each(decisions)('$type: $name', (decision) => {
    const refused: Readonly<Record<string, string>> = refusals[decision.by];
    const who = (allowed: boolean) => actorNames.filter((name) => (refused[name] === undefined) === allowed);
    const outcomesOf = (names: readonly ActorName[], status: Status) =>
      names.map((name) => {
        const { command, report, context } = situationOf(decision, status, name);
        return [name, outcome(command, report, context)];
      });

    test.each(Status.options)(`by ${decision.by}, of a report that is %s`, (status) => {
      const result = resultIn(decision, status);
      expect(outcomesOf(who(true), status)).toEqual(who(true).map((name) => [name, result]));
    });
    test('nobody else may, in any status', () => {
      for (const status of Status.options)
        expect(outcomesOf(who(false), status)).toEqual(who(false).map((name) => [name, refused[name]]));
    });
    test('of a report that does not exist', () => {
      const { command, context } = situationOf(decision, 'fixed', 'the reporter');
      const expected = decision.type === 'SubmitReport' ? 'ReportReceived' : 'no_such_report';
      expect(outcome(command, undefined, context)).toBe(expected);
    });
  });

  test(`every command of ${stage || 'the whole report'} is here, and every stage has its decisions`, () => {
    const source = textOf(`src/report/commands${stage && `-${stage}`}.ts`);
    expect(Object.keys(table).sort()).toEqual(
      [...source.matchAll(/type: '(\w+)'/g)].flatMap(([, type]) => type ?? []).sort(),
    );
    const stages = readdirSync(`${root}/src/report`).flatMap((name) => /^commands(.*)\.ts$/.exec(name)?.[1] ?? []);
    for (const one of stages)
      expect([one, existsSync(`${root}/test/report/decide${one}.test.ts`)]).toEqual([one, true]);
  });

  test(`every event of ${stage || 'the whole report'} comes of them, says when and who, and can be stored`, () => {
    const seen = new Set<string>();
    for (const decision of decisions)
      for (const status of Status.options)
        for (const name of actorNames) {
          const { command, report, context } = situationOf(decision, status, name);
          const events = eventsOf(command, report, context);
          const changed = events.reduce(evolve, report);
          if (events.length > 0) expect(Report.parse(changed)).toEqual(changed);
          for (const event of events) {
            seen.add(event.type);
            expect(event).toMatchObject({ at: now, by: actors[name] });
            expect(ReportEvent.parse(event)).toEqual(event);
          }
        }
    const source = textOf(`src/report/events${stage && `-${stage}`}.ts`);
    const all = [...source.matchAll(/z\.literal\('(\w+)'\)/g)].flatMap(([, type]) => type ?? []);
    expect(all.length).toBeGreaterThan(0);
    // A receipt begins a report: it comes of none.
    expect(all.filter((type) => !seen.has(type) && type !== 'ReportReceived')).toEqual([]);
  });
}

/** A command by Bo, or by somebody else, and what comes of it in each situation. */
type InSituations = Readonly<{
  command: ReportCommand;
  actor?: Actor;
  results: Readonly<Partial<Record<Situation, string>>> & Readonly<{ otherwise: string }>;
}>;

export function describeInSituations(table: Readonly<Record<string, InSituations>>): void {
  const everySituation = (Object.keys(situations) as Situation[]).filter((situation) => situation !== 'nothing');
  describe.each(Object.entries(table))('%s', (_, { command, actor = by(bo), results }) => {
    test.each(everySituation)('when the report is %s', (situation) => {
      expect(outcome(command, reportIn(situation), { now, actor })).toBe(results[situation] ?? results.otherwise);
    });
  });
}

function situationOf({ command, given = [], duplicateCredit }: Decision, status: Status, name: ActorName) {
  const before = after(reportInStatus(status), ...given);
  const ofKim = { kind: 'slack', person: kim } as const;
  const report = name === 'a responder who reported it' ? { ...before, reporter: ofKim } : before;
  const context: Context = { now, actor: actors[name], duplicates: duplicatesWith(duplicateCredit) };
  return { command: typeof command === 'function' ? command(report) : command, report, context };
}

function resultIn({ name, results }: Decision, status: Status): string {
  const result = typeof results === 'string' ? results : (results[status] ?? results.otherwise);
  if (result === undefined) throw new Error(`${name}: no result for a report that is ${status}`);
  return result;
}

function eventsOf(command: ReportCommand, report: Report, context: Context): ReportEvent[] {
  try {
    return decide(command, report, context);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
