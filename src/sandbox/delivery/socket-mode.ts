import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { answerTime, type Delivery, type DeliveryResult } from './deliver.js';
import { emptyAsNothing, envelopeOf, readAck } from './socket-envelope.js';

/** Slack pings its connections. A client gives one up after 30 s without a ping. */
const pingEvery = 10_000;
/** Slack allows this many open connections. */
const mostOpen = 10;
/** A connection that was told to disconnect is closed after this many real milliseconds. */
const closesAfter = 3000;

/** Why a connection is told to disconnect. After a `warning` it still gets deliveries; after the others it gets none. */
export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled';

export type SocketMode = Readonly<{
  /** The path of one new connection, with a ticket that works once. */
  issueTicket(): string;
  /** Takes over a WebSocket upgrade. Without a fresh ticket it is refused. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  connections(): number;
  /** Tells a connection to disconnect, and closes it after three seconds. 0 is the oldest. @throws where there is none */
  refresh(index: number, reason?: DisconnectReason): void;
  /** Cuts a connection without a word. @throws where there is none */
  drop(index: number): void;
  /** From now on nothing is sent or read on a connection, although it stays open. @throws where there is none */
  mute(index: number): void;
  /** Refuses the next `times` new connections with 401, as with an old ticket. */
  refuseNext(times: number): void;
  deliver(delivery: Delivery): Promise<DeliveryResult>;
  /** Closes every connection with a handshake. */
  stop(): Promise<void>;
}>;

/** docs.slack.dev/apis/events-api/using-socket-mode: each payload goes to one of the open connections. */
export function createSocketMode(appId: string): SocketMode {
  const server = new WebSocketServer({ noServer: true, autoPong: false });
  const tickets = new Set<string>();
  /** Connections that get deliveries, oldest first. */
  const open: WebSocket[] = [];
  const all = new Set<WebSocket>();
  const muted = new Set<WebSocket>();
  /** Deliveries without an answer, by envelope id. */
  const waiting = new Map<string, { on: WebSocket; end(result: DeliveryResult): void }>();
  let delivered = 0;
  let toRefuse = 0;

  const stopDelivering = (socket: WebSocket) => {
    const at = open.indexOf(socket);
    if (at >= 0) open.splice(at, 1);
  };
  const connection = (index: number): WebSocket => {
    const socket = open[index];
    if (socket === undefined) throw new Error(`There is no connection ${index}, only ${open.length} of them.`);
    return socket;
  };
  const disconnect = (socket: WebSocket, reason: string) => {
    socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'sandbox' } }));
    const closing = setTimeout(() => {
      stopDelivering(socket);
      socket.close(1000);
    }, closesAfter);
    socket.once('close', () => clearTimeout(closing));
  };
  const readAnswer = (socket: WebSocket, data: Buffer) => {
    if (muted.has(socket)) return;
    const ack = readAck(data);
    const envelope = waiting.get(ack?.envelope_id ?? '');
    if (envelope?.on === socket) envelope.end({ kind: 'answered', body: emptyAsNothing(ack?.payload) });
  };
  const forget = (socket: WebSocket) => {
    stopDelivering(socket);
    all.delete(socket);
    muted.delete(socket);
    // Slack does not deliver on another connection what was on its way on this one.
    for (const { on, end } of [...waiting.values()]) if (on === socket) end({ kind: 'failed', why: 'dispatch_failed' });
  };
  const welcome = (socket: WebSocket) => {
    all.add(socket);
    const pings = setInterval(() => muted.has(socket) || socket.ping(), pingEvery);
    socket.on('ping', (data: Buffer) => muted.has(socket) || socket.pong(data));
    socket.on('message', (data: Buffer) => readAnswer(socket, data));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(pings);
      forget(socket);
    });
    if (open.length >= mostOpen) return disconnect(socket, 'too_many_websockets');
    open.push(socket);
    const hello = { type: 'hello', num_connections: open.length, connection_info: { app_id: appId } };
    const host = { host: 'sandbox', build_number: 1, approximate_connection_time: 18_060 };
    socket.send(JSON.stringify({ ...hello, debug_info: host }));
  };

  return {
    issueTicket: () => {
      const ticket = randomBytes(12).toString('hex');
      tickets.add(ticket);
      return `/link/?ticket=${ticket}&app_id=${appId}`;
    },
    accept: (request, socket, head) => {
      const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
      const refused = toRefuse > 0;
      toRefuse = Math.max(0, toRefuse - 1);
      if (!tickets.delete(ticket) || refused) return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      server.handleUpgrade(request, socket, head, welcome);
    },
    connections: () => open.length,
    refresh: (index, reason = 'refresh_requested') => {
      const socket = connection(index);
      if (reason !== 'warning') stopDelivering(socket);
      disconnect(socket, reason);
    },
    drop: (index) => {
      const socket = connection(index);
      stopDelivering(socket);
      socket.terminate();
    },
    mute: (index) => void muted.add(connection(index)),
    refuseNext: (times) => {
      toRefuse = times;
    },
    deliver: (delivery) => {
      const socket = open[delivered++ % Math.max(open.length, 1)];
      if (socket === undefined || socket.readyState !== WebSocket.OPEN)
        return Promise.resolve({ kind: 'failed', why: 'dispatch_failed' });
      const envelope = envelopeOf(delivery);
      return new Promise((resolve) => {
        const end = (result: DeliveryResult) => {
          clearTimeout(timer);
          waiting.delete(envelope.envelope_id);
          resolve(result);
        };
        const timer = setTimeout(() => end({ kind: 'failed', why: 'operation_timeout' }), answerTime);
        waiting.set(envelope.envelope_id, { on: socket, end });
        if (!muted.has(socket)) socket.send(JSON.stringify(envelope));
      });
    },
    stop: async () => {
      await Promise.all([...all].map(closed));
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function closed(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState === WebSocket.CLOSED) return resolve();
    socket.once('close', () => resolve());
    socket.close(1000);
  });
}
