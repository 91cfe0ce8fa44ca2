import { replay } from '../../src/report/evolve.js';
import { after, lifeIn } from './life.js';
import { acknowledge, ask, by, historyOf, lost, mei, minute, rae, submit, theClock } from './situations.js';

const embargo = { type: 'AgreeEmbargo', until: minute(9000), route: 'direct_message' } as const;

test('the bot’s own words that get lost open no duty anew', () => {
  const unanswered = replay(historyOf([submit, by(rae)], [embargo, by(mei)], [lost('failed', 1), theClock]));
  expect(unanswered).toMatchObject({
    status: 'received',
    acknowledge: { opening: 1 },
    messages: [{ delivery: 'failed' }],
  });
  const answered = after(lifeIn('acknowledged'), [embargo, by(mei)], [lost('failed', 3), theClock]);
  expect(answered).toMatchObject({ status: 'acknowledged', acknowledge: { opening: 1, metAt: minute(2) } });
});

test('a question that got lost pauses nothing, and one that was answered stays answered', () => {
  const asked = after(lifeIn('acknowledged'), [ask, by(mei)]);
  expect(asked.confirm.pauses).toHaveLength(1);
  expect(after(asked, [lost('failed', 3), theClock]).confirm.pauses).toEqual([]);
  expect(after(asked, [lost('unsure', 3), theClock]).confirm.pauses).toHaveLength(1);
  const first = replay(
    historyOf([submit, by(rae)], [ask, by(mei)], [lost('failed', 2), theClock], [acknowledge, by(mei)]),
  );
  expect(first).toMatchObject({ status: 'acknowledged', confirm: { pauses: [] }, acknowledge: { opening: 2 } });
});
