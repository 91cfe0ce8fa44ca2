import { createRequire } from 'node:module';
import { type Tell, watchedDownload } from './watched-download.js';

// In a process of its own: its download can't be broken off otherwise.
const script =
  'require(process.argv[1]).MongoBinary.getPath({ downloadDir: process.argv[2] })' +
  ".then((path) => console.log('\\nmongod at ' + path), (error) => { console.error(error.message.split(/\\s*\\n\\s*/).join(' ').slice(0, 300)); process.exitCode = 1; })";

/**
 * The vendor's own download, by mongodb-memory-server-core. `undefined` where that is not installed: it is a development
 * dependency. @throws Error when the download fails.
 */
export async function vendorMongod(folder: string, tell: Tell): Promise<string | undefined> {
  const library = locate();
  if (library === undefined) {
    tell('mongodb-memory-server-core is not installed: passing over the vendor’s download.');
    return undefined;
  }
  tell('Fetching MongoDB from its vendor …');
  const output = await watchedDownload({
    command: process.execPath,
    args: ['-e', script, library, folder],
    env: { MONGOMS_MAX_RETRIES: '1' },
    folder,
    tell,
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
