import { type ConfigFault, nearest } from './config-error.js';
import { type Files, readText } from './files.js';

/** The names that mean something. Those that do not end in `_FILE` may also be given as `NAME_FILE`, the path of a file. */
export const settingNames = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_MODE',
  'SLACK_API_URL',
  'HOST',
  'PORT',
  'OPS_PORT',
  'SECURITY_CHANNEL',
  'INTAKE_CHANNELS',
  'ANNOUNCE_CHANNEL',
  'SECURITY_USERGROUP',
  'MONGODB_URI',
  'MONGODB_DATABASE',
  'KEYRING_FILE',
  'DATA_DIR',
  'POLICY_FILE',
  'LOG_LEVEL',
] as const;
export type SettingName = (typeof settingNames)[number];

/** Without these the bot runs as well, but for other people or in other places: one that is misspelt is told of. */
const neverSilentlyMissed: readonly SettingName[] = ['SECURITY_USERGROUP', 'INTAKE_CHANNELS', 'ANNOUNCE_CHANNEL'];

/**
 * Settings as they are asked for. What is wrong is kept in `faults`, so that asking never stops at the first. No sentence
 * repeats a value: a token pasted into the wrong setting must not reach a log.
 */
export type Settings = Readonly<{
  faults: ConfigFault[];
  /** The value without white space at its ends; `undefined` when not set or empty. */
  find(name: SettingName): string | undefined;
  /** The value read by `read`, or the fault that `wrong` tells when it gives `undefined`. */
  read<T>(name: SettingName, read: (value: string) => T | undefined, wrong: (value: string) => string): T | undefined;
  /** The same, and a fault when it is not set. `missing` ends the sentence "… is missing". */
  require<T>(
    name: SettingName,
    read: (value: string) => T | undefined,
    wrong: (value: string) => string,
    missing: string,
  ): T | undefined;
}>;

export function settingsOf(env: NodeJS.ProcessEnv, files: Files): Settings {
  const faults: ConfigFault[] = [];
  const unreadable = new Set<SettingName>();
  const find = (name: SettingName): string | undefined => {
    const direct = env[name]?.trim() ?? '';
    const path = name.endsWith('_FILE') ? '' : (env[`${name}_FILE`]?.trim() ?? '');
    if (path === '') return direct === '' ? undefined : direct;
    if (unreadable.has(name)) return undefined;
    if (direct !== '') {
      unreadable.add(name);
      faults.push({ name, what: `is set, and ${name}_FILE too: keep one of the two.` });
      return undefined;
    }
    const read = readText(files, path, `${name}_FILE`);
    if ('text' in read && read.text.trim() !== '') return read.text.trim();
    unreadable.add(name);
    faults.push(
      'fault' in read
        ? read.fault
        : { name: `${name}_FILE`, what: `names the file ${path}, which is empty: put the value into it.` },
    );
    return undefined;
  };
  const read: Settings['read'] = (name, readValue, wrong) => {
    const value = find(name);
    if (value === undefined) {
      const near = neverSilentlyMissed.includes(name) && !unreadable.has(name) ? nearIn(name, env) : undefined;
      if (near !== undefined)
        faults.push({ name, what: `is not set, but ${near} is: give it its right name, or take it out.` });
      return undefined;
    }
    const good = readValue(value);
    if (good === undefined) faults.push({ name, what: wrong(value) });
    return good;
  };
  const require: Settings['require'] = (name, readValue, wrong, missing) => {
    if (find(name) === undefined && !unreadable.has(name))
      faults.push({ name, what: `is missing${misspelt(name, env)}: ${missing}` });
    return read(name, readValue, wrong);
  };
  return { faults, find, read, require };
}

function misspelt(name: SettingName, env: NodeJS.ProcessEnv): string {
  const near = nearIn(name, env);
  return near === undefined ? '' : ` (${near} is set: was it meant?)`;
}

/** What is set and means nothing, and was probably meant to be this name. */
function nearIn(name: SettingName, env: NodeJS.ProcessEnv): string | undefined {
  const known: readonly string[] = settingNames.flatMap((one) => [one, `${one}_FILE`]);
  const set = Object.keys(env).filter((other) => !known.includes(other) && env[other]?.trim() !== '');
  return set.find((other) => nearest(other, [name, `${name}_FILE`]) !== undefined);
}

/** The address to listen on: this machine alone unless something else is asked for. */
export function readHost(settings: Settings): string {
  const wrong = () =>
    'is not an address to listen on: give one such as 127.0.0.1 (this machine only) or 0.0.0.0 (all).';
  return settings.read('HOST', matching(/^[A-Za-z0-9.:-]{1,253}$/), wrong) ?? '127.0.0.1';
}

export function readPort(settings: Settings, name: SettingName): number | undefined {
  return settings.read(
    name,
    (value) => (/^\d{1,5}$/.test(value) && Number(value) <= 65535 ? Number(value) : undefined),
    () => 'is not a port: give a whole number from 1 to 65535 (0 picks a free one).',
  );
}

/** The value if it has the form. */
export const matching =
  (form: RegExp) =>
  (value: string): string | undefined =>
    form.test(value) ? value : undefined;

/** The value if it is one of the known ones. */
export const oneOf =
  <T extends string>(known: readonly T[]) =>
  (value: string): T | undefined =>
    known.find((one) => one === value);
