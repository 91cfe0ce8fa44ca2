import { createLook, earliestWake, type LookDeps } from '../../src/handling/loop-pass.js';
import type { SlowReporter } from '../../src/handling/pace.js';
import type { PersonRest, ReconciledReport, TrackedPerson } from '../../src/handling/ports.js';
import type { Queue, Which } from '../../src/handling/queue.js';
import type { TrackedReport } from '../../src/handling/tracked-report.js';
import type { ReportId } from '../../src/report/report-id.js';
import { rae, situations } from '../report/situations.js';
import { china, person, tracked } from './situations.js';

const now = china('09-22T10:00');
const inMs = (ms: number) => new Date(now.getTime() + ms);
const received = tracked(situations.received);
const reportOf = (id: string): TrackedReport => ({ ...received, report: { ...received.report, id: id as ReportId } });
const rested = (
  { report, version, cursor }: TrackedReport,
  over: Partial<ReconciledReport> = {},
): ReconciledReport => ({
  ...{ id: report.id, version, cursor, uncertain: false, policyRevision: 'r1', wakeAt: undefined },
  ...{ urgentFrom: undefined, people: [], news: [], ...over },
});

type Given = {
  /** Ids of reports that are due, those that are only for the reporter or the public, and those for one reporter. */
  reports?: string[];
  outward?: string[];
  forSlow?: string[];
  people?: string[];
  most?: number;
  spaceMs?: number;
  heldUntil?: Date | undefined;
  slow?: readonly SlowReporter[];
  rest?: Partial<ReconciledReport>;
  wakes?: readonly [Date | undefined, Date | undefined];
  leases?: readonly [number | undefined, number | undefined];
  leaseMs?: number;
};

/** What is due, and a loop that looks at it. What was done, in order, since it was asked last. */
function loopOver(given: Given) {
  const done: string[] = [];
  const askedOfPeople: string[] = [];
  const named = ({ outward, notOnlyFor = [] }: Which = {}) =>
    [
      outward === undefined ? '' : outward === true ? ' outward' : ` for ${outward.user}`,
      ...notOnlyFor.map(({ user }) => ` not for ${user}`),
    ].join('');
  const dueOf = (which: Which = {}) => {
    const { outward } = which;
    if (outward === undefined) return given.reports ?? [];
    return outward === true ? (given.outward ?? []) : (given.forSlow ?? []);
  };
  const never = () => Promise.reject(new Error('nobody asks'));
  const claimOf = <T>(items: readonly T[]) => ({
    token: 't',
    until: new Date(Date.now() + 60_000),
    items,
    unreadable: 0,
  });
  const reports: Queue<TrackedReport, unknown> = {
    due: async (at, limit, which) => {
      done.push(`${limit} due${named(which)}${at === now ? '' : ' at another time'}`);
      return dueOf(which).slice(0, limit);
    },
    claim: async (ids, at, leaseMs) => {
      done.push(`claim ${ids.join(' ')} for ${leaseMs}${at === now ? '' : ' at another time'}`);
      for (const due of [given.reports, given.outward, given.forSlow])
        for (const id of ids) if (due?.includes(id)) due.splice(due.indexOf(id), 1);
      return claimOf(ids.map(reportOf));
    },
    claimDue: async (_, limit, leaseMs, which) => {
      done.push(`claim ${limit}${named(which)} for ${leaseMs}`);
      return claimOf(dueOf(which).splice(0, limit).map(reportOf));
    },
    release: async (_, items) => void done.push(`release ${items.map(({ report }) => report.id).join(' ')}`),
    rest: async (_, rests) => {
      done.push(`rest ${rests.length}`);
      return rests.length;
    },
    setAside: never,
    nextWake: async () => given.wakes?.[0],
    nextLeaseEnd: async () => given.leases?.[0],
  };
  const people: Queue<TrackedPerson, PersonRest> = {
    ...{ due: never, claim: never, release: never, setAside: never },
    claimDue: async (_, limit, leaseMs) => {
      askedOfPeople.push('due');
      if ((given.people ?? []).length > 0) done.push(`claim ${limit} people for ${leaseMs}`);
      return claimOf((given.people ?? []).splice(0).map((user) => person(user)));
    },
    rest: async () => 1,
    nextWake: async () => {
      askedOfPeople.push('next');
      return given.wakes?.[1] ?? ((given.people ?? []).length > 0 ? now : undefined);
    },
    nextLeaseEnd: async () => given.leases?.[1],
  };
  const deps = {
    reports,
    people,
    wake: async (users) => {
      if (users.length > 0) done.push(`wake ${users.join(' ')}`);
    },
    tell: async (news) => {
      if (news.length > 0) done.push(`tell ${news.map(({ user }) => user).join(' ')}`);
    },
    reconcileReport: async (report, _, outwardOnly) => async () => {
      if ((given.rest?.id ?? report.report.id) === report.report.id)
        done.push(`post ${report.report.id}${outwardOnly === true ? ' outward' : ''}`);
      return rested(report, given.rest);
    },
    reconcilePerson: async (who) => {
      done.push(`remind ${who.user}`);
      return { ...who, wakeAt: undefined };
    },
    pace: {
      heldUntil: () => given.heldUntil,
      spaceMs: () => given.spaceMs ?? 0,
      most: () => given.most ?? 500,
      slowReporters: () => given.slow ?? [],
    },
    clock: () => now,
    leaseMs: given.leaseMs ?? 30_000,
    postMs: 500,
    log: { unreadable: () => undefined, failed: (error) => void done.push(String(error)) },
  } satisfies LookDeps;
  const lookAt = createLook(deps);
  const look = async (asked = true, stopping = () => false) => ({
    ...(await lookAt(asked, stopping)),
    done: done.splice(0),
  });
  return { deps, look, askedOfPeople };
}
/** While real time stands still, but for the milliseconds that `pass`. */
async function withStillTime(work: (pass: (ms: number) => void) => Promise<void>): Promise<void> {
  const real = performance.now;
  // A whole number: of others a difference is not exact.
  let now = Math.floor(real.call(performance));
  performance.now = () => now;
  try {
    await work((ms) => {
      now += ms;
    });
  } finally {
    performance.now = real;
  }
}
const many = (count: number) => Array.from({ length: count }, (_, n) => `R${n}`);
const slowRae = (waitMs: number): SlowReporter => ({ person: rae, waitMs });

