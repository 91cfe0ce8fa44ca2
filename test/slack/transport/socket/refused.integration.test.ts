import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../../../support/project.js';

describe('a bot that Slack refuses again and again', () => {
  test('leaves no rejection unhandled, and ends by itself when it is stopped', async () => {
    const child = spawn(
      process.execPath,
      ['--import', join(root, 'test/support/typescript.mjs'), join(__dirname, 'refused-child.ts')],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env.PATH ?? '' } },
    );
    const said = { out: '', err: '' };
    child.stdout.on('data', (data) => {
      said.out += String(data);
    });
    child.stderr.on('data', (data) => {
      said.err += String(data);
    });
    const written = once(child.stdout, 'end').then(() => performance.now());
    const tooLong = setTimeout(() => child.kill('SIGKILL'), 40_000);
    const [code] = (await once(child, 'exit')) as [number | null];
    clearTimeout(tooLong);
    await written;
    expect({ code, err: said.err }).toEqual({ code: 0, err: '' });
    const told = JSON.parse(said.out) as { unhandled: number; refused: number; stoppedMs: number };
    console.info(`${told.refused} refusals, ${told.unhandled} unhandled, stopped in ${told.stoppedMs} ms`);
    expect(told.unhandled).toBe(0);
    expect(told.refused).toBeGreaterThanOrEqual(40);
    expect(told.stoppedMs).toBeLessThan(800);
  });
});
