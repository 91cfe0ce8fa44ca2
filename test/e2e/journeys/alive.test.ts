import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalMongod } from '../../../src/store/local-mongod/local-mongod.js';
import { until } from '../../support/bounded-poll.js';
import { withBot } from '../../support/running-bot.js';

const [stalledMs, leaseMs] = [2500, 500];

test('a bot whose MongoDB has stopped for too long is not alive, and is again when it goes on', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'vulndesk-alive-'));
  const mongod = await startLocalMongod({ dataDir, onProgress: () => undefined });
  try {
    await withBot({ uri: mongod.uri, ops: true, seams: { stalledMs, leaseMs } }, async ({ config: { ops } }) => {
      const livez = async () => {
        const answer = await fetch(`http://${ops?.host}:${ops?.port}/livez`);
        return `${answer.status} ${await answer.text()}`;
      };
      const alive = '200 loop: ok\n';
      expect(await livez()).toBe(alive);
      process.kill(mongod.pid, 'SIGSTOP');
      const stoppedAt = performance.now();
      try {
        await until('liveness to fail', async () => (await livez()) === '503 loop: failed\n');
        expect(performance.now() - stoppedAt).toBeGreaterThan(stalledMs - leaseMs - 200);
      } finally {
        process.kill(mongod.pid, 'SIGCONT');
      }
      await until('liveness to be back', async () => (await livez()) === alive, 40_000);
    });
  } finally {
    await mongod.stop();
    await rm(dataDir, { recursive: true });
  }
}, 90_000);
