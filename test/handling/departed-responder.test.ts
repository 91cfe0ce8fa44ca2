import { rowWithoutDepartedResponder, withoutDepartedResponder } from '../../src/handling/departed-responder.js';
import { mei, situations, tuesday } from '../report/situations.js';
import { row, tracked } from './situations.js';

const departed = new Set([mei.user]);
const held = tracked(situations.assigned);
const heldRow = row({ responder: mei.user, responderSince: tuesday });

test('a report and its row have no responder any more, where they have left the team', () => {
  const { responder: _, assignedAt: __, ...report } = held.report;
  expect(withoutDepartedResponder(held, departed)).toStrictEqual({ ...held, report });
  expect(rowWithoutDepartedResponder(heldRow, departed)).toStrictEqual(row());
});

test('both stay as they are where somebody else has left, or nobody has the report', () => {
  const others = new Set(['U0BO']);
  expect(withoutDepartedResponder(held, others)).toBe(held);
  expect(rowWithoutDepartedResponder(heldRow, others)).toBe(heldRow);
  const received = tracked(situations.received);
  expect(withoutDepartedResponder(received, departed)).toBe(received);
  const unclaimed = row();
  expect(rowWithoutDepartedResponder(unclaimed, departed)).toBe(unclaimed);
});
