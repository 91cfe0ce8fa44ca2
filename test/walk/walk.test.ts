import { Status } from '../../src/report/report.js';
import { type Walked, walk } from './walk.js';

/** As many as fit this suite's share of a run. */
const steps = Number(process.env.WALK_STEPS ?? 1500);

describe('a random walk', () => {
  let walked: Walked;
  beforeAll(async () => {
    walked = await walk(steps);
    console.log(JSON.stringify(walked, undefined, 1));
  }, 600_000);

  test('nobody sees, and nothing sent, logged or stored in the clear holds, what does not belong there', () => {
    expect(walked.leaks).toEqual([]);
  });

  test('enough happened for that to mean something', () => {
    expect(Object.values(walked.pressed).filter((times) => times > 0).length * 2).toBeGreaterThan(
      Object.keys(walked.pressed).length,
    );
    expect(walked.reports).toBeGreaterThan(steps / 60);
    expect(Object.keys(walked.reached).toSorted()).toEqual(Status.options.toSorted());
  });
  test('nothing', () => {
    expect(walked.malformed).toEqual([]);
    expect(walked.broken).toEqual({});
  });
});
