import type { Socket } from 'node:net';
import { Agent, buildConnector, ping, WebSocket } from 'undici';
import { type Envelope, readSocketMessage } from './envelope.js';
import type { Pace } from './pace.js';

/** Slack told this connection to go, or it is gone: a closed code. */
export type Leaving = Readonly<{ code: string }>;

/** One open connection. */
export type Connection = Readonly<{
  /** Resolves when another one is wanted in its place. On one that was told to go, answers are still taken. */
  leaving: Promise<Leaving>;
  /** Sends the answer to a delivery; false when the connection is gone, and with it the delivery. */
  answer(envelope: string, payload: object): boolean;
  gone: Promise<void>;
  /** Waits until what was delivered is answered, no longer than Slack would, and closes. */
  close(): Promise<void>;
}>;

/** There was no greeting, and why, in a closed code. */
export class NoConnection extends Error {
  override readonly name = 'NoConnection';
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Milliseconds for the goodbye of a WebSocket before it is cut. */
const goodbyeMs = 1000;
/** Pings without a sound from the other side. Counted, not timed, so that a process that was asleep is not misled. */
const mostSilence = 3;

/**
 * Opens a connection and resolves when Slack greets; `stopped` gives up before that. `deliver` resolves when nothing more will
 * be answered, and must not throw. @throws NoConnection
 */
export async function openConnection(
  address: string,
  deliver: (connection: Connection, envelope: Envelope) => Promise<void>,
  { helloMs, pingMs, lingerMs, answerMs }: Pace,
  stopped: AbortSignal,
): Promise<Connection> {
  let wire: Socket | undefined;
  const connect = buildConnector({ allowH2: false });
  // undici shows nobody the socket of a WebSocket; without it a peer that went silent could never be let go.
  const dispatcher = new Agent({
    connect: (options, callback) =>
      connect(options, (...[error, socket]) => {
        if (error !== null) return callback(error, null);
        wire = socket;
        callback(null, socket);
      }),
  });
  const socket = new WebSocket(address, { dispatcher });
  const greeted = later<'hello' | 'no_hello' | 'refused' | 'stopped'>();
  const leaving = later<Leaving>();
  const gone = later<void>();
  const answered = later<void>();
  const unanswered = new Set<string>();
  let [closing, ended] = [false, false];
  let [heard, silence] = [0, 0];
  const timers = new Set<NodeJS.Timeout>();
  const inMs = (ms: number, act: () => void) => {
    if (!ended) timers.add(setTimeout(act, ms));
  };

  const end = (code: string) => {
    ended = true;
    for (const timer of timers) clearTimeout(timer);
    wire?.destroy();
    dispatcher.destroy().catch(() => undefined);
    greeted.resolve('refused');
    leaving.resolve({ code });
    answered.resolve();
    gone.resolve();
  };
  const sayGoodbye = () => {
    socket.close(1000);
    inMs(goodbyeMs, () => end('closed'));
  };
  const done = (id: string) => {
    unanswered.delete(id);
    if (closing && unanswered.size === 0) answered.resolve();
  };
  const connection: Connection = {
    leaving: leaving.promise,
    gone: gone.promise,
    answer: (id, payload) => {
      const open = socket.readyState === WebSocket.OPEN;
      if (open) socket.send(JSON.stringify({ envelope_id: id, payload }));
      done(id);
      return open;
    },
    close: async () => {
      closing = true;
      if (unanswered.size === 0) answered.resolve();
      inMs(answerMs, answered.resolve);
      await answered.promise;
      sayGoodbye();
      await gone.promise;
    },
  };

  socket.addEventListener('close', () => end('closed'));
  socket.addEventListener('message', ({ data }) => {
    const said = readSocketMessage(data);
    switch (said.kind) {
      case 'hello':
        return greeted.resolve('hello');
      case 'go':
        greeted.resolve('refused');
        leaving.resolve({ code: said.reason });
        inMs(lingerMs, () => void connection.close());
        return;
      case 'delivery':
        unanswered.add(said.envelope.id);
        void deliver(connection, said.envelope).finally(() => done(said.envelope.id));
        return;
      case 'unknown':
        return;
      default:
        said satisfies never;
    }
  });
  timers.add(
    setInterval(() => {
      const now = wire?.bytesRead ?? 0;
      silence = now === heard ? silence + 1 : 0;
      heard = now;
      if (silence >= mostSilence) end('silent');
      else if (socket.readyState === WebSocket.OPEN) ping(socket, Buffer.alloc(0));
    }, pingMs),
  );
  inMs(helloMs, () => greeted.resolve('no_hello'));
  const giveUp = () => greeted.resolve('stopped');
  stopped.addEventListener('abort', giveUp);
  const greeting = stopped.aborted ? 'stopped' : await greeted.promise;
  stopped.removeEventListener('abort', giveUp);
  if (greeting === 'hello') return connection;
  end(greeting);
  throw new NoConnection((await leaving.promise).code);
}

function later<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((give) => {
    resolve = give;
  });
  return { promise, resolve };
}
