import { createRequire } from 'node:module';
import { type OnProgress, watchedDownload } from './watched-download.js';

// In its own process: there is no other way to stop its download.
const script =
  'require(process.argv[1]).MongoBinary.getPath({ downloadDir: process.argv[2] })' +
  ".then((path) => console.log('\\nmongod at ' + path), (error) => { console.error(error.message.split(/\\s*\\n\\s*/).join(' ').slice(0, 300)); process.exitCode = 1; })";

/**
 * Downloads mongod from its vendor with mongodb-memory-server-core. `undefined` where that package is not installed: it is a
 * development dependency. @throws Error when the download fails.
 */
export async function vendorMongod(folder: string, onProgress: OnProgress): Promise<string | undefined> {
  const library = locate();
  if (library === undefined) {
    onProgress('Skipping the download from the vendor: mongodb-memory-server-core is not installed.');
    return undefined;
  }
  onProgress('Downloading MongoDB from its vendor …');
  const output = await watchedDownload({
    command: process.execPath,
    args: ['-e', script, library, folder],
    env: { MONGOMS_MAX_RETRIES: '1' },
    folder,
    onProgress,
  });
  return /^mongod at (.+)$/m.exec(output)?.[1];
}

function locate(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('mongodb-memory-server-core');
  } catch {
    return undefined;
  }
}
