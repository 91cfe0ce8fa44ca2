import { type HealthChecks, type OpsServer, startOpsServer } from '../../src/ops/health.js';
import { until } from '../support/bounded-poll.js';
import { openSilentConnections } from '../support/silent-connections.js';

const running: OpsServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

async function asking(checks: HealthChecks, checkMs?: number) {
  const server = await startOpsServer('127.0.0.1', 0, { ready: checks }, checkMs);
  running.push(server);
  return async (path: string, method = 'GET') => {
    const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, { method });
    return { status: answer.status, text: await answer.text() };
  };
}

const ok = async () => true;
const failing = async () => false;

describe('readiness of this replica', () => {
  test('is given when every check passes', async () => {
    const ask = await asking({ database: ok, slack: ok });
    expect(await ask('/readyz')).toEqual({ status: 200, text: 'database: ok\nslack: ok\n' });
  });
  test('includes warnings, which do not change it', async () => {
    const server = await startOpsServer('127.0.0.1', 0, { ready: { store: ok }, noted: { channel: failing } });
    running.push(server);
    const answer = await fetch(`http://127.0.0.1:${server.port}/readyz`);
    expect([answer.status, await answer.text()]).toEqual([200, 'store: ok\nchannel: failed\n']);
  });
  test('fails when a check fails or throws, and says only which', async () => {
    const ask = await asking({
      database: failing,
      slack: ok,
      keys: async () => {
        throw new Error('CANARY');
      },
      channel: () => {
        throw new Error('CANARY');
      },
    });
    expect(await ask('/readyz')).toEqual({
      status: 503,
      text: 'database: failed\nslack: ok\nkeys: failed\nchannel: failed\n',
    });
  });
  test('is checked anew each time', async () => {
    let up = false;
    const ask = await asking({ database: async () => up });
    expect((await ask('/readyz')).status).toBe(503);
    up = true;
    expect((await ask('/readyz')).status).toBe(200);
  });
  test('a check that hangs has failed, all of them together, within the time that one may take', async () => {
    const hanging = () => new Promise<boolean>(() => undefined);
    const ask = await asking({ database: hanging, slack: hanging, keys: ok }, 200);
    const began = performance.now();
    expect(await ask('/readyz')).toEqual({ status: 503, text: 'database: failed\nslack: failed\nkeys: ok\n' });
    const took = performance.now() - began;
    expect(took).toBeGreaterThan(190);
    expect(took).toBeLessThan(2000);
  });
});

describe('liveness of this process', () => {
  test('depends on its own checks alone', async () => {
    let alive = true;
    const server = await startOpsServer('127.0.0.1', 0, {
      alive: { loop: async () => alive },
      ready: { store: failing },
    });
    running.push(server);
    const ask = async () => {
      const answer = await fetch(`http://127.0.0.1:${server.port}/livez?verbose=1`);
      return [answer.status, await answer.text()];
    };
    expect(await ask()).toEqual([200, 'loop: ok\n']);
    alive = false;
    expect(await ask()).toEqual([503, 'loop: failed\n']);
  });
});

test('connections that say nothing are ended, and keep no probe out meanwhile', async () => {
  const server = await startOpsServer('127.0.0.1', 0, {});
  running.push(server);
  const silent = await openSilentConnections(300, { port: server.port });
  try {
    expect((await fetch(`http://127.0.0.1:${server.port}/livez`)).status).toBe(200);
    await until('all of them to be ended', () => silent.open() === 0);
  } finally {
    silent.close();
  }
});

test.each([
  ['/', 'GET'],
  ['/metrics/../etc', 'GET'],
  ['/livezz', 'GET'],
  ['/livez', 'POST'],
  ['/readyz', 'DELETE'],
])('nothing is at %s for %s', async (path, method) => {
  const ask = await asking({ database: ok });
  expect(await ask(path, method)).toEqual({ status: 404, text: '' });
});

test('a port that is taken is said at the start', async () => {
  const server = await startOpsServer('127.0.0.1', 0, {});
  running.push(server);
  await expect(startOpsServer('127.0.0.1', server.port, {})).rejects.toThrow(/EADDRINUSE/);
});

test('once stopped, nothing answers', async () => {
  const server = await startOpsServer('127.0.0.1', 0, {});
  await server.stop();
  await expect(fetch(`http://127.0.0.1:${server.port}/livez`)).rejects.toThrow();
});
