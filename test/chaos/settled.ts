import type { Policy } from '../../src/deadline/policy.js';
import { dueNotices } from '../../src/handling/due-notices.js';
import type { TrackedReport } from '../../src/handling/tracked-report.js';
import type { SlackEmulator } from '../../src/sandbox/slack-emulator.js';
import { until } from '../support/bounded-poll.js';
import type { FreshDatabase } from '../support/fresh-database.js';

/** What there is to look at when a test wants to know whether all has been said, and to whom. */
export type Observed = Readonly<{
  slack: SlackEmulator;
  database: FreshDatabase;
  policy: Policy;
  now(): Date;
  /** Every stored report, opened with the keys. */
  reports(): Promise<readonly TrackedReport[]>;
}>;

const patienceMs = 90_000;

/**
 * Resolves when nothing is due and nobody holds a lease. @throws when `ms` milliseconds have made nothing less, with what `hint`
 * says: a slow machine may take as long as it gets on
 */
export async function untilSettled(bot: Observed, hint: () => string, ms = patienceMs): Promise<void> {
  let left: readonly number[] = [];
  const settled = async () => {
    await bot.slack.settled();
    left = [await waiting(bot), await owing(bot)];
    return left.every((count) => count === 0) || undefined;
  };
  for (let fewest = Number.POSITIVE_INFINITY; ; ) {
    try {
      return void (await until('nothing is due, and nobody is at it', settled, ms));
    } catch (error) {
      const [due = 0, owe = 0] = left;
      if (due + owe >= fewest)
        throw new Error(`not settled: ${due} documents due, ${owe} reports owing. ${hint()}`, { cause: error });
      fewest = due + owe;
    }
  }
}

async function waiting({ database, now }: Observed): Promise<number> {
  const due = { $or: [{ wakeAt: { $lte: now() } }, { lease: { $exists: true } }, { uncertain: true }] };
  const [reports = 0, people = 0] = await Promise.all(
    ['reports', 'desk'].map((name) => database.db.collection(name).countDocuments(due)),
  );
  return reports + people;
}

async function owing({ policy, now, reports }: Observed): Promise<number> {
  const left = (await reports()).filter((tracked) => {
    const { card, notices } = dueNotices(tracked, policy, now());
    return card || notices.length > 0;
  });
  return left.length;
}
