import type { Holds } from '../../src/handling/restore-hold.js';
import { reportIdFrom } from '../../src/report/report-id.js';
import { mongoHolds } from '../../src/store/mongo-holds.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { later, morning } from './a-report.js';

let fresh: FreshDatabase;
let holds: Holds;
beforeAll(async () => {
  fresh = await freshDatabase('holds');
  holds = mongoHolds(fresh.db);
});
afterAll(() => fresh.drop());

const [id, other] = [reportIdFrom(Buffer.from([1, 2, 3, 4, 5])), reportIdFrom(Buffer.from([5, 4, 3, 2, 1]))];

test('what a lead agreed to no longer counts when more turns out to be missing; the hold began when it began', async () => {
  await holds.put({ since: morning, missing: [id], behind: [] });
  expect(await holds.agree(later(1), later(2))).toBe(false);
  expect(await holds.agree(morning, later(2))).toBe(true);
  expect((await holds.find()).hold).toMatchObject({ since: morning, agreedAt: later(2) });
  const more = { since: morning, missing: [id], behind: [other] };
  expect(await holds.put({ ...more, since: later(3) })).toEqual(more);
  expect((await holds.find()).hold).toEqual(more);
});

test('what was lost is remembered when the hold ends, and nobody can agree to it again', async () => {
  await holds.release(new Map([[id, 3]]));
  expect(await holds.find()).toEqual({ accepted: new Map([[id, 3]]) });
  expect(await holds.agree(morning, later(4))).toBe(false);
});
