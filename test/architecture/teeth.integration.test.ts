import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, textOf } from '../support/project.js';

const patches = readdirSync(join(root, 'test', 'teeth')).map((name) => `test/teeth/${name}`);

test('there is a fault for each promise that must never break', () => {
  expect(patches.length).toBeGreaterThanOrEqual(9);
});

describe.each(patches)('%s', (patch) => {
  test('says what is wrong and which test files notice it', () => {
    const [, tests = ''] = /^Fault: .+\.\nTests: (.+)\n\ndiff /.exec(textOf(patch)) ?? [];
    expect(tests.split(' ').filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  test('still applies: `npm run teeth` runs those tests with it', () => {
    const { status, stderr } = spawnSync('git', ['apply', '--check', patch], { cwd: root, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
