import type { StoreConfig } from '../config/store-config.js';
import { isDriverError } from '../handling/store-errors.js';
import type { Store } from '../store/open-store.js';
import { CannotRun, type Terminal } from './terminal.js';

/**
 * Opens the database, calls `look`, and closes it. With MONGODB_URI=local it also runs the local mongod, so the bot must not be
 * running then. Progress goes to stderr.
 * @throws CannotRun with a sentence for the operator
 */
export async function withStore<T>(
  { store, keyring, dataDir }: StoreConfig,
  { err }: Terminal,
  look: (store: Store) => Promise<T>,
): Promise<T> {
  // Loaded here, so that the other commands need no database packages.
  const [{ openStore }, { StoreRefusal }] = await Promise.all([
    import('../store/open-store.js'),
    import('../store/store-refusal.js'),
  ]);
  const mongod = store.uri === 'local' ? await startMongod(dataDir, err) : undefined;
  try {
    const { database } = store;
    const opened = await openStore({ uri: mongod?.uri ?? store.uri, database, ring: keyring });
    try {
      return await look(opened);
    } catch (error) {
      if (isDriverError(error)) throw new CannotRun(notCertain);
      throw error;
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

const notCertain =
  'MongoDB gave no clear answer, so it is not certain whether this was done. See with doctor whether MongoDB answers, then run this again: nothing is done twice.';

/** Its errors are about this machine: they can't contain report text. */
async function startMongod(dataDir: string, onProgress: (line: string) => void) {
  const { startLocalMongod } = await import('../store/local-mongod/local-mongod.js');
  try {
    return await startLocalMongod({ dataDir, onProgress });
  } catch (error) {
    throw new CannotRun(error instanceof Error ? error.message : String(error));
  }
}
