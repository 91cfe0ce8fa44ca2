import type { ReportCommand } from '../../src/report/commands.js';
import type { PauseCommand } from '../../src/report/commands-pause.js';
import { longestPauseDays } from '../../src/report/decide-pause.js';
import { ReportEvent } from '../../src/report/events.js';
import { replay } from '../../src/report/evolve.js';
import { describeDecisions, nothingChanges } from './decisions.js';
import {
  acknowledge,
  answer,
  ask,
  bo,
  by,
  historyOf,
  mei,
  minute,
  outcome,
  rae,
  submit,
  submitForSomebody,
  theClock,
} from './situations.js';

const day = 24 * 60;
/** Whoever decides does so some days after the report came in. */
const until = minute(20 * day);
const pause = { type: 'PauseReporter', until, route: 'direct_message' } as const;
const end = { type: 'EndReporterPause' } as const;
const paused = [[pause, by(mei)]] as const;
const open = (otherwise: string) => ({ withdrawn: 'report_closed', otherwise });
/** Nobody is paused on a report that is withdrawn. */
const whilePaused = (otherwise: string) => ({ withdrawn: nothingChanges, otherwise });

describeDecisions<PauseCommand['type']>('pause', {
  PauseReporter: [
    { name: 'until a later day', by: 'a responder', command: pause, results: open('ReporterPaused') },
    {
      name: 'until the same day again',
      by: 'a responder',
      command: pause,
      given: paused,
      results: open(nothingChanges),
    },
    {
      name: 'until another day',
      by: 'a responder',
      command: { ...pause, until: minute(21 * day) },
      given: paused,
      results: open('ReporterPaused'),
    },
    {
      name: 'until a past day',
      by: 'a responder',
      command: { ...pause, until: minute(0) },
      results: open('pause_out_of_range'),
    },
    {
      name: 'until this moment',
      by: 'a responder',
      command: { ...pause, until: minute(60) },
      results: open('pause_out_of_range'),
    },
    {
      name: 'for as long as can be',
      by: 'a responder',
      command: { ...pause, until: minute(60 + longestPauseDays * day) },
      results: open('ReporterPaused'),
    },
    {
      name: 'for ever',
      by: 'a responder',
      command: { ...pause, until: minute(365 * day) },
      results: open('pause_out_of_range'),
    },
  ],
  EndReporterPause: [
    { name: 'that nobody began', by: 'a responder, and the clock in its time', command: end, results: nothingChanges },
    {
      name: 'that goes on',
      by: 'a responder, and the clock in its time',
      command: end,
      given: paused,
      results: whilePaused('ReporterPauseEnded'),
    },
  ],
});

describe('a pause of the reporter', () => {
  const asked: readonly (readonly [ReportCommand, ReturnType<typeof by>])[] = [
    [submit, by(rae)],
    [acknowledge, by(mei)],
    [ask, by(mei)],
    [pause, by(mei)],
    [answer, by(rae)],
    [{ ...answer, purpose: 'more_information', text: 'And the one before.' } as ReportCommand, by(rae)],
  ];

  it('keeps back what they write, and the question stays open', () => {
    const report = replay(historyOf(...asked));
    expect(report.replies).toEqual([]);
    expect(report.paused?.replies.map(({ text }) => text)).toEqual(['The newest one.', 'And the one before.']);
    expect(report.confirm.pauses.map(({ to }) => to)).toEqual([undefined]);
    expect(report.messages.at(-1)).toMatchObject({ purpose: 'paused', text: '', until, route: 'direct_message' });
  });

  it('shows all of it at the end, which answers the question', () => {
    const history = historyOf(...asked, [end, by(mei)]);
    const report = replay(history);
    expect(history.at(-1)).toMatchObject({ type: 'ReporterPauseEnded', replies: 2 });
    expect(report.paused).toBeUndefined();
    expect(report.replies).toHaveLength(2);
    expect(report.confirm).toMatchObject({ opening: 2, pauses: [{ to: history.at(-1)?.at }] });
  });

  it('leaves the question open at the end where they wrote nothing', () => {
    const report = replay(historyOf(...asked.slice(0, 4), [end, by(mei)]));
    expect(report).not.toHaveProperty('paused');
    expect(report.confirm).toMatchObject({ opening: 1, pauses: [{ from: minute(2) }] });
    expect(report.confirm.pauses[0]).not.toHaveProperty('to');
  });

  it('says at the end that they wish to be thanked otherwise, unless it was a responder who noted that', () => {
    const wish = (actor: ReturnType<typeof by>) =>
      [{ type: 'ChangeCredit', credit: { by: 'name', name: 'Rae T.' } } as const, actor] as const;
    const during = historyOf(...asked, wish(by(rae)));
    expect(replay(during).paused).toMatchObject({ newCredit: true });
    const moved = historyOf(...asked, wish(by(rae)), [{ ...pause, until: minute(21 * day) }, by(mei)], [end, by(mei)]);
    expect(moved.at(-1)).toMatchObject({ type: 'ReporterPauseEnded', replies: 2, newCredit: true });
    expect(moved.map((one) => ReportEvent.parse(one))).toEqual(moved);
    expect(historyOf(...asked, wish(by(mei)), [end, by(mei)]).at(-1)).not.toHaveProperty('newCredit');
  });

  it('does not keep the same reply twice', () => {
    expect(replay(historyOf(...asked, ...asked.slice(-1))).paused?.replies).toHaveLength(2);
  });

  it('ends by itself at its time, and not before', () => {
    const report = replay(historyOf(...asked));
    const at = (ms: number) => outcome(end, report, { now: new Date(ms), actor: theClock });
    expect([at(until.getTime() - 1), at(until.getTime())]).toEqual([nothingChanges, 'ReporterPauseEnded']);
  });

  it('is not for somebody who is not on Slack, and not for long', () => {
    const mailed = replay(historyOf([submitForSomebody, by(bo)]));
    expect(outcome(pause, mailed, { now: minute(1), actor: by(mei) })).toBe('reporter_not_on_slack');
    const long = { ...pause, until: minute((longestPauseDays + 2) * day) };
    expect(() => historyOf([submit, by(rae)], [long, by(mei)])).toThrow('pause_out_of_range');
  });
});
