import type { StoreConfig } from '../config/store-config.js';
import type { Reports } from '../handling/ports.js';
import { CannotRun, type Terminal } from './terminal.js';

/**
 * Opens the database, lets `look` look, and closes it again: with MONGODB_URI=local also the mongod of this machine, which the
 * bot must not be running then. Progress goes where faults go.
 * @throws CannotRun with a sentence for whoever asked
 */
export async function openReports<T>(
  { store, keyring, dataDir }: StoreConfig,
  { err }: Terminal,
  look: (reports: Reports) => Promise<T>,
): Promise<T> {
  // Loaded here, so that the other verbs need no database's packages.
  const [{ openStore }, { StoreRefusal }] = await Promise.all([
    import('../store/open-store.js'),
    import('../store/store-refusal.js'),
  ]);
  const mongod = store.uri === 'local' ? await startMongod(dataDir, err) : undefined;
  try {
    const { database } = store;
    const opened = await openStore({ uri: mongod?.uri ?? store.uri, database, ring: keyring });
    try {
      return await look(opened.reports);
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (error instanceof StoreRefusal) throw new CannotRun(error.message);
    throw error;
  } finally {
    await mongod?.stop();
  }
}

/** What it throws is a sentence about the machine: nothing of a report is known yet. */
async function startMongod(dataDir: string, tell: (line: string) => void) {
  const { startLocalMongod } = await import('../store/local-mongod/local-mongod.js');
  try {
    return await startLocalMongod({ dataDir, tell });
  } catch (error) {
    throw new CannotRun(error instanceof Error ? error.message : String(error));
  }
}
