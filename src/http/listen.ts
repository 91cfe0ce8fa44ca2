import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** Milliseconds for the headers to come, also on a connection that says nothing at all. */
const headersTimeout = 800;
/** Milliseconds between two looks at that time. */
const lookMs = 100;
/** Milliseconds for a whole request. Whoever reads a body may have less patience. */
const requestMs = 6000;
/** Connections at once that have shown nothing to trust. Each holds a body at most: half of a replica's memory in all. */
const mostWaiting = 512;
/** The same for one address. Behind a proxy all connections have one, so this is far more than Slack ever needs. */
const mostOfOneAddress = 256;

export type Listening = Readonly<{
  port: number;
  /** Takes nothing new, and gives open requests `graceMs` milliseconds to end. */
  stop(graceMs: number): Promise<void>;
}>;

/** `trusted` is called once a request has proved where it comes from: its connection then stays until it is answered. */
export type Respond = (request: IncomingMessage, response: ServerResponse, trusted: () => void) => void;

/**
 * An HTTP server that stays reachable. Where there are too many connections, the one that has waited longest makes room for
 * the new one. Refusing the new one instead would let a few hundred silent connections keep everybody out. `headersMs`: 6000 at most.
 */
export async function listen(
  host: string,
  port: number,
  respond: Respond,
  headersMs = headersTimeout,
): Promise<Listening> {
  /** Connections that have shown nothing to trust, the oldest first, with their addresses. */
  const waiting = new Map<Socket, string>();
  const wait = (socket: Socket) => waiting.set(socket, socket.remoteAddress ?? '');
  let stopping = false;
  const bounds = { headersTimeout: headersMs, requestTimeout: requestMs, connectionsCheckingInterval: lookMs };
  const server = createServer(bounds, (request, response) => {
    const { socket } = request;
    response.once('close', () => {
      if (!socket.destroyed) wait(socket);
      // Closing a server ends what is idle just then; what becomes idle later would hold it open.
      if (stopping) setImmediate(() => server.closeIdleConnections());
    });
    respond(request, response, () => waiting.delete(socket));
  });
  server.on('connection', (socket) => {
    wait(socket);
    socket.once('close', () => waiting.delete(socket));
    const inTheWay = oldestOfTooMany(waiting);
    if (inTheWay === undefined) return;
    waiting.delete(inTheWay);
    inTheWay.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: async (graceMs) => {
      stopping = true;
      const late = setTimeout(() => server.closeAllConnections(), graceMs);
      await new Promise<void>((resolve) => server.close(() => resolve()));
      clearTimeout(late);
    },
  };
}

/** When an address, or all of them, have too many connections: the oldest one of the address that has most. */
function oldestOfTooMany(waiting: ReadonlyMap<Socket, string>): Socket | undefined {
  const counts = new Map<string, number>();
  for (const address of waiting.values()) counts.set(address, (counts.get(address) ?? 0) + 1);
  const most = Math.max(...counts.values());
  if (waiting.size <= mostWaiting && most <= mostOfOneAddress) return undefined;
  for (const [socket, address] of waiting) if (counts.get(address) === most) return socket;
  return undefined;
}
