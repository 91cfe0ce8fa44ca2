#!/usr/bin/env node
// `npm run chaos -- [--kills N] [--seed S]` kills the bot N times (12) at any moment, while people work and days pass. It exits 1
// if a report is lost, a reminder is missed or anything is said twice. Five seconds a kill, more or less. It goes in rounds of 25
// at most, each with a database, people and a seed of its own: S, S + 1, … The line that begins with `killed:` has the figures.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const numbers = { kills: { type: 'string', default: '12' }, seed: { type: 'string' } };
const { kills, seed } = parseArgs({ options: numbers }).values;
if (!(Number(kills) >= 3) || (seed !== undefined && !/^\d{1,10}$/.test(seed))) {
  console.error('usage: npm run chaos -- [--kills N, 3 or more] [--seed S]');
  process.exit(2);
}
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const args = [jest, '--ci', '--config', 'jest.long.config.js', '--maxWorkers=1', 'test/chaos/killed.long'];
const env = { ...process.env, CHAOS_KILLS: kills, ...(seed === undefined ? {} : { CHAOS_SEED: seed }) };
process.exitCode = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status ?? 1;
