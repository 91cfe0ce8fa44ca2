import { rm } from 'node:fs/promises';
import { startLocalMongod } from '../../src/store/local-mongod/local-mongod.js';

// Runs the local MongoDB with its data in the folder given, prints its address and pid, and ends when its input does,
// as it does when the run is killed. Then the folder goes: it may be in memory.
const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('usage: mongod-process.ts DATA_DIR');
const mongod = await startLocalMongod({
  dataDir,
  onProgress: (line) => process.stderr.write(`${line}\n`),
});
process.stdout.write(`${JSON.stringify({ uri: mongod.uri, pid: mongod.pid })}\n`);
const end = async () => {
  await mongod.stop();
  await rm(dataDir, { recursive: true, force: true });
  process.exit();
};
process.stdin.resume().on('end', () => void end());
