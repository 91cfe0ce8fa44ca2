import type { Db } from 'mongodb';
import { keptTooLong } from '../handling/eraser.js';
import { failedLookup } from '../handling/failed-lookup.js';
import type { RetentionTerms } from '../handling/retention.js';
import type { Keyring } from '../keys/keyring.js';
import { defined } from '../report/defined.js';
import { createClient, unconfirmedDatabaseOf } from './connect.js';
import { examineReports, type ReportsExam } from './inspect-reports.js';
import { examineKeys } from './key-check.js';
import { isNewEnough } from './local-mongod/mongod-version.js';
import { missingEntries } from './mongo-audit.js';
import { mongoErasures } from './mongo-erasures.js';
import { mongoHolds } from './mongo-holds.js';
import { mongoReports } from './mongo-reports.js';
import { dutyGroupRefused } from './mongo-rosters.js';
import type { StoreOptions } from './open-store.js';
import { mongoQuarantine, quarantined } from './quarantine.js';
import { refuseUnfit } from './refuse-unfit.js';
import { StoreRefusal } from './store-refusal.js';

/** What was found out about a database. `replicaSet` and `keys`: `fit`, or a sentence that says why they don't fit. */
export type StoreExam =
  | Readonly<{ answers: false; code: string }>
  | Readonly<{
      answers: true;
      version: string;
      newEnough: boolean;
      replicaSet: string | 'fit';
      keys: string | 'fit';
      /** Entries missing in the audit trail. */
      unaudited: number;
      /** Sending is held: the database is older than the channel. */
      held: boolean;
      /** Slack's code, if it refused to put whoever is on duty into the user group. */
      dutyGroup?: string;
      /** Documents with which the bot fails each time, though they can be read. */
      failing: readonly string[];
      reports: ReportsExam;
      /** Erased reports of which something is left, and those that the policy keeps no longer. */
      erasure: Readonly<{ unfinished: number; due: number }>;
    }>;

/**
 * Examines the database, and writes one document that it removes again. Never throws: the driver's errors may quote the address
 * with its password.
 */
export async function examineStore(
  { uri, database, ring }: StoreOptions,
  policy: RetentionTerms = {},
  now = new Date(),
): Promise<StoreExam> {
  try {
    const client = createClient(uri);
    try {
      await client.connect();
      const db = unconfirmedDatabaseOf(client, database);
      const version = String((await db.command({ buildInfo: 1 })).version);
      const replicaSet = await refuseUnfit(db).then(() => 'fit', sentence);
      const keys = await examineKeys(db, ring).then(() => 'fit', sentence);
      const newEnough = isNewEnough(version);
      const unaudited = await missingEntries(db);
      const held = (await mongoHolds(db).find()).hold !== undefined;
      return {
        answers: true,
        version,
        newEnough,
        replicaSet,
        keys,
        ...(await documentsOf(db, ring)),
        unaudited,
        held,
        ...defined({ dutyGroup: await dutyGroupRefused(db) }),
        erasure: keys === 'fit' ? await examineErasures(db, ring, policy, now) : { unfinished: 0, due: 0 },
      };
    } finally {
      await client.close();
    }
  } catch (error) {
    return { answers: false, code: failedLookup(error) ?? (error instanceof Error ? error.name : 'unknown') };
  }
}

async function examineErasures(db: Db, ring: Keyring, policy: RetentionTerms, now: Date) {
  const reports = mongoReports(
    db,
    ring,
    mongoQuarantine(db, () => undefined),
  );
  const { erasures } = mongoErasures({ db, ring, reports, forget: async () => undefined });
  const kept = await keptTooLong(erasures, policy, now);
  return { unfinished: (await erasures.unfinished()).length, due: kept.size };
}

async function documentsOf(
  db: Db,
  ring: Keyring,
): Promise<Pick<Extract<StoreExam, { answers: true }>, 'failing' | 'reports'>> {
  const [marks, reports] = await Promise.all([quarantined(db), examineReports(db, ring, new Date())]);
  return { failing: marks.flatMap(({ id, why }) => (why === 'failed' ? [id] : [])), reports };
}

function sentence(error: unknown): string {
  if (error instanceof StoreRefusal) return error.message;
  throw error;
}
