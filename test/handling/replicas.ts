import { randomBytes } from 'node:crypto';
import { createHandle, type Handle, type HandleDeps } from '../../src/handling/handle.js';
import type { Reports } from '../../src/handling/ports.js';
import { createSubmit, type Submission } from '../../src/handling/submit-report.js';
import type { TrackedReport } from '../../src/handling/tracked-report.js';
import type { Keyring } from '../../src/keys/keyring.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { tuesday } from '../report/situations.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { type MovingClock, movingClock } from '../support/moving-clock.js';
import { policy } from './situations.js';

/** One of several programs at work on the same database. */
export type Replica = Readonly<{
  store: Store;
  handle: Handle;
  /** Files a report, and reads what was stored. */
  submit(submission: Submission): Promise<TrackedReport>;
  /** How often it reported that something was saved. */
  saves(): number;
  /** Names of the commands sent to the database since the last asking. */
  commands(): readonly string[];
}>;

export type Replicas = Readonly<{
  clock: MovingClock;
  database: FreshDatabase;
  replica(): Promise<Replica>;
  stop(): Promise<void>;
}>;

export async function openReplicas(): Promise<Replicas> {
  const database = await freshDatabase('handling');
  const ring: Keyring = { active: 'k1', index: 'k1', keys: new Map([['k1', randomBytes(32)]]) };
  const clock = movingClock(tuesday);
  const stores: Store[] = [];
  return {
    clock,
    database,
    replica: async () => {
      let commands: string[] = [];
      let saves = 0;
      const { uri, database: name } = database;
      const store = await openStore({ uri, database: name, ring, onCommand: (command) => commands.push(command) });
      stores.push(store);
      const parts = partsWith(store.reports, clock, () => {
        saves += 1;
      });
      const submit = createSubmit({ ...parts, current: { known: () => policy } });
      return {
        store,
        handle: createHandle(parts),
        submit: async (submission) => {
          const stored = await store.reports.find(await submit(submission, ({ report }) => report.id));
          if (stored === undefined) throw new Error('it was not stored');
          return stored;
        },
        saves: () => saves,
        commands: () => {
          const sent = commands;
          commands = [];
          return sent;
        },
      };
    },
    stop: async () => {
      await Promise.all(stores.map((store) => store.close()));
      await database.drop();
    },
  };
}

export function partsWith(reports: Reports, clock: MovingClock, saved: () => void = () => undefined): HandleDeps {
  return { reports, policy, clock: clock.now, saved };
}
