import type { ReportCommand } from '../../src/report/commands.js';
import { replay } from '../../src/report/evolve.js';
import { after, reportInStatus } from './report-in-status.js';
import { acknowledge, answer, ask, by, historyOf, lost, mei, minute, rae, submit, theClock } from './situations.js';

const embargo = { type: 'AgreeEmbargo', until: minute(9000), route: 'direct_message' } as const;

test('a lost message of the bot itself opens no duty', () => {
  const unanswered = replay(historyOf([submit, by(rae)], [embargo, by(mei)], [lost('failed', 1), theClock]));
  expect(unanswered).toMatchObject({
    status: 'received',
    acknowledge: { opening: 1 },
    messages: [{ delivery: 'failed' }],
  });
  const answered = after(reportInStatus('acknowledged'), [embargo, by(mei)], [lost('failed', 3), theClock]);
  expect(answered).toMatchObject({ status: 'acknowledged', acknowledge: { opening: 1, metAt: minute(2) } });
});

test('a lost question pauses nothing, and an answered one stays answered', () => {
  const asked = after(reportInStatus('acknowledged'), [ask, by(mei)]);
  expect(asked.confirm.pauses).toHaveLength(1);
  expect(after(asked, [lost('failed', 3), theClock]).confirm.pauses).toEqual([]);
  expect(after(asked, [lost('unsure', 3), theClock]).confirm.pauses).toHaveLength(1);
  const first = replay(
    historyOf([submit, by(rae)], [ask, by(mei)], [lost('failed', 2), theClock], [acknowledge, by(mei)]),
  );
  expect(first).toMatchObject({ status: 'acknowledged', confirm: { pauses: [] }, acknowledge: { opening: 2 } });
});

const say = (message: string, more: object = {}): ReportCommand =>
  ({ ...ask, purpose: 'information', message, ...more }) as ReportCommand;

test('a question pauses the decision, whatever other message is lost, and stays answered once it was', () => {
  const asked = after(reportInStatus('acknowledged'), [ask, by(mei)], [say('Just so that you know.'), by(mei)]);
  const otherLost = after(asked, [lost('failed', 4), theClock]);
  expect(otherLost.confirm.pauses).toEqual([{ from: minute(30), message: 3 }]);
  expect(otherLost.messages.map(({ failedAt }) => failedAt)).toEqual([undefined, undefined, 5]);
  // What is no question pauses nothing in its place.
  expect(after(asked, [lost('failed', 3), theClock]).confirm.pauses).toEqual([]);
  const answered = after(asked, [answer, by(rae)]);
  expect(after(answered, [lost('failed', 3), theClock]).confirm.pauses).toEqual(answered.confirm.pauses);
  const askedAgain = after(answered, [{ ...ask, message: 'And which console?' } as ReportCommand, by(mei)]);
  expect(askedAgain.confirm.pauses).toHaveLength(2);
  expect(after(askedAgain, [lost('failed', 6), theClock]).confirm.pauses).toEqual(answered.confirm.pauses);
});

test('an update that a lost message promised stays promised', () => {
  const promised = replay(historyOf([submit, by(rae)], [say('More by then.', { nextUpdate: minute(9000) }), by(mei)]));
  const place = promised.messages[0]?.event ?? 0;
  expect(after(promised, [lost('failed', place), theClock]).nextUpdate).toEqual(promised.nextUpdate);
});

test('when one of two questions is lost, the decision is paused from the other one on', () => {
  const second = { ...ask, message: 'And which console?' } as ReportCommand;
  const history = historyOf([submit, by(rae)], [acknowledge, by(mei)], [ask, by(mei)], [second, by(mei)]);
  const place = history.findIndex((event) => event.type === 'MessageSent');
  const report = after(replay(history), [lost('failed', place), theClock]);
  expect(report.confirm.pauses).toEqual([{ from: minute(3), message: place + 1 }]);
  expect(after(report, [lost('failed', place + 1), theClock]).confirm.pauses).toEqual([]);
});

test('a lost update is still due until the next message arrives', () => {
  const dueAt = minute(9000);
  const promised = historyOf(
    [submit, by(rae)],
    [acknowledge, by(mei)],
    [say('More by then.', { nextUpdate: dueAt }), by(mei)],
    [say('Here it is.'), by(mei)],
  );
  const place = promised.length - 1;
  expect(replay(promised).nextUpdate).toEqual({ opening: 1, since: minute(2), dueAt, metAt: minute(3) });
  const dueNotices = after(replay(promised), [lost('failed', place), theClock]);
  expect(dueNotices.nextUpdate).toEqual({ opening: 1, since: minute(2), dueAt });
  const byMail = after(dueNotices, [say('By mail.', { route: 'by_hand' }), by(mei)]);
  expect(byMail.nextUpdate?.metAt).toEqual(minute(30));
  const between = after(replay(promised), [say('And more.'), by(mei)], [lost('failed', place), theClock]);
  expect(between.nextUpdate?.metAt).toEqual(minute(30));
});
