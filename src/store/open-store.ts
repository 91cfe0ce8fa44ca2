import { type Db, type MongoClient, MongoError } from 'mongodb';
import type { AuditTrail } from '../handling/audit.js';
import type { Erasures, SentMessages } from '../handling/erasure.js';
import { failedLookup } from '../handling/failed-lookup.js';
import type { StoreFigures } from '../handling/metrics.js';
import type { Homes, IntakeMessages, Languages, People, RateLimiter, Reports, Rosters } from '../handling/ports.js';
import type { Holds } from '../handling/restore-hold.js';
import type { Keyring } from '../keys/keyring.js';
import { createClient, databaseOf, type OnCommand } from './connect.js';
import { makeIndexes } from './indexes.js';
import { checkKeys, refuseMissingKeys, withoutRetired } from './key-check.js';
import { type StoredKeys, storedKeys } from './key-rotation.js';
import { keyedIds } from './keyed-ids.js';
import { isNewEnough } from './local-mongod/mongod-version.js';
import { mongoAudit } from './mongo-audit.js';
import { mongoErasures } from './mongo-erasures.js';
import { mongoFigures } from './mongo-figures.js';
import { mongoHolds } from './mongo-holds.js';
import { mongoHomes } from './mongo-homes.js';
import { mongoIntakeMessages } from './mongo-intake-messages.js';
import { mongoLanguages } from './mongo-languages.js';
import { mongoPeople } from './mongo-people.js';
import { mongoRateLimits } from './mongo-rate-limits.js';
import { mongoReports } from './mongo-reports.js';
import { mongoRosters } from './mongo-rosters.js';
import { mongoQuarantine, type OnSetAside } from './quarantine.js';
import { refuseUnfit } from './refuse-unfit.js';
import { StoreRefusal } from './store-refusal.js';
import { tryWrite } from './try-write.js';

export type Store = Readonly<{
  reports: Reports;
  people: People;
  intakeMessages: IntakeMessages;
  homes: Homes;
  rateLimits: RateLimiter;
  languages: Languages;
  rosters: Rosters;
  /** For the metrics. What takes counting is up to half a minute old. */
  figures(now: Date): Promise<StoreFigures>;
  audit: AuditTrail;
  keys: StoredKeys;
  holds: Holds;
  erasures: Erasures;
  sent: SentMessages;
  /** Resolves when the database answers and the ring has every key it uses. @throws StoreRefusal, MongoError */
  ping(): Promise<void>;
  /** Resolves when a majority confirms a write within two seconds. @throws MongoError */
  tryWrite(): Promise<void>;
  close(): Promise<void>;
}>;

export type StoreOptions = Readonly<{
  uri: string;
  database: string;
  ring: Keyring;
  onCommand?: OnCommand;
  /** Called when a document that fails is set aside so that the others go on. */
  onSetAside?: OnSetAside;
}>;

/**
 * Connects, creates the indexes, and checks that the key ring fits.
 * @throws StoreRefusal when the database does not answer, is no replica set, is too old, or was used with other keys.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { uri, database, ring: allKeys, onCommand, onSetAside = () => undefined } = options;
  const client = clientFor(uri, onCommand);
  try {
    await client.connect();
    const db = databaseOf(client, database);
    await refuseUnfit(db);
    await refuseOld(db);
    await makeIndexes(db);
    const ring = await withoutRetired(db, allKeys);
    await checkKeys(db, ring);
    const ids = keyedIds(ring);
    const quarantine = mongoQuarantine(db, onSetAside);
    const reports = mongoReports(db, ring, quarantine);
    const audit = mongoAudit(db, ring);
    const rosters = mongoRosters(db, ring, ids);
    const { erasures, sent, reseal } = mongoErasures({ db, ring, reports, forget: audit.forget });
    return {
      reports,
      people: mongoPeople(db, ring, quarantine),
      intakeMessages: mongoIntakeMessages(db),
      homes: mongoHomes(db),
      rateLimits: mongoRateLimits(db, ids),
      languages: mongoLanguages(db, ids),
      rosters,
      figures: mongoFigures(db, ring),
      audit,
      holds: mongoHolds(db),
      erasures,
      sent,
      keys: storedKeys(db, ring, { reports: reports.reseal, audit: audit.reseal, desk: rosters.reseal, sent: reseal }),
      ping: async () => {
        await db.command({ ping: 1 });
        await refuseMissingKeys(db, ring);
      },
      tryWrite: () => tryWrite(db),
      close: () => client.close(),
    };
  } catch (error) {
    await client.close();
    const lookup = failedLookup(error);
    if (lookup !== undefined)
      throw new StoreRefusal(
        `The name of the host in MONGODB_URI is not found (${lookup}). Check it, and the DNS of this machine.`,
        {
          cause: error,
        },
      );
    if (!(error instanceof MongoError)) throw error;
    // The driver's own message may quote the address with its password.
    throw new StoreRefusal(
      `The database "${database}" can't be used (${error.name}). Check that MONGODB_URI names a running replica set of ` +
        'MongoDB 6.0 or later. Its user must be allowed to read and write there.',
      { cause: error },
    );
  }
}

function clientFor(uri: string, onCommand?: OnCommand): MongoClient {
  try {
    return createClient(uri, onCommand);
  } catch {
    throw new StoreRefusal(
      'MONGODB_URI is not a MongoDB address. Use mongodb://HOST:PORT/?replicaSet=NAME or mongodb+srv://HOST/.',
    );
  }
}

async function refuseOld(db: Db): Promise<void> {
  const { version } = await db.command({ buildInfo: 1 });
  if (isNewEnough(String(version))) return;
  throw new StoreRefusal(
    `The MongoDB in MONGODB_URI is version ${version}. Use 6.0 or later: older versions are untested.`,
  );
}
