import type { ReportCommand } from '../../src/report/commands.js';
import { decide } from '../../src/report/decide.js';
import { replay } from '../../src/report/evolve.js';
import type { Person } from '../../src/report/person.js';
import { Refusal } from '../../src/report/refusal.js';
import {
  answer,
  arrived,
  ask,
  assign,
  by,
  historyOf,
  lost,
  note,
  reportIn,
  type Situation,
  sendAgain,
  situations,
  submit,
  theClock,
  withdraw,
} from './situations.js';

const canary = 'CANARY';
const canaryPerson: Person = { team: 'T0HOME', user: 'U0NAMED', name: `${canary} name` };
const told = {
  ...submit,
  reporter: { kind: 'slack' as const, person: { ...canaryPerson, user: 'U0RAE' } },
  form: {
    ...submit.form,
    title: `${canary} title`,
    overview: `${canary} overview`,
    otherVersions: `${canary} versions`,
    verification: `${canary} verification`,
    contact: `${canary} contact`,
    credit: { by: 'name' as const, name: `${canary} credit` },
  },
};
const message: ReportCommand = { type: 'AcknowledgeReport', message: `${canary} message`, route: 'direct_message' };
const states = [
  historyOf([told, by(canaryPerson)]),
  historyOf([told, by(canaryPerson)], [withdraw, by({ ...canaryPerson, user: 'U0RAE' })]),
  historyOf([told, by(canaryPerson)], [assign(canaryPerson), by(canaryPerson)], [message, by(canaryPerson)]),
].map(replay);

test('a refusal is an Error that holds its code and reasons, and no text of a report', () => {
  const commands: ReportCommand[] = [
    { ...told, submission: 'another' },
    { ...told, form: { ...told.form, overview: `${canary} once more` } },
    assign({ ...canaryPerson, user: 'U0BO' }),
    assign({ ...canaryPerson, user: 'U0RAE' }),
    message,
    { ...message, message: canary.repeat(1000) },
    { ...message, message: ' ' },
    lost('failed'),
    arrived(),
    sendAgain(),
    { ...ask, message: `${canary} question` } as ReportCommand,
    { ...note, text: canary.repeat(1000) } as ReportCommand,
    { ...answer, text: `${canary} answer` } as ReportCommand,
    withdraw,
  ];
  const seen = new Set<string>();
  for (const report of [undefined, ...states])
    for (const command of commands)
      for (const actor of [theClock, by({ ...canaryPerson, user: 'U0BO' }), by({ ...canaryPerson, user: 'U0RAE' })])
        try {
          decide({ ...command, ...('receivedAt' in command ? { receivedAt: new Date(9e12) } : {}) }, report, {
            now: new Date(),
            actor,
          });
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          seen.add(error.code);
          expect(error.message).toBe(error.code);
          expect(error.name).toBe('Refusal');
          expect(`${error.stack} ${JSON.stringify(error)} ${JSON.stringify(error.reasons)}`).not.toContain(canary);
          for (const reason of Object.values<string | number | Date>(error.reasons))
            expect(typeof reason === 'number' || reason instanceof Date || /^[A-Za-z0-9_-]{0,20}$/.test(reason)).toBe(
              true,
            );
        }
  expect([...seen].sort()).toEqual([
    'already_acknowledged',
    'already_acted_upon',
    'already_assigned',
    'message_empty',
    'message_too_long',
    'no_such_report',
    'not_for_you',
    'nothing_in_doubt',
    'own_report',
    'received_in_the_future',
    'report_closed',
    'submission_taken',
  ]);
});

test('a report that does not exist is refused alike, whoever asks', () => {
  const everyone = (Object.keys(situations) as Situation[]).flatMap(
    (situation) => reportIn(situation)?.responder ?? [],
  );
  const answers = everyone.map((person) => {
    try {
      return decide(arrived(), undefined, { now: new Date(), actor: by(person) });
    } catch (error) {
      return error instanceof Refusal ? JSON.stringify([error.code, error.reasons]) : error;
    }
  });
  expect(new Set(answers)).toEqual(new Set([JSON.stringify(['no_such_report', { id: '' }])]));
});
