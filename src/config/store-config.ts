import { resolve } from 'node:path';
import type { Policy } from '../deadline/policy.js';
import type { Keyring } from '../keys/keyring.js';
import { ConfigFaults } from './config-error.js';
import { diskFiles, type Files } from './files.js';
import { keyringForm, readKeyring } from './keyring.js';
import { type MongodbLink, type MongodbUri, readMongodbUri } from './mongodb-uri.js';
import { defaultPolicyFile, readPolicy } from './policy.js';
import { matching, oneOf, type Settings, settingsOf } from './settings.js';

/** The database, the keys and the policy: all that a command without Slack needs. */
export type StoreConfig = Readonly<{
  /** `local`: a mongod that Vulndesk runs itself under `dataDir`, for the sandbox and for trials. */
  store: Readonly<{ uri: string | 'local'; database: string; link: MongodbLink }>;
  keyring: Keyring;
  dataDir: string;
  policyFile: string;
  policy: Policy;
}>;

/** Reads what a command without Slack needs. @throws ConfigFaults with all faults. */
export function readStoreConfig(env: NodeJS.ProcessEnv, files: Files = diskFiles): StoreConfig {
  const settings = settingsOf(env, files);
  const config = readStoreSettings(settings, files);
  if (config === undefined || settings.faults.length > 0) throw new ConfigFaults(settings.faults);
  return config;
}

/** The same, as a part of all settings. `undefined` when there are faults; they are added to those of `settings`. */
export function readStoreSettings(settings: Settings, files: Files): StoreConfig | undefined {
  const { faults } = settings;
  const store = readStore(settings);
  const keyringFile = settings.require(
    'KEYRING_FILE',
    (path) => path,
    () => '',
    `reports are sealed with these keys. Set it to a file of mode 600 that contains ${keyringForm}.`,
  );
  const keyring = keyringFile === undefined ? undefined : readKeyring(keyringFile, files, 'KEYRING_FILE');
  faults.push(...(keyring?.faults ?? []));
  const policyFile = settings.find('POLICY_FILE') ?? defaultPolicyFile;
  const policy = policyOrFaults(policyFile, files, settings);
  if (!store || !keyring?.ring || !policy) return undefined;
  const dataDir = resolve(settings.find('DATA_DIR') ?? '.vulndesk');
  return { store, keyring: keyring.ring, dataDir, policyFile, policy };
}

/** The mongod that Vulndesk runs itself. */
const local: MongodbUri = { link: { network: false, lacks: [] }, faults: [] };

function readStore(settings: Settings): StoreConfig['store'] | undefined {
  const uri = settings.require(
    'MONGODB_URI',
    matching(/^(local|mongodb(\+srv)?:\/\/\S+)$/),
    () => 'is not a MongoDB address: use mongodb://…, mongodb+srv://…, or local for a trial.',
    'set it to the address of a MongoDB replica set (mongodb://… or mongodb+srv://…). For a trial, set it to local.',
  );
  const database = settings.read(
    'MONGODB_DATABASE',
    matching(/^[A-Za-z0-9_-]{1,38}$/),
    () => 'is not a database name: use 1 to 38 letters, digits, dashes and underscores.',
  );
  const accepted = settings.read(
    'MONGODB_INSECURE',
    oneOf(['accepted']),
    () => 'is not known: set it to accepted, or not at all.',
  );
  if (uri === undefined) return undefined;
  const { link, faults } = uri === 'local' ? local : readMongodbUri(uri);
  settings.faults.push(...faults.map((what) => ({ name: 'MONGODB_URI', what })));
  if (link.lacks.length > 0 && accepted === undefined)
    settings.faults.push({
      name: 'MONGODB_URI',
      what:
        `reaches MongoDB across a network without ${link.lacks.join(' and without ')}. Use TLS (tls=true) and a user. ` +
        'If you trust that network, set MONGODB_INSECURE to accepted.',
    });
  return { uri, database: database ?? 'vulndesk', link };
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
