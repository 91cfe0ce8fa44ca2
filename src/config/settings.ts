import { type ConfigFault, nearest } from './config-error.js';
import { type Files, readText } from './files.js';

/** All settings. Each may also be set as `NAME_FILE`, the path of a file, unless its name ends in `_FILE`. */
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
  'MONGODB_INSECURE',
  'KEYRING_FILE',
  'DATA_DIR',
  'POLICY_FILE',
  'LOG_LEVEL',
] as const;
export type SettingName = (typeof settingNames)[number];

/** Without these the bot still starts, but for other people or in other places: so a misspelt one is a fault. */
const neverSilentlyMissed: readonly SettingName[] = ['SECURITY_USERGROUP', 'INTAKE_CHANNELS', 'ANNOUNCE_CHANNEL'];

/**
 * Reads settings, and collects all faults in `faults`. No fault repeats a value: a token in the wrong setting must not reach a
 * log.
 */
export type Settings = Readonly<{
  faults: ConfigFault[];
  /** The trimmed value. `undefined` when it is not set or empty. */
  find(name: SettingName): string | undefined;
  /** The value read by `read`. When that gives `undefined`, `wrong` makes the fault. */
  read<T>(name: SettingName, read: (value: string) => T | undefined, wrong: (value: string) => string): T | undefined;
  /** The same, and a fault when it is not set: `missing` completes the sentence "… is missing: ". */
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
      faults.push({ name, what: `is set, and so is ${name}_FILE: keep one of them.` });
      return undefined;
    }
    const read = readText(files, path, `${name}_FILE`);
    if ('text' in read && read.text.trim() !== '') return read.text.trim();
    unreadable.add(name);
    faults.push(
      'fault' in read
        ? read.fault
        : { name: `${name}_FILE`, what: `points to ${path}, which is empty: put the value into it.` },
    );
    return undefined;
  };
  const read: Settings['read'] = (name, readValue, wrong) => {
    const value = find(name);
    if (value === undefined) {
      const near = neverSilentlyMissed.includes(name) && !unreadable.has(name) ? nearIn(name, env) : undefined;
      if (near !== undefined)
        faults.push({ name, what: `is not set, but ${near} is: correct the name, or remove it.` });
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
  return near === undefined ? '' : ` (did you mean ${near}, which is set?)`;
}

/** A variable that is set under an unknown name, and was probably meant to be this one. */
function nearIn(name: SettingName, env: NodeJS.ProcessEnv): string | undefined {
  const known: readonly string[] = settingNames.flatMap((one) => [one, `${one}_FILE`]);
  const set = Object.keys(env).filter((other) => !known.includes(other) && env[other]?.trim() !== '');
  return set.find((other) => nearest(other, [name, `${name}_FILE`]) !== undefined);
}

/** The address to listen on. By default only this machine can connect. */
export function readHost(settings: Settings): string {
  const wrong = () => 'is not an address to listen on: use 127.0.0.1 for this machine only, or 0.0.0.0 for all.';
  return settings.read('HOST', matching(/^[A-Za-z0-9.:-]{1,253}$/), wrong) ?? '127.0.0.1';
}

export function readPort(settings: Settings, name: SettingName): number | undefined {
  return settings.read(
    name,
    (value) => (/^\d{1,5}$/.test(value) && Number(value) <= 65535 ? Number(value) : undefined),
    () => 'is not a port: use a number from 1 to 65535, or 0 for any free port.',
  );
}

/** The value, if it has the form. */
export const matching =
  (form: RegExp) =>
  (value: string): string | undefined =>
    form.test(value) ? value : undefined;

/** The value, if it is a known one. */
export const oneOf =
  <T extends string>(known: readonly T[]) =>
  (value: string): T | undefined =>
    known.find((one) => one === value);
