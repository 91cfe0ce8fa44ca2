import { evolve } from '../../../src/report/evolve.js';
import type { Report } from '../../../src/report/report.js';
import type { Status } from '../../../src/report/status.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions } from '../../../src/slack/views/actions.js';
import { choices } from '../../../src/slack/views/inputs.js';
import { openStore, type Store } from '../../../src/store/open-store.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { seeded } from '../../support/seeded.js';
import { createTruth } from './access.js';
import { type Step, saidInTheOpen, somebody, stepOf } from './actions.js';
import { createCanaries } from './canaries.js';
import { foreignTo } from './final-check.js';
import { createLeakCheck } from './leak-check.js';
import { createWhatIsKnown, reporterName } from './stored-reports.js';
import { pagesOf, startListening } from './terminal-output.js';
import { createHappenings, neverInTheChannel } from './world-changes.js';

/** What a walk did and found. */
export type Walked = Readonly<{
  seed: number;
  steps: number;
  seconds: number;
  byKind: Readonly<Record<string, number>>;
  canaries: number;
  /** Canaries that stood in stored reports when they were opened with the keys: what was really looked for. */
  canariesStored: number;
  searched: Readonly<Record<string, number>>;
  /** How often each button was pressed, by action id, and each choice of a form, by its name. */
  pressed: Readonly<Record<string, number>>;
  reports: number;
  /** How many reports reached each status. */
  reached: Readonly<Partial<Record<Status, number>>>;
  faultsMet: number;
  unlistedFields: readonly string[];
  /** What was found where it doesn't belong. */
  leaks: readonly string[];
  /** Answers and calls of the bot that Slack refused as malformed. */
  malformed: readonly string[];
  /** What the bot could not carry out while Slack worked. */
  broken: Readonly<Record<string, number>>;
}>;

/** A round that takes so long has let calls run out of time: the bot gives one up after 2.5 s of the machine's own time. */
const slowRoundMs = 2000;

/** How long a walk goes on: for so many steps, and after the least of them no longer than so many seconds. */
export type Length = Readonly<{ steps: number; least?: number; mostSeconds: number }>;

/** Everybody does what they like, and after each step is looked whether anybody saw what isn't theirs. */
export async function walk(length: Length): Promise<Walked> {
  const random = seeded('WALK_SEED');
  const began = performance.now();
  const printed = startListening();
  const bot = await startRunningBot({
    ops: true,
    policy: { forms: { personHour: 40, personDay: 150, workspaceHour: 120 } },
  });
  const { store: at, keyring } = bot.config;
  const store = await openStore({ uri: at.uri, database: at.database, ring: keyring });
  try {
    return await walkAt(bot, store, random, length, began, printed.lines);
  } finally {
    printed.stop();
    await store.close();
    await bot.stop();
  }
}

