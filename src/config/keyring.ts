import { z } from 'zod';
import type { ConfigFault } from './config-error.js';
import { type Files, readText } from './files.js';

/** The keys that seal reports, by name: 32 bytes each. `index` names the key of indexes and ids, which rotation never changes. */
export type KeyRing = Readonly<{ active: string; index: string; keys: ReadonlyMap<string, Buffer> }>;

const KeyRingFile = z.strictObject({
  active: z.string(),
  index: z.string().optional(),
  keys: z.record(z.string(), z.string()),
});

/** As an operator writes it. */
export const keyRingForm = '{ "active": "k1", "keys": { "k1": "<base64 of 32 bytes>" } }';

/** Reads a key ring. Faults name keys by their names only: neither the file's text nor a part of it is ever in a sentence. */
export function readKeyRing(path: string, files: Files, setting: string): { ring?: KeyRing; faults: ConfigFault[] } {
  const faults: ConfigFault[] = [];
  const add = (what: string) => faults.push({ name: setting, what });
  const read = readText(files, path, setting);
  if ('fault' in read) return { faults: [read.fault] };
  const mode = files.mode(path);
  // Kubernetes mounts a Secret as root's, readable by the pod's fsGroup (440): then the group is how we read it at all.
  const allowed = files.handedByRoot(path) ? 0o740 : 0o700;
  if ((mode & 0o777 & ~allowed) !== 0)
    add(
      `names ${path}, which others may read (mode ${mode.toString(8)}): only its owner may, so run chmod 600 on it ` +
        '(440 where root hands it over, as a mounted Secret).',
    );
  const file = KeyRingFile.safeParse(parsed(read.text)).data;
  if (file === undefined) {
    add(`names ${path}, which is not a key ring: its form is ${keyRingForm}, and "index" may be added.`);
    return { faults };
  }
  const keys = new Map<string, Buffer>();
  for (const [name, text] of Object.entries(file.keys)) {
    const key = Buffer.from(text, 'base64');
    if (!/^[A-Za-z0-9._-]{1,32}$/.test(name))
      add('has a key whose name is not 1 to 32 letters, digits, dots, dashes or underscores: rename it.');
    else if (key.length !== 32 || key.toString('base64').replace(/=+$/, '') !== text.replace(/=+$/, ''))
      add(`has a key ${name} that is not the base64 of 32 bytes: make one with "openssl rand -base64 32".`);
    else if ([...keys.values()].some((other) => other.equals(key)))
      add(`has a key ${name} that is the same as one before it: each key must be its own.`);
    else keys.set(name, key);
  }
  const index = file.index ?? Object.keys(file.keys)[0] ?? '';
  if (Object.keys(file.keys).length === 0) add(`names ${path}, which holds no key: its form is ${keyRingForm}.`);
  else
    for (const [role, name] of [
      ['active', file.active],
      ['index', index],
    ] as const)
      if (!Object.hasOwn(file.keys, name))
        add(
          `says in "${role}" a name that none of its keys has: write one of ${Object.keys(file.keys).length} names under "keys".`,
        );
  return faults.length > 0 ? { faults } : { ring: { active: file.active, index, keys }, faults };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
