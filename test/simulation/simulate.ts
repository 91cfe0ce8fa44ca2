import { endOfDay, suggestedUpdate } from '../../src/deadline/next-update.js';
import { onDuty } from '../../src/deadline/on-duty.js';
import type { Policy } from '../../src/deadline/policy.js';
import { createHandle } from '../../src/handling/handle.js';
import { defined } from '../../src/report/defined.js';
import type { Actor } from '../../src/report/person.js';
import { Refusal } from '../../src/report/refusal.js';
import type { Report } from '../../src/report/report.js';
import type { ReportId } from '../../src/report/report-id.js';
import { readSeverity } from '../../src/report/severity.js';
import { sandbox } from '../../src/sandbox/sandbox-world.js';
import { inputs } from '../../src/slack/views/inputs.js';
import { openStore } from '../../src/store/open-store.js';
import { twoLines } from '../e2e/journeys/accepted-report.js';
import { type RunningBot, startRunningBot } from '../support/running-bot.js';
import type { Seeded } from '../support/seeded.js';
import { actorOf, castWorld, type Responder, responders, rotaFrom } from './cast.js';
import { type Presence, presence } from './people-at-work.js';
import { type Plan, planOf } from './plan.js';

const [hour, minute] = [3_600_000, 60_000];
const reporters = [sandbox.ana, sandbox.guo];
const [lead] = responders;
/** Their own week: where the team makes up a day at the weekend, they rest. */
const abroad: Policy['people'] = new Map(
  responders.flatMap(({ user, zone }) => (zone === 'Asia/Shanghai' ? [] : [[user, { weekdays: [1, 2, 3, 4, 5] }]])),
);

/** What a team lived through: what was planned, what was said, and how each report stands at the end. */
export type Lived = Readonly<{
  seed: number;
  plan: Plan;
  policy: Policy;
  presence: Presence;
  bot: RunningBot;
  reports: readonly Report[];
  refused: Readonly<Record<string, number>>;
  /** How often the clock was moved. */
  steps: number;
}>;

export type Span = Readonly<{ from: Date; days: number; reports: number }>;

/**
 * Lets a team of six live through so many days on a virtual clock, with the real bot, a real MongoDB and the Slack emulator.
 * `look` gets what came of it before all of it is stopped.
 */
export async function simulate(
  random: Seeded,
  span: Span,
  look: (lived: Lived) => Promise<void> | void,
): Promise<void> {
  const plan = planOf(random, span, reporters);
  const world = castWorld();
  const mondays = Array.from({ length: Math.ceil(span.days / 7) + 1 }, (_, week) =>
    new Date(plan.from.getTime() + (week * 7 + 0.5) * 24 * hour).toISOString().slice(0, 10),
  );
  const leads = lead === undefined ? [] : [lead.user];
  const bot = await startRunningBot({
    start: plan.from,
    world,
    policy: { rota: rotaFrom(mondays), leads, people: abroad, weeklyDigest: { weekday: 1, time: '09:00' } },
    before: async (config) => {
      const written = await storeOf(config);
      await writeRoster(written, plan);
      await written.close();
    },
  });
  const store = await storeOf(bot.config);
  try {
    const policy = { ...bot.policy, roster: await store.rosters.read() };
    const team = presence(bot.policy.calendar, plan.leaves);
    const handle = createHandle({
      reports: store.reports,
      policy: bot.policy,
      clock: bot.clock.now,
      saved: bot.app.clockMoved,
    });
    const happenings = createHappenings();
    const refused: Record<string, number> = {};
    const act = async (id: ReportId, command: Parameters<typeof handle>[1], actor: Actor) => {
      try {
        await handle(id, command, actor);
        return true;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused[error.code] = (refused[error.code] ?? 0) + 1;
        return false;
      }
    };
    const life = createLife({ bot, policy, random, team, act, happenings, reportOf: (id) => reportIn(store, id) });
    for (const { at, reporter, known } of plan.arrivals)
      happenings.add(outOf(plan, at), () => life.arrives(reporter, known));
    const steps = await liveOn(bot, plan, happenings);
    const { reports } = await store.reports.list({ limit: 10_000 });
    const { seed } = random;
    await look({
      ...{ seed, plan, policy: bot.policy, presence: team, bot, refused, steps },
      reports: reports.map(({ report }) => report),
    });
  } finally {
    await store.close();
    await bot.stop();
  }
}

