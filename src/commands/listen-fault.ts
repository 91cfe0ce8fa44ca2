import { z } from 'zod';
import type { Config } from '../config/read-config.js';

/** What Node says of a server that cannot listen. */
const NotListening = z.object({
  code: z.enum(['EADDRINUSE', 'EADDRNOTAVAIL', 'EACCES', 'ENOTFOUND']),
  syscall: z.enum(['listen', 'getaddrinfo']),
  port: z.number().optional(),
});

/** Why the bot cannot listen where it was told to, in a sentence that names the setting; `undefined` for any other error. */
export function listenFault(error: unknown, { slack, ops }: Pick<Config, 'slack' | 'ops'>): string | undefined {
  const { data } = NotListening.safeParse(error);
  if (data === undefined) return undefined;
  const { code, port } = data;
  const host = ops?.host ?? (slack.mode === 'http' ? slack.host : '');
  const setting = ops?.port === port ? 'OPS_PORT' : 'PORT';
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port}, which ${setting} names, is taken by another program: end that one, or name another port.`;
    case 'EACCES':
      return `Port ${port}, which ${setting} names, may be used by an administrator alone: name one from 1024 on.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host}, which HOST names, is no address of this machine: name 127.0.0.1, or 0.0.0.0 for all it has.`;
    default:
      return code satisfies never;
  }
}
