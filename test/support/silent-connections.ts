import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export type SilentConnections = Readonly<{ open(): number; opened(): number; close(): void }>;

/** Opens connections that never say a word. With `again`, each one that is ended is opened anew. */
export async function openSilentConnections(
  count: number,
  { port, from = '127.0.0.1', again = false }: Readonly<{ port: number; from?: string; again?: boolean }>,
): Promise<SilentConnections> {
  const sockets = new Set<Socket>();
  let opened = 0;
  let closed = false;
  const open = (): Socket => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: from });
    opened += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.resume().on('close', () => {
      sockets.delete(socket);
      if (again && !closed) open();
    });
    return socket;
  };
  await Promise.all(Array.from({ length: count }, () => once(open(), 'connect')));
  return {
    open: () => sockets.size,
    opened: () => opened,
    close: () => {
      closed = true;
      for (const socket of sockets) socket.destroy();
    },
  };
}