async function storeOf({ store: { uri, database }, keyring }: RunningBot['config']) {
  return await openStore({ uri, database, ring: keyring });
}

/** Who is away when, and who has whose turn. A bot that runs reads it once in five seconds, in which days of this clock may pass. */
async function writeRoster(
  { rosters }: Awaited<ReturnType<typeof storeOf>>,
  { leaves, swaps, from }: Plan,
): Promise<void> {
  for (const leave of leaves) await rosters.putOwn(leave.user, { absences: [leave] });
  for (const swap of swaps) await rosters.addCovers([swap], (await rosters.read()).covers, from);
}

type Happenings = Readonly<{
  add(at: Date, what: () => Promise<void>): void;
  /** The moment of the next; `undefined` when there is none. */
  next(): Date | undefined;
  take(): (() => Promise<void>) | undefined;
}>;

function createHappenings(): Happenings {
  const coming: { at: Date; what: () => Promise<void> }[] = [];
  return {
    add: (at, what) => {
      const place = coming.findIndex((one) => one.at.getTime() > at.getTime());
      coming.splice(place === -1 ? coming.length : place, 0, { at, what });
    },
    next: () => coming[0]?.at,
    take: () => coming.shift()?.what,
  };
}

/** Moves the clock from moment to moment: to whatever is planned, and to whatever the bot has to do. */
async function liveOn(bot: RunningBot, plan: Plan, happenings: Happenings): Promise<number> {
  const collections = ['reports', 'desk'].map((name) => bot.database.db.collection(name));
  const nextWake = async () => {
    const found = await Promise.all(
      collections.map((one) =>
        one
          .find({ wakeAt: { $gt: bot.clock.now() } })
          .sort({ wakeAt: 1 })
          .limit(1)
          .next(),
      ),
    );
    return found.flatMap((one) => (one === null ? [] : [(one.wakeAt as Date).getTime()]));
  };
  let steps = 0;
  for (;;) {
    const moments = [...(await nextWake()), happenings.next()?.getTime() ?? Number.POSITIVE_INFINITY];
    const next = outOf(plan, new Date(Math.min(...moments)), 'bot');
    if (!(next.getTime() < plan.to.getTime())) return steps;
    const at = outOf(plan, inOneStep(plan, next), 'bot');
    const slackIsAway = slackOutage(plan, at) !== undefined;
    bot.slack.faults.decide(() => (slackIsAway ? { kind: 'http', status: 503 } : undefined));
    await bot.moveTo(at);
    steps += 1;
    while ((happenings.next()?.getTime() ?? Number.POSITIVE_INFINITY) <= at.getTime()) {
      await happenings.take()?.();
      await bot.quiet();
    }
  }
}

/**
 * What the bot tries within the same minute is one step, and within five while Slack is away: each message that Slack does not take is
 * due again by itself. Nothing is dragged over the beginning or the end of an outage.
 */
function inOneStep(plan: Plan, at: Date): Date {
  const isAway = slackOutage(plan, at) !== undefined;
  const step = isAway ? 5 * minute : minute;
  const end = Math.ceil(at.getTime() / step) * step;
  const edges = plan.outages.flatMap(({ from, to }) => [from.getTime(), to.getTime()]);
  const crossed = edges.filter((edge) => at.getTime() < edge && edge <= end);
  if (crossed.length === 0) return new Date(end);
  return isAway ? new Date(Math.min(...crossed)) : at;
}

function slackOutage({ outages }: Pick<Plan, 'outages'>, at: Date): Plan['outages'][number] | undefined {
  return outages.find((one) => one.of === 'slack' && one.from <= at && at < one.to);
}

/** The moment, or the end of the outage that it falls into. */
function outOf({ outages }: Pick<Plan, 'outages'>, at: Date, of?: 'bot'): Date {
  const within = outages.find((one) => (of ?? one.of) === one.of && one.from <= at && at < one.to);
  return within === undefined ? at : outOf({ outages: outages.filter((one) => one !== within) }, within.to, of);
}

type LifeDeps = Readonly<{
  bot: RunningBot;
  /** With who is away when. */
  policy: Policy;
  random: Seeded;
  team: Presence;
  act(id: ReportId, command: Parameters<ReturnType<typeof createHandle>>[1], actor: Actor): Promise<boolean>;
  happenings: Happenings;
  reportOf(id: ReportId): Promise<Report>;
}>;

