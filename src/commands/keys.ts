import { readStoreConfig } from '../config/store-config.js';
import { ringFingerprint } from '../keys/fingerprint.js';
import { noteByOperator } from './audit-operator.js';
import { type Consent, confirmed } from './confirmed.js';
import type { ExitCode, Terminal } from './terminal.js';
import { withStore } from './with-store.js';

/** Prints the fingerprint of the ring, and how many documents each key seals. Ends with 1 if a retired key seals any. */
export async function keysStatus({ json }: { json?: boolean }, terminal: Terminal): Promise<ExitCode> {
  const config = readStoreConfig(terminal.env, terminal.files);
  const uses = await withStore(config, terminal, ({ keys }) => keys.uses());
  const ring = ringFingerprint(config.keyring);
  if (json) terminal.out(JSON.stringify({ ring, keys: uses }));
  else {
    const rows = uses.map(({ name, fingerprint = 'not in the ring', active, index, retired, documents }) => {
      const roles = [active && 'active', index && 'makes ids', retired && 'retired'].filter((role) => role !== false);
      return `${name.padEnd(10)}  ${fingerprint}  ${String(documents).padStart(8)}  ${roles.join(', ')}`.trimEnd();
    });
    terminal.out([`Key ring ${ring}`, ...rows].join('\n'));
  }
  return uses.some(({ retired, documents }) => retired && documents > 0) ? 1 : 0;
}

/** How often progress is printed, in milliseconds. */
const progressMs = 1000;

/** Seals everything anew under the active key. Ends with 1 if something stays under another key. */
export async function keysRotate(terminal: Terminal): Promise<ExitCode> {
  const { out, err, clock } = terminal;
  const config = readStoreConfig(terminal.env, terminal.files);
  const { active } = config.keyring;
  const { resealed, left } = await withStore(config, terminal, async ({ keys, audit }) => {
    await noteByOperator(audit, { at: clock(), deed: 'administered', what: `keys rotate to ${active}` });
    let printedAt = 0;
    return await keys.rotate((done, of) => {
      const now = performance.now();
      if (done < of && now - printedAt < progressMs) return;
      printedAt = now;
      err(`${bar(done, of)} ${done} of ${of}`);
    });
  });
  out(`${resealed} sealed under "${active}".`);
  if (left.length === 0) return 0;
  const some = left.slice(0, 5).join(', ');
  err(`${left.length} can't be opened and keep their key: ${some}. Run doctor, then run this again.`);
  return 1;
}

/** Marks a key as retired: from the next start on it opens nothing. @throws BadInput, CannotRun while it seals something */
export async function keysRetire(name: string, consent: Consent, terminal: Terminal): Promise<ExitCode> {
  const config = readStoreConfig(terminal.env, terminal.files);
  const what = `Once "${name}" is retired, nothing that is sealed under it can be opened again with this database.`;
  const reason = await confirmed(consent, terminal, { what, object: name });
  await withStore(config, terminal, async ({ keys, audit }) => {
    await noteByOperator(audit, { at: terminal.clock(), deed: 'administered', what: `keys retire ${name}`, reason });
    await keys.retire(name);
  });
  const next =
    name === config.keyring.index
      ? 'Keep it in the key ring: it makes ids and indexes, and opens nothing.'
      : 'Take it out of the key ring.';
  terminal.out(`"${name}" is retired. ${next} Restart every replica.`);
  return 0;
}

function bar(done: number, of: number): string {
  const full = Math.round((20 * done) / of);
  return `[${'#'.repeat(full)}${'.'.repeat(20 - full)}]`;
}
