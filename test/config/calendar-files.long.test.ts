import { spawnSync } from 'node:child_process';
import { root } from '../support/project.js';

test('the calendar files are what `npm run calendars` writes', () => {
  const { status, stderr } = spawnSync('python3', ['scripts/calendars.py', '--check'], { cwd: root, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