/** What people do with each report. Whoever is on duty answers, if they ever do; the lead takes up what was missed. */
function createLife({ bot, policy, random, team, act, happenings, reportOf }: LifeDeps) {
  const now = bot.clock.now;
  /** So many hours on average, and now and then many more. */
  const about = (hours: number) => Math.min(hours * 6, -hours * Math.log(1 - random.next()));
  const later = (who: Responder, hours: number, what: () => Promise<void>) =>
    happenings.add(team.afterWork(who, now(), hours), what);
  /** `promises`: the next update, by the end of the day that the form suggests. */
  const tell = (message: string, promises = false) => {
    const { calendar } = policy;
    const nextUpdate = promises ? endOfDay(suggestedUpdate(now(), calendar).day, calendar) : undefined;
    return { message, route: 'direct_message' as const, ...defined({ nextUpdate }) };
  };

  const updates = async (id: ReportId, who: Responder) => {
    const { status } = await reportOf(id);
    if (status !== 'accepted') return;
    if (random.next() < 0.4) {
      const decline = { type: 'DeclineReport', reason: 'works_as_intended', asksForPublicBug: false } as const;
      await act(id, { ...decline, tell: tell('It works as intended after all.') }, actorOf(who));
      return;
    }
    await act(id, { type: 'SendMessage', purpose: 'information', ...tell('We work on it.', true) }, actorOf(who));
    later(who, about(25), () => updates(id, who));
  };
  const decides = async (id: ReportId, who: Responder) => {
    const { status } = await reportOf(id);
    if (status !== 'received' && status !== 'acknowledged') return;
    if (random.next() < 0.5) {
      const decline = { type: 'DeclineReport', reason: 'not_a_vulnerability', asksForPublicBug: false } as const;
      await act(id, { ...decline, tell: tell('This is not a vulnerability.') }, actorOf(who));
      return;
    }
    const severity = readSeverity('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H');
    if ('fault' in severity) throw new Error('the vector is wrong');
    await act(
      id,
      { type: 'AcceptReport', severity, lines: twoLines, cwes: ['CWE-862'], tell: tell('It is one.', true) },
      actorOf(who),
    );
    later(who, about(25), () => updates(id, who));
  };
  const acknowledges = async (id: ReportId, who: Responder) => {
    const { status } = await reportOf(id);
    if (status !== 'received') return;
    const asks = random.next() < 0.2;
    const said = asks
      ? ({ type: 'SendMessage', purpose: 'question', ...tell('Which version is it?') } as const)
      : ({ type: 'AcknowledgeReport', ...tell('Thank you, we look into it.') } as const);
    await act(id, said, actorOf(who));
    if (asks)
      happenings.add(new Date(now().getTime() + about(30) * hour), async () => {
        const { reporter } = await reportOf(id);
        if (reporter.kind !== 'slack') throw new Error('it came by Slack');
        const answer = { type: 'WriteToTeam', purpose: 'answer', text: 'The newest.' } as const;
        await act(id, answer, { kind: 'person', person: reporter.person });
      });
    later(who, about(8), () => decides(id, who));
  };
  /** The lead takes what nobody has done in time, and has somebody who is there do it. */
  const rescues = async (id: ReportId) => {
    const { status } = await reportOf(id);
    if (status !== 'received' && status !== 'acknowledged') return;
    const there = responders.filter((who) => who.answers && team.works(who, now()));
    const who = random.pick(there) ?? lead;
    if (who === undefined || lead === undefined) return;
    const { person } = actorOf(who) as Extract<Actor, { kind: 'person' }>;
    await act(id, { type: 'AssignReport', to: person }, actorOf(who));
    later(who, about(2), async () => {
      await acknowledges(id, who);
      await decides(id, who);
    });
    later(lead, 16, () => rescues(id));
  };
  return {
    arrives: async (reporter: string, known: 'no' | 'exploited') => {
      const id = await bot.person(reporter).files({}, { [inputs.knownAlready]: known });
      const { responder } = onDuty(policy, now());
      const who = responders.find(({ user }) => user === responder);
      if (who?.answers) later(who, about(4), () => acknowledges(id, who));
      const { promise } = await reportOf(id);
      if (lead !== undefined) happenings.add(team.afterWork(lead, promise.dueAt, 2), () => rescues(id));
    },
  };
}

async function reportIn(store: Awaited<ReturnType<typeof openStore>>, id: ReportId): Promise<Report> {
  const tracked = await store.reports.find(id);
  if (tracked === undefined) throw new Error(`${id} is not stored`);
  return tracked.report;
}
