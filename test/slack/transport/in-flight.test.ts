import { createInFlight } from '../../../src/slack/transport/in-flight.js';

/** Work that goes on until it is told to end. */
function longWork() {
  let end: (failed?: Error) => void = () => undefined;
  const work = () =>
    new Promise<string>((resolve, reject) => {
      end = (failed) => (failed === undefined ? resolve('done') : reject(failed));
    });
  return { work, end: (failed?: Error) => end(failed) };
}

test('a stop waits for all that is under way, also for what fails', async () => {
  const inFlight = createInFlight();
  const [one, other] = [longWork(), longWork()];
  const working = [inFlight.during(one.work), inFlight.during(other.work).catch((error: Error) => error.message)];
  const ended: string[] = [];
  const stops = ['one stop', 'another'].map((stop) => inFlight.drained(60_000).then(() => ended.push(stop)));
  one.end();
  expect(await working[0]).toBe('done');
  expect([inFlight.busy(), ended]).toEqual([true, []]);
  other.end(new Error('it failed'));
  expect(await working[1]).toBe('it failed');
  await Promise.all(stops);
  expect(ended).toEqual(['one stop', 'another']);
});

test('it is busy until a moment after the last answer, in which the next request may come', async () => {
  let now = 0;
  const inFlight = createInFlight(() => now);
  expect(inFlight.busy()).toBe(false);
  const { work, end } = longWork();
  const working = inFlight.during(work);
  now = 60_000;
  expect(inFlight.busy()).toBe(true);
  end();
  await working;
  now += 29;
  expect(inFlight.busy()).toBe(true);
  now += 1;
  expect(inFlight.busy()).toBe(false);
});

test('a stop waits for nothing where nothing is under way, and no longer than it may', async () => {
  const inFlight = createInFlight();
  await inFlight.drained(60_000);
  const { work, end } = longWork();
  const working = inFlight.during(work);
  await inFlight.drained(5);
  expect(inFlight.busy()).toBe(true);
  end();
  expect(await working).toBe('done');
  await inFlight.drained(60_000);
});
