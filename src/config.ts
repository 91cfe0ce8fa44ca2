import { resolve } from 'node:path';
import { ConfigFaults } from './config-fault.js';
import { diskFiles, type Files } from './config-files.js';
import { type KeyRing, keyRingForm, readKeyRing } from './config-keyring.js';
import { defaultPolicyFile, readPolicy } from './config-policy.js';
import { type Rooms, readRooms } from './config-rooms.js';
import { matching, oneOf, readHost, readPort, type Settings, settingsOf } from './config-settings.js';
import { readSlack, type SlackSettings } from './config-slack.js';
import type { Policy } from './deadline/policy.js';

/** Everything the bot is told from outside: environment, policy file and key ring, checked. */
export type Config = Readonly<{
  slack: SlackSettings;
  ops?: Readonly<{ host: string; port: number }>;
  rooms: Rooms;
  /** The id of a user group that makes responders, instead of the membership of the security channel. */
  userGroup?: string;
  /** `local`: the managed mongod under `dataDir`, for the sandbox and for trying. */
  store: Readonly<{ uri: string | 'local'; database: string }>;
  keyring: KeyRing;
  dataDir: string;
  policyFile: string;
  policy: Policy;
  logLevel: LogLevel;
}>;
export type LogLevel = (typeof logLevels)[number];

const logLevels = ['debug', 'info', 'warn', 'error'] as const;

/** Reads the configuration. @throws ConfigFaults with every fault at once: settings, policy file and key ring. */
export function readConfig(env: NodeJS.ProcessEnv, files: Files = diskFiles): Config {
  const settings = settingsOf(env, files);
  const { faults } = settings;
  const host = readHost(settings);
  const slack = readSlack(settings, host);
  const opsPort = readPort(settings, 'OPS_PORT');
  if (slack?.mode === 'http' && opsPort !== undefined && opsPort !== 0 && opsPort === slack.port)
    faults.push({ name: 'OPS_PORT', what: 'is the same as PORT: give health and metrics a port of their own.' });
  const rooms = readRooms(settings);
  const userGroup = settings.read(
    'SECURITY_USERGROUP',
    matching(/^S[A-Z0-9]{2,20}$/),
    () => 'is not the id of a user group: it begins with S, for example S0614TZR7.',
  );
  const store = readStore(settings);
  const keyringFile = settings.require(
    'KEYRING_FILE',
    (path) => path,
    () => '',
    `without keys no report can be sealed. Name a file of mode 600 with ${keyRingForm} in it.`,
  );
  const keyring = keyringFile === undefined ? undefined : readKeyRing(keyringFile, files, 'KEYRING_FILE');
  faults.push(...(keyring?.faults ?? []));
  const logLevel = settings.read(
    'LOG_LEVEL',
    oneOf(logLevels),
    () => `is none of ${logLevels.join(', ')}: use one of them.`,
  );
  const policyFile = settings.find('POLICY_FILE') ?? defaultPolicyFile;
  const policy = policyOrFaults(policyFile, files, settings);
  if (faults.length > 0 || !slack || !rooms || !store || !keyring?.ring || !policy) throw new ConfigFaults(faults);
  return {
    slack,
    ...(opsPort === undefined ? {} : { ops: { host, port: opsPort } }),
    rooms,
    ...(userGroup === undefined ? {} : { userGroup }),
    store,
    keyring: keyring.ring,
    dataDir: resolve(settings.find('DATA_DIR') ?? '.vulndesk'),
    policyFile,
    policy,
    logLevel: logLevel ?? 'info',
  };
}

function readStore(settings: Settings): Config['store'] | undefined {
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
