import { once } from 'node:events';
import { connect } from 'node:net';
import { type Listening, listen } from '../../src/http/listen.js';
import { openSilentConnections, type SilentConnections } from '../support/silent-connections.js';

let server: Listening;
const silent: SilentConnections[] = [];
const start = async (headersMs?: number) => {
  server = await listen('127.0.0.1', 0, (_, response) => void response.end('answered'), headersMs);
};
afterEach(async () => {
  for (const some of silent.splice(0)) some.close();
  await server.stop(0);
});

const silence = async (count: number, from: string) => {
  const some = await openSilentConnections(count, { port: server.port, from });
  silent.push(some);
  return some;
};

/** A connection that was there before others, and what it hears until it is ended. */
async function earlyBird(from: string) {
  const socket = connect({ port: server.port, host: '127.0.0.1', localAddress: from });
  let heard = '';
  socket.setEncoding('utf8').on('error', () => undefined);
  socket.on('data', (chunk: string) => {
    heard += chunk;
  });
  const ended = new Promise<string>((resolve) => socket.once('close', () => resolve(heard)));
  await once(socket, 'connect');
  return { ended, ask: () => socket.write('GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n') };
}

/** Milliseconds for the headers: longer than a slow machine takes to open all the connections. */
const patience = 6000;

// One that was silent for too long hears 408; one that made room hears nothing.
describe('silent connections', () => {
  test('of one address push out the oldest of their own, and nobody who came before them from elsewhere', async () => {
    await start(patience);
    const [own, other] = await Promise.all([earlyBird('127.0.0.2'), earlyBird('127.0.0.1')]);
    await silence(300, '127.0.0.2');
    expect(await own.ended).toBe('');
    other.ask();
    expect(await other.ended).toContain('answered');
  });

  test('of many addresses push out the oldest, and leave room for one more', async () => {
    await start(patience);
    const first = await earlyBird('127.0.0.2');
    await Promise.all([2, 3, 4].map((last) => silence(200, `127.0.0.${last}`)));
    expect(await first.ended).toBe('');
    const answer = await fetch(`http://127.0.0.1:${server.port}/`);
    expect(await answer.text()).toBe('answered');
  });

  test('are told so and ended within a second or so', async () => {
    await start();
    const began = performance.now();
    const bird = await earlyBird('127.0.0.1');
    expect(await bird.ended).toMatch(/^HTTP\/1\.1 408 /);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
