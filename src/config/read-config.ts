import { defined } from '../report/defined.js';
import { type ChannelSettings, readChannels } from './channel-settings.js';
import { ConfigFaults } from './config-error.js';
import { diskFiles, type Files } from './files.js';
import { matching, oneOf, readHost, readPort, settingsOf } from './settings.js';
import { readSlack, type SlackSettings } from './slack-settings.js';
import { readStoreSettings, type StoreConfig } from './store-config.js';

/** The checked configuration: environment, policy file and key ring. */
export type Config = Readonly<{
  slack: SlackSettings;
  ops?: Readonly<{ host: string; port: number }>;
  channels: ChannelSettings;
  /** The id of a user group. Of the members of the security channel only those in it are responders. */
  userGroup?: string;
  logLevel: LogLevel;
}> &
  StoreConfig;
export type LogLevel = (typeof logLevels)[number];

const logLevels = ['debug', 'info', 'warn', 'error'] as const;

/** Reads the configuration. @throws ConfigFaults with all faults of settings, policy file and key ring. */
export function readConfig(env: NodeJS.ProcessEnv, files: Files = diskFiles): Config {
  const settings = settingsOf(env, files);
  const { faults } = settings;
  const host = readHost(settings);
  const slack = readSlack(settings, host);
  const opsPort = readPort(settings, 'OPS_PORT');
  if (slack?.mode === 'http' && opsPort !== undefined && opsPort !== 0 && opsPort === slack.port)
    faults.push({ name: 'OPS_PORT', what: 'is the same as PORT: use another port for health checks.' });
  const channels = readChannels(settings);
  const userGroup = settings.read(
    'SECURITY_USERGROUP',
    matching(/^S[A-Z0-9]{2,20}$/),
    () => 'is not a user group id: use one such as S0614TZR7.',
  );
  const logLevel = settings.read(
    'LOG_LEVEL',
    oneOf(logLevels),
    () => `is not a log level: use one of ${logLevels.join(', ')}.`,
  );
  const store = readStoreSettings(settings, files);
  if (faults.length > 0 || !slack || !channels || !store) throw new ConfigFaults(faults);
  return {
    slack,
    ...(opsPort === undefined ? {} : { ops: { host, port: opsPort } }),
    channels,
    ...defined({ userGroup }),
    ...store,
    logLevel: logLevel ?? 'info',
  };
}
