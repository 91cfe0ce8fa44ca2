import type { Socket } from 'node:net';
import { Agent, buildConnector, ping, WebSocket } from 'undici';
import { within } from '../../../handling/within.js';
import { createInFlight } from '../in-flight.js';
import { type Envelope, readSocketMessage } from './envelope.js';
import type { Pace } from './timings.js';

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
/** Pings without a sound from the other side. They are counted: by time, a process that was asleep would be misled. */
const mostSilence = 3;

type Deliver = (connection: Connection, envelope: Envelope) => Promise<void>;
type Greeting = 'hello' | 'no_hello' | 'refused' | 'stopped';

/**
 * Opens a connection and resolves when Slack greets; `stopped` gives up before that. `deliver` resolves when nothing more will
 * be answered, and must not throw. @throws NoConnection
 */
export async function openConnection(
  address: string,
  deliver: Deliver,
  { helloMs, pingMs, lingerMs, answerMs }: Pace,
  stopped: AbortSignal,
): Promise<Connection> {
  const wire = openWire(address);
  const [greeted, leaving, gone] = [later<Greeting>(), later<Leaving>(), later<void>()];
  const deliveries = createInFlight();

  const end = (code: string) => {
    wire.cut();
    greeted.resolve('refused');
    leaving.resolve({ code });
    gone.resolve();
  };
  const connection: Connection = {
    leaving: leaving.promise,
    gone: gone.promise,
    answer: (id, payload) => wire.send(JSON.stringify({ envelope_id: id, payload })),
    close: async () => {
      await deliveries.drained(answerMs);
      wire.sayGoodbye();
      await within(goodbyeMs, gone.promise, undefined);
      end('closed');
    },
  };
  const toldToGo = (reason: string) => {
    greeted.resolve('refused');
    leaving.resolve({ code: reason });
    void within(lingerMs, gone.promise, undefined).then(connection.close);
  };
  const hear = (data: unknown) => {
    const said = readSocketMessage(data);
    switch (said.kind) {
      case 'hello':
        return greeted.resolve('hello');
      case 'go':
        return toldToGo(said.reason);
      case 'delivery':
        return void deliveries.during(() => deliver(connection, said.envelope));
      case 'unknown':
        return;
      default:
        said satisfies never;
    }
  };

  wire.listen(hear, () => end('closed'));
  const stopPings = wire.pingEvery(pingMs, () => end('silent'));
  void gone.promise.then(stopPings);
  const greeting = await greetingOf(greeted, helloMs, stopped);
  if (greeting === 'hello') return connection;
  end(greeting);
  throw new NoConnection((await leaving.promise).code);
}

/** Waits for the greeting, not longer than `helloMs` and not once the bot is stopped. */
async function greetingOf(greeted: Later<Greeting>, helloMs: number, stopped: AbortSignal): Promise<Greeting> {
  if (stopped.aborted) return 'stopped';
  const giveUp = () => greeted.resolve('stopped');
  stopped.addEventListener('abort', giveUp);
  const greeting = await within(helloMs, greeted.promise, 'no_hello' as const);
  stopped.removeEventListener('abort', giveUp);
  return greeting;
}

/** A WebSocket that can be cut. undici shows nobody its socket; without that a peer that went silent could never be let go. */
function openWire(address: string) {
  let tcp: Socket | undefined;
  const connect = buildConnector({ allowH2: false });
  const dispatcher = new Agent({
    connect: (options, callback) =>
      connect(options, (...[error, socket]) => {
        if (error !== null) return callback(error, null);
        tcp = socket;
        callback(null, socket);
      }),
  });
  const socket = new WebSocket(address, { dispatcher });
  const isOpen = () => socket.readyState === WebSocket.OPEN;
  return {
    listen: (hear: (data: unknown) => void, closed: () => void) => {
      socket.addEventListener('message', ({ data }) => hear(data));
      socket.addEventListener('close', closed);
    },
    /** False when it is not open. */
    send: (text: string): boolean => {
      const open = isOpen();
      if (open) socket.send(text);
      return open;
    },
    /** Pings until it is told not to, and says when the other side has been silent for too many of them. */
    pingEvery: (ms: number, silent: () => void): (() => void) => {
      let [heard, silence] = [0, 0];
      const pings = setInterval(() => {
        const now = tcp?.bytesRead ?? 0;
        silence = now === heard ? silence + 1 : 0;
        heard = now;
        if (silence >= mostSilence) silent();
        else if (isOpen()) ping(socket, Buffer.alloc(0));
      }, ms);
      return () => clearInterval(pings);
    },
    sayGoodbye: () => socket.close(1000),
    cut: () => {
      tcp?.destroy();
      dispatcher.destroy().catch(() => undefined);
    },
  };
}

type Later<T> = Readonly<{ promise: Promise<T>; resolve(value: T): void }>;

function later<T>(): Later<T> {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((give) => {
    resolve = give;
  });
  return { promise, resolve };
}
