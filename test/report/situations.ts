import { refusals, type Tell } from '../../src/locales/en/refusals.js';
import type { Context, ReportCommand, SubmitReport } from '../../src/report/commands.js';
import { decide } from '../../src/report/decide.js';
import type { ReportEvent } from '../../src/report/events.js';
import { replay } from '../../src/report/evolve.js';
import type { Actor, Person } from '../../src/report/person.js';
import { Refusal } from '../../src/report/refusal.js';
import type { Report } from '../../src/report/report.js';
import { aForm } from '../support/a-form.js';

export const rae: Person = { team: 'T0OUTSIDE', user: 'U0RAE', name: 'Rae' };
export const mei: Person = { team: 'T0HOME', user: 'U0MEI', name: 'Mei' };
export const bo: Person = { team: 'T0HOME', user: 'U0BO', name: 'Bo' };

export const by = (person: Person): Actor => ({ kind: 'person', person });
export const theClock: Actor = { kind: 'clock' };
export const tuesday = new Date('2026-09-22T10:00:00+08:00');
export const minute = (minutes: number) => new Date(tuesday.getTime() + minutes * 60_000);

export const submit: SubmitReport = {
  type: 'SubmitReport',
  id: 'VR-7K2Q-9FDX',
  submission: 'the first form',
  reporter: { kind: 'slack', person: rae },
  form: aForm(),
  affected: [{ version: 'KubeSphere v4.1', verdict: 'supported' }],
  receivedAt: tuesday,
  promise: { dueAt: new Date('2026-09-24T18:00:00+08:00'), provisional: false, policyRevision: '0123456789ab' },
};
export const submitForSomebody: SubmitReport = {
  ...submit,
  reporter: { kind: 'elsewhere', name: 'Kim', filedBy: bo },
};
export const acknowledge: ReportCommand = {
  type: 'AcknowledgeReport',
  message: 'Thank you. We are looking into it.',
  route: 'direct_message',
};
export const assign = (to: Person, instead?: string): ReportCommand => ({
  type: 'AssignReport',
  to,
  ...(instead === undefined ? {} : { instead }),
});
export const lost = (delivery: 'unsure' | 'failed', event = 2): ReportCommand => ({
  type: 'RecordDelivery',
  event,
  delivery,
});
export const arrived = (event = 2): ReportCommand => ({ type: 'ConfirmDelivery', event });
export const sendAgain = (event = 2): ReportCommand => ({ type: 'SendAgain', event });

export const ask: ReportCommand = {
  type: 'SendMessage',
  purpose: 'question',
  message: 'Which release did you try?',
  route: 'direct_message',
};
export const note: ReportCommand = { type: 'AddNote', text: 'Seen before in the other service.' };
export const answer: ReportCommand = { type: 'WriteToTeam', purpose: 'answer', text: 'The newest one.' };
export const withdraw: ReportCommand = { type: 'WithdrawReport' };

export type Step = readonly [ReportCommand, Actor];

/** The history that these commands leave, each a minute after the one before. */
export function historyOf(...steps: readonly Step[]): ReportEvent[] {
  const history: ReportEvent[] = [];
  for (const [i, [command, actor]] of steps.entries()) {
    const report = history.length === 0 ? undefined : replay(history);
    history.push(...decide(command, report, { now: minute(i), actor }));
  }
  return history;
}

const received: Step = [submit, by(rae)];
const assigned: Step = [assign(mei), by(mei)];
const acknowledged: Step = [acknowledge, by(mei)];
const doubted: Step = [lost('unsure'), theClock];

/** Every situation that a report can be in. Where there is a message, it is event 2 of the history. */
export const situations = {
  nothing: [],
  received: historyOf(received),
  assigned: historyOf(received, assigned),
  acknowledged: historyOf(received, assigned, acknowledged),
  doubted: historyOf(received, assigned, acknowledged, doubted),
  confirmed: historyOf(received, assigned, acknowledged, doubted, [arrived(), by(bo)]),
  sentAgain: historyOf(received, assigned, acknowledged, doubted, [sendAgain(), by(bo)]),
  notDelivered: historyOf(received, assigned, acknowledged, [lost('failed'), theClock]),
  withdrawn: historyOf(received, [withdraw, by(rae)]),
} satisfies Record<string, ReportEvent[]>;
export type Situation = keyof typeof situations;

export function reportIn(situation: Situation): Report | undefined {
  return situation === 'nothing' ? undefined : replay(situations[situation]);
}

const tell: Tell = { person: (user) => user, time: (at) => at.toISOString() };

/** What comes of a command: the names of the events (none: `nothing changes`), or the code of a refusal whose sentence is whole. */
export function outcome(command: ReportCommand, report: Report | undefined, context: Context): string {
  try {
    const events = decide(command, report, context);
    return events.length === 0 ? 'nothing changes' : events.map(({ type }) => type).join(' + ');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, reasons }: Refusal = error;
    const sentence = refusals[code] as (reasons: Refusal['reasons'], tell: Tell) => string;
    if (/undefined|NaN/.test(sentence(reasons, tell))) throw new Error(`${code} lacks a reason`);
    return code;
  }
}

/** Why a command is refused. @throws when it is not */
export function refusalOf(command: ReportCommand, report: Report | undefined, context: Context) {
  try {
    decide(command, report, context);
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, reasons: error.reasons };
    throw error;
  }
  throw new Error('nothing was refused');
}
