#!/usr/bin/env node
// `npm run bench -- NAME [--json]`: runs bench/NAME.mjs, which has `export async function bench({ progress })` and returns
// `{ ratio, rounds, against, ...parts }`: `ratio` is the median over the rounds of ours to what it was measured `against`.
// Progress goes to stderr; the last line on stdout is the result, as one line of JSON with --json.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const names = readdirSync(here)
  .filter((file) => file.endsWith('.mjs') && file !== 'run.mjs')
  .map((file) => file.slice(0, -'.mjs'.length));

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
const [name] = positionals;

if (positionals.length !== 1 || !names.includes(name)) {
  const known = names.length > 0 ? names.join(', ') : 'none yet';
  console.error(
    `Which bench? ${name ? `"${name}" is none. ` : ''}npm run bench -- NAME [--json]; NAME is one of: ${known}.`,
  );
  process.exitCode = 2;
} else {
  const { bench } = await import(pathToFileURL(join(here, `${name}.mjs`)).href);
  const result = { name, ...(await bench({ progress: (line) => console.error(line) })) };
  for (const field of ['ratio', 'rounds', 'against']) {
    if (result[field] === undefined) throw new Error(`bench/${name}.mjs gave no ${field}.`);
  }
  console.log(values.json ? JSON.stringify(result) : readable(result));
}

function readable(result) {
  return Object.entries(result)
    .map(([field, value]) => `${field.padEnd(12)} ${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join('\n');
}
