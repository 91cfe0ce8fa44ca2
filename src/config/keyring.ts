import { z } from 'zod';
import type { Keyring } from '../keys/keyring.js';
import type { ConfigFault } from './config-error.js';
import { type Files, readText } from './files.js';

const KeyringFile = z.strictObject({
  active: z.string(),
  index: z.string().optional(),
  keys: z.record(z.string(), z.string()),
});

/** As an operator writes it. */
export const keyringForm = '{ "active": "k1", "keys": { "k1": "<base64 of 32 bytes>" } }';

/** Of 32 random bytes about 30 differ. Fewer than this come from a hand, a placeholder, or a broken generator. */
const fewestValues = 16;

/** Reads a key ring. A fault gives the name of a key, never anything else from the file. */
export function readKeyring(path: string, files: Files, setting: string): { ring?: Keyring; faults: ConfigFault[] } {
  const faults: ConfigFault[] = [];
  const add = (what: string) => faults.push({ name: setting, what });
  const read = readText(files, path, setting);
  if ('fault' in read) return { faults: [read.fault] };
  const mode = files.mode(path);
  // Kubernetes mounts a Secret owned by root and readable by the pod's fsGroup (440): we read it through the group.
  const allowed = files.handedByRoot(path) ? 0o740 : 0o700;
  if ((mode & 0o777 & ~allowed) !== 0)
    add(
      `points to ${path}, which other users may read (mode ${mode.toString(8)}): run chmod 600 on it ` +
        '(440 if root owns it, as with a mounted Secret).',
    );
  const file = KeyringFile.safeParse(parsed(read.text)).data;
  if (file === undefined) {
    add(`points to ${path}, which is not a key ring: use the form ${keyringForm}. "index" is optional.`);
    return { faults };
  }
  const keys = new Map<string, Buffer>();
  for (const [name, text] of Object.entries(file.keys)) {
    const key = Buffer.from(text, 'base64');
    if (!/^[A-Za-z0-9._-]{1,32}$/.test(name))
      add('has a key with an invalid name: use 1 to 32 letters, digits, dots, dashes or underscores.');
    else if (key.length !== 32 || key.toString('base64').replace(/=+$/, '') !== text.replace(/=+$/, ''))
      add(`has a key ${name} that is not 32 bytes in base64: make one with "openssl rand -base64 32".`);
    else if (new Set(key).size < fewestValues)
      add(`has a key ${name} that is not random: make one with "openssl rand -base64 32".`);
    else if ([...keys.values()].some((other) => other.equals(key)))
      add(`has a key ${name} that repeats an earlier key: make a new one.`);
    else keys.set(name, key);
  }
  const index = file.index ?? Object.keys(file.keys)[0] ?? '';
  if (Object.keys(file.keys).length === 0) add(`points to ${path}, which has no key: use the form ${keyringForm}.`);
  else
    for (const [role, name] of [
      ['active', file.active],
      ['index', index],
    ] as const)
      if (!Object.hasOwn(file.keys, name)) add(`has an unknown name in "${role}": use one of the names under "keys".`);
  return faults.length > 0 ? { faults } : { ring: { active: file.active, index, keys }, faults };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
