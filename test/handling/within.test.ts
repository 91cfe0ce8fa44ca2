import { getActiveResourcesInfo } from 'node:process';
import { within } from '../../src/handling/within.js';

const timers = () => getActiveResourcesInfo().filter((one) => one === 'Timeout').length;
const never = () => new Promise<string>(() => undefined);

describe('work within a time', () => {
  test('gives what it comes to, or what was said for when it is late', async () => {
    expect(await within(10_000, Promise.resolve('done'), 'late')).toBe('done');
    expect(await within(5, never(), 'late')).toBe('late');
  });

  test('passes on that it failed, and leaves no timer behind either way', async () => {
    const before = timers();
    await within(10_000, Promise.resolve('done'), 'late');
    await expect(within(10_000, Promise.reject(new Error('broken')), 'late')).rejects.toThrow('broken');
    await within(5, never(), 'late');
    // One of an earlier test file may end meanwhile.
    expect(timers()).toBeLessThanOrEqual(before);
  });
});
