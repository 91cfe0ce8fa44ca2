import { resolve } from 'node:path';
import type { Policy } from '../deadline/policy.js';
import { ConfigFaults } from './config-error.js';
import { diskFiles, type Files } from './files.js';
import { type KeyRing, keyRingForm, readKeyRing } from './keyring.js';
import { defaultPolicyFile, readPolicy } from './policy.js';
import { matching, type Settings, settingsOf } from './settings.js';

/** Where reports are kept, the keys that open them, and the policy they are kept under: all that a verb without Slack needs. */
export type StoreConfig = Readonly<{
  /** `local`: the managed mongod under `dataDir`, for the sandbox and for trying. */
  store: Readonly<{ uri: string | 'local'; database: string }>;
  keyring: KeyRing;
  dataDir: string;
  policyFile: string;
  policy: Policy;
}>;

/** Reads what a verb needs that looks at reports without Slack. @throws ConfigFaults with every fault at once. */
export function readStoreConfig(env: NodeJS.ProcessEnv, files: Files = diskFiles): StoreConfig {
  const settings = settingsOf(env, files);
  const kept = readStoreSettings(settings, files);
  if (kept === undefined || settings.faults.length > 0) throw new ConfigFaults(settings.faults);
  return kept;
}

/** The same from settings that more is read of. `undefined` where there is a fault, which is then among theirs. */
export function readStoreSettings(settings: Settings, files: Files): StoreConfig | undefined {
  const { faults } = settings;
  const store = readStore(settings);
  const keyringFile = settings.require(
    'KEYRING_FILE',
    (path) => path,
    () => '',
    `without keys no report can be sealed. Name a file of mode 600 with ${keyRingForm} in it.`,
  );
  const keyring = keyringFile === undefined ? undefined : readKeyRing(keyringFile, files, 'KEYRING_FILE');
  faults.push(...(keyring?.faults ?? []));
  const policyFile = settings.find('POLICY_FILE') ?? defaultPolicyFile;
  const policy = policyOrFaults(policyFile, files, settings);
  if (!store || !keyring?.ring || !policy) return undefined;
  const dataDir = resolve(settings.find('DATA_DIR') ?? '.vulndesk');
  return { store, keyring: keyring.ring, dataDir, policyFile, policy };
}

function readStore(settings: Settings): StoreConfig['store'] | undefined {
  const uri = settings.require(
    'MONGODB_URI',
    matching(/^(local|mongodb(\+srv)?:\/\/\S+)$/),
    () => 'is not an address of MongoDB: it begins with mongodb:// or mongodb+srv://, or is the word local.',
    'give the address of a MongoDB replica set (mongodb://… or mongodb+srv://…), or the word local to try Vulndesk with a mongod of its own.',
  );
  const database = settings.read(
    'MONGODB_DATABASE',
    matching(/^[A-Za-z0-9_-]{1,38}$/),
    () => 'is not a name for a database: use 1 to 38 letters, digits, dashes and underscores.',
  );
  return uri === undefined ? undefined : { uri, database: database ?? 'vulndesk' };
}

function policyOrFaults(path: string, files: Files, { faults }: Settings): Policy | undefined {
  try {
    return readPolicy(path, files);
  } catch (error) {
    if (!(error instanceof ConfigFaults)) throw error;
    faults.push(...error.faults);
    return undefined;
  }
}
