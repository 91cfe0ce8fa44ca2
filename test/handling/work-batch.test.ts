import type { Queue } from '../../src/handling/queue.js';
import { handleClaim, type Work } from '../../src/handling/work-batch.js';
import { until } from '../support/bounded-poll.js';
import { china } from './situations.js';

const now = china('09-22T10:00');
const away = new Error('Slack is away');
const many = (count: number) => Array.from({ length: count }, (_, n) => `${n}`);

/** Handles these documents, under a lease of so long. What was done, in order, and how it ended. */
async function handle(
  items: readonly string[],
  {
    leaseMs = 60_000,
    untilMs = leaseMs,
    postMs = 500,
    unreadable = 0,
    setAside = () => Promise.resolve(),
    fails = [] as readonly string[],
    ...over
  }: Partial<Work<string, string>> & {
    leaseMs?: number;
    untilMs?: number;
    postMs?: number;
    unreadable?: number;
    setAside?: () => Promise<void>;
    fails?: readonly string[];
  } = {},
) {
  const done: string[] = [];
  const never = () => Promise.reject(new Error('nobody asks'));
  const queue: Queue<string, string> = {
    ...{ due: never, claim: never, claimDue: never, nextWake: never, nextLeaseEnd: never },
    release: async (token, left) => void done.push(`${token} release ${left.join(' ')}`),
    rest: async (token, rests, at) => {
      done.push(`${token} rest ${rests.join(' ')}${at === now ? '' : ' at another time'}`);
      return rests.length;
    },
    setAside: async (token, item, at) => {
      done.push(`${token} set aside ${item}${at === now ? '' : ' at another time'}`);
      await setAside();
    },
  };
  const failures: unknown[] = [];
  const counts: number[] = [];
  const handled = await handleClaim(
    {
      clock: () => now,
      leaseMs,
      postMs,
      log: { unreadable: (count) => void counts.push(count), failed: (error) => void failures.push(error) },
    },
    {
      queue,
      reconcile: async (item, mayPost, outwardOnly) => {
        done.push(`decide ${item}${outwardOnly === true ? ' outward' : ''}`);
        if (fails.includes(`decide ${item}`)) throw away;
        return async () => {
          done.push(`post ${item}${mayPost() ? '' : ' in vain'}`);
          if (fails.includes(`post ${item}`)) throw away;
          return item;
        };
      },
      stopping: () => false,
      held: () => false,
      ...over,
    },
    async () => ({ token: 't', until: new Date(Date.now() + untilMs), items, unreadable }),
  );
  return { done, handled, failures, counts };
}

test('all are decided about before any is posted, in their order, and recorded together', async () => {
  expect(await handle(['a', 'b', 'c'])).toEqual({
    done: ['decide a', 'decide b', 'decide c', 'post a', 'post b', 'post c', 't rest a b c'],
    ...{ handled: 3, failures: [], counts: [] },
  });
});

test('nothing claimed is nothing to do', async () => {
  expect(await handle([])).toEqual({ done: [], handled: 0, failures: [], counts: [] });
});

test('how many could not be opened is counted', async () => {
  expect((await handle(['a'], { unreadable: 3 })).counts).toEqual([3]);
});

test('only what leaves the channel, where that is asked for', async () => {
  expect((await handle(['a'], { outwardOnly: true })).done[0]).toBe('decide a outward');
});

test.each([
  ['where posts began, 24 at a time', true, [24, 6]],
  ['where none did, at once: a crash would repeat nothing', false, [30]],
])('what comes of many is recorded %s', async (_, posts, sizes) => {
  const { done } = await handle(many(30), {
    reconcile: async (item, mayPost) => async () => {
      if (posts) mayPost();
      return item;
    },
  });
  expect(done.map((rest) => rest.split(' ').length - 2)).toEqual(sizes);
});

