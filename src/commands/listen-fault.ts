import { z } from 'zod';
import type { Config } from '../config/read-config.js';

/** Node's error for a server that can't listen. */
const NotListening = z.object({
  code: z.enum(['EADDRINUSE', 'EADDRNOTAVAIL', 'EACCES', 'ENOTFOUND']),
  syscall: z.enum(['listen', 'getaddrinfo']),
  port: z.number().optional(),
});

/** Why the bot can't listen, in a sentence that names the setting. `undefined` for any other error. */
export function listenFault(error: unknown, { slack, ops }: Pick<Config, 'slack' | 'ops'>): string | undefined {
  const { data } = NotListening.safeParse(error);
  if (data === undefined) return undefined;
  const { code, port } = data;
  const host = ops?.host ?? (slack.mode === 'http' ? slack.host : '');
  const setting = ops?.port === port ? 'OPS_PORT' : 'PORT';
  switch (code) {
    case 'EADDRINUSE':
      return `Another program uses port ${port}. Stop it, or set ${setting} to another port.`;
    case 'EACCES':
      return `Only an administrator may use port ${port}. Set ${setting} to 1024 or above.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is not an address of this machine. Set HOST to 127.0.0.1, or to 0.0.0.0 for all its addresses.`;
    default:
      return code satisfies never;
  }
}
