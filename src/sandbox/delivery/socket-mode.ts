import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { isObject } from '../limits/shape.js';
import { answerTime, type Parcel, type Reply } from './deliver.js';

/** Slack pings its connections; the client gives one up after 30 s without. */
const pingEvery = 10_000;

export type SocketMode = Readonly<{
  /** Path and ticket of one new connection. */
  issueTicket(): string;
  /** Takes over a WebSocket upgrade; without a fresh ticket it is refused. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  connections(): number;
  refresh(): void;
  deliver(parcel: Parcel): Promise<Reply>;
  /** Closes every connection with a handshake. */
  stop(): Promise<void>;
}>;

/** docs.slack.dev/apis/events-api/using-socket-mode: each payload goes to any one of the open connections. */
export function createSocketMode(appId: string): SocketMode {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  const everyone = new Set<WebSocket>();
  const waiting = new Map<string, (payload: unknown) => void>();
  let turn = 0;

  const retire = (socket: WebSocket) => {
    const at = open.indexOf(socket);
    if (at >= 0) open.splice(at, 1);
  };
  const greet = (socket: WebSocket) => {
    everyone.add(socket);
    open.push(socket);
    const pings = setInterval(() => socket.ping(), pingEvery);
    socket.on('message', (data: Buffer) => {
      const ack = readAck(data);
      if (ack !== undefined) waiting.get(ack.envelope_id)?.(ack.payload);
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(pings);
      retire(socket);
      everyone.delete(socket);
    });
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
      if (!tickets.delete(ticket)) return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      server.handleUpgrade(request, socket, head, greet);
    },
    connections: () => open.length,
    refresh: () => {
      for (const socket of [...open]) {
        retire(socket);
        socket.send(
          JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'sandbox' } }),
        );
      }
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
        waiting.set(envelope.envelope_id, (payload) => end({ kind: 'answered', body: emptyAsNothing(payload) }));
        socket.send(JSON.stringify(envelope));
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
