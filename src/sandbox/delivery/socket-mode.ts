import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { isObject } from '../limits/shape.js';
import { answerTime, type Parcel, type Reply } from './deliver.js';

/** Slack pings its connections; the client gives one up after 30 s without. */
const pingEvery = 10_000;
/** The page says: up to 10 open connections at a time. */
const mostOpen = 10;
/** Real milliseconds between telling a connection to go and closing it, if it has not gone by then. */
const closesAfter = 3000;

/** Why a connection is told to go. After a `warning` deliveries still come on it; after the others none do. */
export type GoReason = 'warning' | 'refresh_requested' | 'link_disabled';

export type SocketMode = Readonly<{
  /** Path and ticket of one new connection. */
  issueTicket(): string;
  /** Takes over a WebSocket upgrade; without a fresh ticket it is refused. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  connections(): number;
  /** Tells the connection with this number, 0 the oldest, to go; closes it after three seconds. @throws where there is none */
  refresh(which: number, reason?: GoReason): void;
  /** Cuts it without a word. @throws where there is none */
  drop(which: number): void;
  /** From now on nothing comes or goes on it, and it stays open. @throws where there is none */
  mute(which: number): void;
  /** Takes none of the next `times` that want a connection: 401, as with an old ticket. */
  refuseNext(times: number): void;
  deliver(parcel: Parcel): Promise<Reply>;
  /** Closes every connection with a handshake. */
  stop(): Promise<void>;
}>;

/** docs.slack.dev/apis/events-api/using-socket-mode: each payload goes to any one of the open connections. */
export function createSocketMode(appId: string): SocketMode {
  const server = new WebSocketServer({ noServer: true, autoPong: false });
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  const everyone = new Set<WebSocket>();
  const muted = new Set<WebSocket>();
  const waiting = new Map<string, { on: WebSocket; end(reply: Reply): void }>();
  let turn = 0;
  let refused = 0;

  const retire = (socket: WebSocket) => {
    const at = open.indexOf(socket);
    if (at >= 0) open.splice(at, 1);
  };
  const numbered = (which: number): WebSocket => {
    const socket = open[which];
    if (socket === undefined) throw new Error(`Of ${open.length} connections there is no number ${which}.`);
    return socket;
  };
  const tellToGo = (socket: WebSocket, reason: string) => {
    socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'sandbox' } }));
    const closing = setTimeout(() => {
      retire(socket);
      socket.close(1000);
    }, closesAfter);
    socket.once('close', () => clearTimeout(closing));
  };
  const greet = (socket: WebSocket) => {
    everyone.add(socket);
    const pings = setInterval(() => muted.has(socket) || socket.ping(), pingEvery);
    socket.on('ping', (data: Buffer) => muted.has(socket) || socket.pong(data));
    socket.on('message', (data: Buffer) => {
      if (muted.has(socket)) return;
      const ack = readAck(data);
      const envelope = waiting.get(ack?.envelope_id ?? '');
      if (envelope?.on === socket) envelope.end({ kind: 'answered', body: emptyAsNothing(ack?.payload) });
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(pings);
      retire(socket);
      everyone.delete(socket);
      muted.delete(socket);
      // What was on its way is gone with the connection: Slack does not deliver it on another.
      for (const { on, end } of [...waiting.values()])
        if (on === socket) end({ kind: 'failed', why: 'dispatch_failed' });
    });
    if (open.length >= mostOpen) return tellToGo(socket, 'too_many_websockets');
    open.push(socket);
    const host = { host: 'sandbox', build_number: 1, approximate_connection_time: 18_060 };
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: open.length,
        debug_info: host,
        connection_info: { app_id: appId },
      }),
    );
  };

  return {
    issueTicket: () => {
      const ticket = randomBytes(12).toString('hex');
      tickets.add(ticket);
      return `/link/?ticket=${ticket}&app_id=${appId}`;
    },
    accept: (request, socket, head) => {
      const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
      const turnedAway = refused > 0;
      refused = Math.max(0, refused - 1);
      if (!tickets.delete(ticket) || turnedAway) return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      server.handleUpgrade(request, socket, head, greet);
    },
    connections: () => open.length,
    refresh: (which, reason = 'refresh_requested') => {
      const socket = numbered(which);
      if (reason !== 'warning') retire(socket);
      tellToGo(socket, reason);
    },
    drop: (which) => {
      const socket = numbered(which);
      retire(socket);
      socket.terminate();
    },
    mute: (which) => void muted.add(numbered(which)),
    refuseNext: (times) => {
      refused = times;
    },
    deliver: ({ kind, body, answerable, retry }) => {
      const socket = open[turn++ % Math.max(open.length, 1)];
      if (socket === undefined || socket.readyState !== WebSocket.OPEN)
        return Promise.resolve({ kind: 'failed', why: 'dispatch_failed' });
      const envelope = {
        envelope_id: randomUUID(),
        payload: body,
        type: { command: 'slash_commands', interaction: 'interactive', event: 'events_api' }[kind],
        accepts_response_payload: answerable,
        ...(kind === 'event' ? { retry_attempt: retry?.number ?? 0, retry_reason: retry?.reason ?? '' } : {}),
      };
      return new Promise((resolve) => {
        const end = (reply: Reply) => {
          clearTimeout(timer);
          waiting.delete(envelope.envelope_id);
          resolve(reply);
        };
        const timer = setTimeout(() => end({ kind: 'failed', why: 'operation_timeout' }), answerTime);
        waiting.set(envelope.envelope_id, { on: socket, end });
        if (!muted.has(socket)) socket.send(JSON.stringify(envelope));
      });
    },
    stop: async () => {
      await Promise.all([...everyone].map(closed));
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

function readAck(data: Buffer): { envelope_id: string; payload?: unknown } | undefined {
  const message: unknown = JSON.parse(data.toString());
  return isObject(message) && typeof message.envelope_id === 'string'
    ? (message as { envelope_id: string })
    : undefined;
}

const emptyAsNothing = (payload: unknown) =>
  isObject(payload) && Object.keys(payload).length === 0 ? undefined : payload;