async function walkAt(
  bot: RunningBot,
  store: Store,
  random: ReturnType<typeof seeded>,
  { steps, least = 0, mostSeconds }: Length,
  began: number,
  printed: readonly string[],
): Promise<Walked> {
  const { world } = bot.slack;
  const canaries = createCanaries();
  // Whoever reports has a name that may not get about.
  for (const user of [sandbox.dana, sandbox.ravi, sandbox.guo, sandbox.solo, sandbox.stranger]) {
    const name = canaries.make({ kind: 'B', field: reporterName, author: user, reporter: user });
    world.changePerson(user, { realName: `${world.person(user).realName} ${name}` });
  }
  const truth = createTruth(world, bot.clock.now);
  const known = createWhatIsKnown(bot, store, canaries);
  const check = createLeakCheck({
    world,
    requests: bot.slack.requests,
    responses: bot.slack.responses,
    logged: bot.logged,
    secrets: ['xoxb-', 'xapp-'],
    db: bot.database.db,
    pages: () => pagesOf(bot),
    truth,
    canaries,
    reporterOf: known.reporterOf,
    prepared: known.prepared,
    published: known.published,
  });
  const happenings = createHappenings(bot, truth, random, check.look);
  const counted: Record<string, number> = {};
  const pressed: Record<string, number> = {};
  const broken: Record<string, number> = {};
  const malformed: string[] = [];
  const unlisted = new Set<string>();
  const count = (what: string) => {
    counted[what] = (counted[what] ?? 0) + 1;
  };

  const note = (step: Step) => {
    count(step.what);
    for (const field of step.filled?.unlisted ?? []) unlisted.add(field);
    if (step.delivered === undefined) return;
    check.answered(step.user, step.delivered);
    malformed.push(...(step.delivered.problems ?? []).map((problem) => `${step.what}: ${problem}`));
    if (!step.delivered.acked) count('of these, not answered well');
  };
  let roundBegan = performance.now();
  let logLines = 0;
  let calls = 0;
  let faultsMet = 0;
  // What was begun while Slack failed may fail in the round in which it is mended.
  let failedBefore = false;
  const settle = async ({ quiet = false, news = false, unanswered = false }) => {
    if (unanswered) await bot.slack.settled();
    await bot.app.idle();
    if (quiet) await bot.quiet();
    if (quiet || news) await known.learn();
    truth.observe();
    check.look();
    const refused: string[] = [];
    for (const { method, response } of bot.slack.requests.slice(calls)) {
      const error = response?.body.error;
      if (error !== undefined) refused.push(`${method}: ${error}`);
      if (response === undefined || response.status !== 200) faultsMet += 1;
      if (/^invalid_|too_long|no_text|duplicate_external/.test(String(error)))
        malformed.push(`${method}: ${error} ${JSON.stringify(response?.body.response_metadata ?? {})}`);
    }
    calls = bot.slack.requests.length;
    for (const line of bot.logged.slice(logLines)) {
      const { level, msg, error, code, places } = JSON.parse(line) as Record<string, string | number>;
      const what = `${msg} (${error} ${code ?? ''} at ${places ?? ''}; ${refused.join(', ')})`;
      const tooSlow = performance.now() - roundBegan > slowRoundMs && refused.length === 0;
      if (!(Number(level) >= 50) || failedBefore || happenings.faultsOn()) continue;
      if (tooSlow && msg === 'slack request failed') count('a call was given up while the machine was slow');
      else broken[what] = (broken[what] ?? 0) + 1;
    }
    logLines = bot.logged.length;
    failedBefore = happenings.faultsOn();
  };

  await bot.slack.as(sandbox.mei).command(sandbox.general, '/vuln setup');
  await settle({ quiet: true, news: true });
  const parts = {
    bot,
    random,
    canaries,
    reports: known.ids,
    pressed: (id: string) => {
      const choice = Object.entries(choices).find(([, asked]) => (asked as readonly string[]).includes(id))?.[0];
      const name = choice ?? id;
      pressed[name] = (pressed[name] ?? 0) + 1;
    },
  };
  let done = 0;
  const late = () => done >= least && performance.now() - began > mostSeconds * 1000;
  const over = () => late() || check.leaks().length >= 20;
  for (let round = 1; done < steps && !over(); round += 1) {
    let news = false;
    let unanswered = false;
    roundBegan = performance.now();
    if (random.next() < 0.2) {
      count(await happenings.happen());
      done += 1;
    } else {
      // One person alone, or a few at once.
      const users = new Set(Array.from({ length: random.between(1, 6) }, () => somebody(random)));
      const taken = await Promise.all([...users].map((user) => stepOf(user, parts)));
      for (const step of taken) note(step);
      news = taken.some(({ filled }) => filled !== undefined);
      // Whoever names the bot waits for no answer: that may still be on its way to it.
      unanswered = taken.some(({ delivered }) => delivered === undefined);
      done += users.size;
    }
    await settle({ quiet: round % 10 === 0, news, unanswered });
    if (round % 10 === 0) await check.lookInStore();
    if (round % 50 === 0) await check.lookAtPages();
  }
  await happenings.mend();
  await settle({ quiet: true, news: true });
  await check.lookInStore();
  await check.lookAtPages();
  for (const line of printed) if (canaries.in(line).length > 0) malformed.push('a canary was printed');

  const { reports: all } = await store.reports.list({ limit: 100_000 });
  const reached: Partial<Record<Status, number>> = {};
  for (const { history } of all) {
    const passed = new Set<Status>();
    history.reduce<Report | undefined>((before, event) => {
      const after = evolve(before, event);
      passed.add(after.status);
      return after;
    }, undefined);
    for (const status of passed) reached[status] = (reached[status] ?? 0) + 1;
  }
  const stored = new Set(canaries.numbersIn(JSON.stringify(all)));
  const names = [...Object.values<string>(actions), ...Object.keys(choices)];
  return {
    seed: random.seed,
    steps: done,
    seconds: Math.round((performance.now() - began) / 1000),
    byKind: counted,
    canaries: canaries.count(),
    canariesStored: stored.size,
    searched: { ...check.searched(), printedLines: printed.length },
    pressed: Object.fromEntries(names.map((id) => [id, pressed[id] ?? 0])),
    reports: all.length,
    reached,
    faultsMet,
    unlistedFields: [...unlisted],
    leaks: [
      ...check.leaks(),
      ...foreignTo(bot.slack, neverInTheChannel, canaries, known.reporterOf, known.published, saidInTheOpen),
    ],
    malformed,
    broken,
  };
}
