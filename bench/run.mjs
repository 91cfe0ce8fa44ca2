#!/usr/bin/env node
// `npm run bench -- NAME [--json] [--rounds N] [--full] [--everything]` runs bench/NAME.mjs, which exports `bench({ progress, rounds, full, everything })`.
// `full`: in the size that the goals are set for, where that takes longer than a few minutes. `everything`: with all that a policy and
// people can switch on, where that makes a difference. It returns
// `{ ratio, rounds, against, ...parts }`: `ratio` is our time divided by that of what it was measured `against`, the median of all
// rounds. Progress goes to stderr. The result is the last output on stdout; with --json, one line of JSON.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const names = readdirSync(here)
  .filter((file) => file.endsWith('.mjs') && file !== 'run.mjs')
  .map((file) => file.slice(0, -'.mjs'.length));

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'boolean' },
    full: { type: 'boolean' },
    everything: { type: 'boolean' },
    rounds: { type: 'string' },
  },
  allowPositionals: true,
});
const [name] = positionals;

if (positionals.length !== 1 || !names.includes(name)) {
  const unknown = name === undefined ? '' : `There is no bench "${name}". `;
  console.error(`${unknown}Run one of these: ${names.map((one) => `npm run bench -- ${one}`).join(', ')}`);
  process.exitCode = 2;
} else {
  const { bench } = await import(pathToFileURL(join(here, `${name}.mjs`)).href);
  const result = {
    name,
    ...(await bench({
      progress: (line) => console.error(line),
      full: values.full === true,
      everything: values.everything === true,
      ...(values.rounds && { rounds: Number(values.rounds) }),
    })),
  };
  for (const field of ['ratio', 'rounds', 'against']) {
    if (result[field] === undefined) throw new Error(`bench/${name}.mjs returned no ${field}.`);
  }
  console.log(values.json ? JSON.stringify(result) : readable(result));
}

function readable(result) {
  return Object.entries(result)
    .map(([field, value]) => `${field.padEnd(12)} ${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join('\n');
}