describe('what fails', () => {
  test.each([
    ['decide b', ['decide a', 'decide b', 't set aside b', 'decide c']],
    ['post b', ['decide a', 'decide b', 'decide c']],
  ])('(%s) is set aside, and stops no other', async (fails, decided) => {
    const { done, handled, failures } = await handle(['a', 'b', 'c'], { fails: [fails] });
    expect(done).toEqual(expect.arrayContaining([...decided, 'post a', 'post c', 't set aside b', 't rest a c']));
    expect(done.filter((one) => one === 't set aside b')).toHaveLength(1);
    expect([handled, failures]).toEqual([3, [away]]);
  });
  test('also where it can’t be set aside', async () => {
    const { done, failures } = await handle(['a', 'b'], { fails: ['post a'], setAside: () => Promise.reject(away) });
    expect(done.at(-1)).toBe('t rest b');
    expect(failures).toEqual([away, away]);
  });
});

describe('what goes back', () => {
  test('is what has changed and is to be read again, before anything is posted', async () => {
    const { done } = await handle(['a', 'b', 'c'], {
      reconcile: async (item) => (item === 'b' ? undefined : async () => item),
    });
    expect(done).toEqual(['t release b', 't rest a c']);
  });
  test('is everything that is not begun once the channel takes no more', async () => {
    let posted = 0;
    const held = () => posted === 1;
    const { done } = await handle(['a', 'b', 'c'], {
      held,
      reconcile: async (item) => async () => {
        posted += 1;
        return item;
      },
    });
    expect(done).toEqual(['t rest a', 't release b c']);
  });
  test('is what nobody has decided about', async () => {
    expect((await handle(['a', 'b'], { held: () => true })).done).toEqual(['t release a b']);
  });
});

describe('nothing may be posted', () => {
  const vain = ['decide a', 'post a in vain', 't rest a'];
  test.each([
    ['with less of the lease left than a post takes', { leaseMs: 500 }],
    ['by the clock of the machine', { untilMs: 400 }],
    ['by the clock that nobody can set', { leaseMs: 400, untilMs: 60_000 }],
    ['while the program stops', { stopping: () => true }],
  ])('%s', async (_, over) => {
    expect((await handle(['a'], over)).done).toEqual(vain);
  });
  test('but with more of it left', async () => {
    expect((await handle(['a'], { leaseMs: 60_000, postMs: 30_000 })).done).toEqual(['decide a', 'post a', 't rest a']);
  });
});

describe('what goes first', () => {
  test('begins when the documents are known, hears when all are decided, and is done before any is posted', async () => {
    const order: string[] = [];
    const { done } = await handle(['a', 'b'], {
      reconcile: async (item) => {
        order.push(`decide ${item}`);
        return async () => {
          order.push(`post ${item}`);
          return item;
        };
      },
      beforePosts: async (count, decided) => {
        order.push(`${count} claimed`);
        await decided;
        order.push('remind');
      },
    });
    expect(order).toEqual(['2 claimed', 'decide a', 'decide b', 'remind', 'post a', 'post b']);
    expect(done).toEqual(['t rest a b']);
  });
  test('keeps posts for a second at most, and is over when the claim is', async () => {
    let end: () => void = () => undefined;
    const order: string[] = [];
    const began = performance.now();
    const handling = handle(['a'], {
      reconcile: async (item) => async () => {
        order.push(`post after ${performance.now() - began > 900 ? 'a second' : 'less'}`);
        return item;
      },
      beforePosts: () =>
        new Promise((resolve) => {
          end = () => {
            order.push('remind');
            resolve(undefined);
          };
        }),
    });
    await until('it is posted', () => order.length === 1);
    let isOver = false;
    void handling.then(() => {
      isOver = true;
    });
    await new Promise(setImmediate);
    expect(isOver).toBe(false);
    end();
    await handling;
    expect(order).toEqual(['post after a second', 'remind']);
  });
  test('that fails is said, and stops nothing', async () => {
    const { done, failures } = await handle(['a'], { beforePosts: () => Promise.reject(away) });
    expect([done.at(-1), failures]).toEqual(['t rest a', [away]]);
  });
});