describe('while Slack takes everything', () => {
  test('all that is due is claimed at once; people are reminded before cards are posted', async () => {
    const { look } = loopOver({ reports: ['A', 'B'], people: ['U1'] });
    expect(await look()).toEqual({
      done: ['claim 500 for 30000', 'claim 500 people for 30000', 'remind U1', 'post A', 'post B', 'rest 2'],
      ...{ handled: 3, againMs: 30_000 },
    });
  });
  test('nothing due is nothing to do, whether somebody asked or not', async () => {
    const { look } = loopOver({});
    const nothing = { done: ['claim 500 for 30000'], handled: 0, againMs: 30_000 };
    expect(await look()).toEqual(nothing);
    expect(await look(false)).toEqual(nothing);
  });
  test('a full claim is followed by another, and people by all of them', async () => {
    const { look } = loopOver({ reports: many(501), people: ['U1'], rest: { id: 'none' as ReportId } });
    const { done, handled } = await look();
    const steps = done.filter((step) => !step.startsWith('rest'));
    expect(steps).toEqual(['claim 500 for 30000', 'claim 500 for 30000', 'claim 500 people for 30000', 'remind U1']);
    expect(handled).toBe(502);
  });
  test('whoever is woken is looked at in the same pass, and is woken once', async () => {
    const news = [{ user: 'U3', key: 'k', because: 'lead' }] as const;
    const { look } = loopOver({ reports: ['A', 'B'], people: ['U1'], rest: { people: ['U1', 'U2'], news } });
    const { done } = await look();
    expect(done.slice(2)).toEqual(['remind U1', 'post A', 'post B', 'tell U3 U3', 'wake U2 U2', 'rest 2']);
  });
  test('nothing is begun while the program stops', async () => {
    const { look } = loopOver({ reports: ['A'] });
    expect(await look(true, () => true)).toMatchObject({ done: [], handled: 0 });
  });
  test('what has nothing but a message to a slow reporter is left to them', async () => {
    const { look } = loopOver({ reports: ['A'], forSlow: ['B', 'C'], slow: [slowRae(0)] });
    expect(await look()).toEqual({
      done: [
        ...[`claim 500 not for ${rae.user} for 30000`, 'post A', 'rest 1'],
        ...[`1 due for ${rae.user}`, 'claim B for 30000', 'post B outward', 'rest 1'],
      ],
      ...{ handled: 2, againMs: 0 },
    });
    const { look: wait } = loopOver({ forSlow: ['B'], slow: [slowRae(700)] });
    expect(await wait()).toMatchObject({ handled: 0, againMs: 700 });
    const { look: none } = loopOver({ slow: [slowRae(0)] });
    expect((await none()).done.at(-1)).toBe(`1 due for ${rae.user}`);
  });
});

