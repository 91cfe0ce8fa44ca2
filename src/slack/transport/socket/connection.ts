import { within } from '../../../handling/within.js';
import { createInFlight } from '../in-flight.js';
import { type Envelope, readSocketMessage } from './envelope.js';
import type { Pace } from './timings.js';
import { openWire } from './wire.js';

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

type Later<T> = Readonly<{ promise: Promise<T>; resolve(value: T): void }>;

function later<T>(): Later<T> {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((give) => {
    resolve = give;
  });
  return { promise, resolve };
}
