import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

test('random vectors have the score and rating of another calculator', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/compare-cvss.mjs']);
  console.info(stdout.trim());
  const { compared, differing } = JSON.parse(stdout);
  expect(differing).toBe(0);
  expect(Math.min(compared['3.1'], compared['4.0'])).toBeGreaterThanOrEqual(2000);
});