describe('while Slack takes one post a second', () => {
  const slow = { most: 1, spaceMs: 900 };
  test('people come first, then the most urgent report, then what leaves the channel', async () => {
    const { look } = loopOver({ ...slow, most: 1, spaceMs: 0, reports: ['A', 'B'], outward: ['C'], people: ['U1'] });
    expect(await look()).toMatchObject({
      done: [
        ...['claim 500 people for 30000', 'remind U1', '16 due', 'claim A for 30000', 'post A', 'rest 1'],
        ...['claim 100 outward for 30000', 'post C outward', 'rest 1'],
      ],
      handled: 3,
    });
    const nothing = loopOver({ most: 1, slow: [slowRae(9)] });
    const others = `not for ${rae.user}`;
    expect((await nothing.look()).done).toEqual([`16 due ${others}`, `claim 100 outward ${others} for 30000`]);
  });
  test('what leaves the channel is claimed until there is no more, a hundred at once, and the channel in between', async () => {
    const { look } = loopOver({ most: 1, reports: ['A', 'B', 'C', 'D', 'E'], outward: many(200) });
    const claims = async (asked: boolean) => {
      const { done, againMs } = await look(asked);
      return [...done.filter((step) => step.startsWith('claim')), againMs];
    };
    const outward = 'claim 100 outward for 30000';
    expect(await claims(true)).toEqual(['claim A for 30000', outward, 0]);
    expect(await claims(false)).toEqual(['claim B for 30000', outward, 0]);
    expect(await claims(false)).toEqual(['claim C for 30000', outward, 0]);
    expect(await claims(false)).toEqual(['claim D for 30000', 0]);
    const held: Given = { outward: many(300), heldUntil: inMs(5000) };
    const { look: lookAtHeld } = loopOver(held);
    expect(await lookAtHeld()).toMatchObject({ handled: 100, againMs: 0 });
    // Once the channel waits no more, nothing is left to do beside it.
    held.heldUntil = undefined;
    expect(await lookAtHeld(false)).toMatchObject({ handled: 0, againMs: 30_000 });
  });
  test('while reports are brought up to date, people are looked at when it looks afresh, and every two seconds', async () => {
    await withStillTime(async (pass) => {
      for (const place of [{ most: 1 }, { heldUntil: inMs(5000) }]) {
        const given: Given = { ...place, reports: many(9), outward: many(650), rest: { people: ['U1'] } };
        const { look } = loopOver(given);
        const reminds = async (asked: boolean, after = 0) => {
          pass(after);
          given.people = ['U1'];
          return (await look(asked)).done.includes('remind U1');
        };
        expect([await reminds(true), await reminds(false), await reminds(true)]).toEqual([true, false, true]);
        expect([await reminds(false, 2000), await reminds(false, 1)]).toEqual([false, true]);
        given.outward?.splice(0);
        await reminds(false);
        expect(await reminds(false)).toBe(true);
      }
    });
  });
  test('the next look takes the next in line, and asks for no others', async () => {
    const { look } = loopOver({ most: 1, reports: ['A', 'B'] });
    await look();
    const next = await look(false);
    expect(next.done).toEqual(['claim B for 30000', 'post B', 'rest 1']);
    // Asked, it looks who is the most urgent now.
    const { look: again } = loopOver({ most: 1, reports: ['A', 'B', 'C'] });
    await again();
    expect((await again()).done.slice(0, 2)).toEqual(['16 due', 'claim B for 30000']);
  });
  test('whether anybody is due is asked once, and again when that may have changed', async () => {
    const given: Given = { most: 1, reports: many(7), people: ['U1'] };
    const { look, askedOfPeople } = loopOver(given);
    const asked = async () => ({ done: (await look(false)).done[0], asked: askedOfPeople.splice(0) });
    await look();
    expect(askedOfPeople.splice(0)).toEqual(['next', 'due', 'next']);
    expect(await asked()).toEqual({ done: 'claim R1 for 30000', asked: [] });
    // Of the next report somebody has to be told: they are told before the one after it is posted.
    given.rest = { people: ['U2'] };
    expect((await look(false)).done).toEqual(['claim R2 for 30000', 'post R2', 'wake U2', 'rest 1']);
    given.people = ['U2'];
    delete given.rest;
    expect(await asked()).toEqual({ done: 'claim 500 people for 30000', asked: ['due', 'next'] });
    expect(await asked()).toEqual({ done: 'claim R4 for 30000', asked: [] });
    expect((await look()).done[0]).toBe('16 due');
    expect(askedOfPeople).toEqual(['next']);
  });
  test('a person is reminded at the moment that was told when they were asked for, and news make people due', async () => {
    const given: Given = { most: 1, reports: many(5), wakes: [undefined, inMs(1)] };
    const { look, askedOfPeople } = loopOver(given);
    await look();
    expect(askedOfPeople.splice(0)).toEqual(['next']);
    await look(false);
    expect(askedOfPeople.splice(0)).toEqual([]);
    given.rest = { news: [{ user: 'U3', key: 'k', because: 'lead' }] };
    await look(false);
    await look(false);
    expect(askedOfPeople.splice(0)).toEqual(['due', 'next']);
    const { look: dueNow, askedOfPeople: asked } = loopOver({ most: 1, wakes: [undefined, now] });
    await dueNow();
    expect(asked.slice(0, 2)).toEqual(['next', 'due']);
  });
  test('who is in line was the most urgent ten seconds ago at most', async () => {
    await withStillTime(async (pass) => {
      const { look } = loopOver({ most: 1, reports: ['A', 'B', 'C'] });
      await look();
      pass(10_000);
      expect((await look(false)).done[0]).toBe('claim B for 30000');
      pass(1);
      expect((await look(false)).done.slice(0, 2)).toEqual(['16 due', 'claim C for 30000']);
    });
  });
  test('while there are more in line, it looks again when the channel takes the next one', async () => {
    const { look } = loopOver({ ...slow, reports: ['A'], heldUntil: inMs(400) });
    expect(await look()).toEqual({ done: ['claim 100 outward for 30000'], handled: 0, againMs: 10_000 });
    const { look: line } = loopOver({ most: 1, reports: ['A', 'B', 'C'] });
    expect((await line()).againMs).toBe(0);
    expect(await line(false)).toMatchObject({ handled: 1, againMs: 0 });
  });
  test('nothing is claimed for the channel until it takes the next post', async () => {
    const { look } = loopOver({ ...slow, reports: ['A'] });
    expect((await look()).done).toEqual(['claim 100 outward for 30000']);
    expect((await look(false)).done).toEqual([]);
  });
});

