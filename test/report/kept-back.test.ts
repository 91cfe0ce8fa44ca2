import type { ReportCommand } from '../../src/report/commands.js';
import { replay } from '../../src/report/evolve.js';
import { keptBack, ownReplies } from '../../src/report/kept-back.js';
import { accept, fix, prepare } from './report-in-status.js';
import { acknowledge, answer, by, historyOf, mei, minute, rae, type Step, submit } from './situations.js';

const start: readonly Step[] = [
  [submit, by(rae)],
  [acknowledge, by(mei)],
];
const pause: Step = [{ type: 'PauseReporter', until: minute(9000), route: 'direct_message' }, by(mei)];
const end: Step = [{ type: 'EndReporterPause' }, by(mei)];
const writes = (text: string): Step => [{ ...answer, text } as ReportCommand, by(rae)];
const wishes = (name: string, actor = by(rae)): Step => [{ type: 'ChangeCredit', credit: { by: 'name', name } }, actor];
/** What is kept back, by what it is. */
const keptOf = (...steps: readonly Step[]) => {
  const history = historyOf(...start, ...steps);
  return [...keptBack(history, replay(history))]
    .map((place) => history[place])
    .map((event) =>
      event?.type === 'ReporterWrote'
        ? event.text
        : event?.type === 'CreditChanged' && event.credit.by === 'name'
          ? event.credit.name
          : event,
    );
};

test('what a reporter writes is kept back while they are paused, and not before or after', () => {
  const steps = [writes('before'), pause, writes('one'), writes('two'), end, writes('after')];
  expect(keptOf(...steps)).toEqual(['one', 'two']);
  expect(keptOf(writes('before'))).toEqual([]);
  expect(keptOf(pause, [{ type: 'WithdrawReport' }, by(rae)])).toEqual([]);
});

test('so is how they wish to be thanked, but not what a responder records', () => {
  expect(keptOf(pause, wishes('Rae T.'), wishes('Rae by telephone', by(mei)), writes('one'))).toEqual([
    'Rae T.',
    'one',
  ]);
});

test('a wish that makes an advisory unprepared is told at once', () => {
  const prepared: readonly Step[] = [
    [accept, by(mei)],
    [fix, by(mei)],
    [prepare, by(mei)],
  ];
  expect(keptOf(...prepared, pause, writes('one'), wishes('Rae T.'), wishes('Rae Tan'))).toEqual(['one', 'Rae Tan']);
});

test('their own eyes see all of it', () => {
  const own = (...steps: readonly Step[]) => ownReplies(replay(historyOf(...start, ...steps))).map(({ text }) => text);
  expect(own(writes('before'), pause, writes('one'))).toEqual(['before', 'one']);
  expect(own(writes('before'))).toStrictEqual(['before']);
});