describe('while the channel is held', () => {
  test('only what leaves it goes on, and people are reminded', async () => {
    const { look } = loopOver({ reports: ['A'], outward: ['B'], people: ['U1'], heldUntil: inMs(5000) });
    expect(await look()).toEqual({
      done: ['claim 100 outward for 30000', 'post B outward', 'rest 1', 'claim 500 people for 30000', 'remind U1'],
      ...{ handled: 2, againMs: 10_000 },
    });
  });
  test('it is no longer held at that moment', async () => {
    const { look } = loopOver({ reports: ['A'], heldUntil: now });
    expect((await look()).done).toEqual(['claim 500 for 30000', 'post A', 'rest 1']);
  });
});

describe('when to look again', () => {
  test.each<[string, Given, number]>([
    ['a lease at the latest', { leaseMs: 20_000 }, 20_000],
    ['a minute at the latest', { leaseMs: 90_000 }, 60_000],
    ['when a report is due, and no sooner by any clock', { wakes: [inMs(5000), undefined] }, 5001],
    ['when a person is to be reminded', { wakes: [inMs(5000), inMs(3000)] }, 3001],
    ['at once, where something is due', { wakes: [inMs(-1), undefined] }, 0],
    ['at once, where something is due now', { wakes: [now, undefined] }, 0],
    ['not before Slack takes the next post', { wakes: [now, undefined], spaceMs: 800 }, 800],
    ['once another replica’s lease on a report is over', { leases: [2000, undefined] }, 2100],
    ['once another replica’s lease on a person is over', { leases: [2000, 1000] }, 1100],
    ['ten seconds at the latest while the channel is held', { heldUntil: inMs(50_000) }, 10_000],
    ['when the channel is held no longer', { heldUntil: inMs(5000), wakes: [now, undefined] }, 5001],
  ])('%s', async (_, given, ms) => expect((await loopOver(given).look()).againMs).toBe(ms));

  test.each<[string, Given, Date | undefined]>([
    ['nothing', {}, undefined],
    ['a report', { wakes: [inMs(5), undefined] }, inMs(5)],
    ['a person', { wakes: [undefined, inMs(5)] }, inMs(5)],
    ['the earlier of both', { wakes: [inMs(5), inMs(6)] }, inMs(5)],
    ['a report that waits for the channel', { wakes: [now, undefined], heldUntil: inMs(9) }, inMs(9)],
    ['a report that does not wait for it', { wakes: [inMs(5), undefined], heldUntil: inMs(9) }, inMs(5)],
  ])('is due next: %s', async (_, given, at) => expect(await earliestWake(loopOver(given).deps)).toEqual(at));
});
