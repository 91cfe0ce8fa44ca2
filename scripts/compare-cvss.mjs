#!/usr/bin/env node
// Compares the scores and ratings of random vectors with those of another implementation: the Python package `cvss`, which pip
// installs into a temporary folder. Prints the seed and the counts. Exits with 1 when a score differs.
//   node scripts/compare-cvss.mjs [--count 2500] [--seed 1] [--sample FILE]
// --sample writes the first 250 vectors of each version with the other scores. This made test/report/cvss-sample.json.
import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

register('../test/support/typescript-hooks.mjs', import.meta.url);

const { readSeverity, severityParts } = await import('../src/report/severity.js');
const { baseMetrics, cvssVersions, optionalMetrics } = await import('../src/report/cvss-metrics.js');

const oracle = 'cvss==3.6';
const sampleSize = 250;
const { values } = parseArgs({
  options: { count: { type: 'string', default: '2500' }, seed: { type: 'string' }, sample: { type: 'string' } },
});
const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed);
const random = mulberry32(seed);
const pick = (choices) => choices[Math.floor(random() * choices.length)];

const vectors = cvssVersions.flatMap((version) =>
  Array.from({ length: Number(values.count) }, (_, i) => randomVector(version, i % 2 === 0 ? 0 : random())),
);
const theirs = scoredByOracle(vectors);
const differing = vectors.flatMap((vector, i) => {
  const read = readSeverity(vector);
  if ('fault' in read) return [{ vector, ours: read, theirs: theirs[i] }];
  const ours = { score: read.score, rating: read.rating, base: severityParts(read).base.score };
  return JSON.stringify(ours) === JSON.stringify(theirs[i]) ? [] : [{ vector, ours, theirs: theirs[i] }];
});
for (const difference of differing.slice(0, 20)) console.error(JSON.stringify(difference));
if (values.sample !== undefined) {
  const rows = vectors.map((vector, i) => [vector, theirs[i].score, theirs[i].rating]);
  const sample = cvssVersions.flatMap((_, v) => rows.slice(v * Number(values.count)).slice(0, sampleSize));
  writeFileSync(
    values.sample,
    `[\n${sample.map((row) => `  ${JSON.stringify(row).replaceAll(',', ', ')}`).join(',\n')}\n]\n`,
  );
}
const compared = Object.fromEntries(
  cvssVersions.map((version) => [version, vectors.filter((vector) => vector.startsWith(`CVSS:${version}/`)).length]),
);
console.log(JSON.stringify({ oracle, seed, compared, differing: differing.length }));
process.exitCode = differing.length === 0 ? 0 : 1;

function randomVector(version, optional) {
  const parts = [
    ...baseMetrics[version].map(({ name, values: of }) => `${name}:${pick(of)}`),
    ...optionalMetrics[version].flatMap(({ name, values: of }) => (random() < optional ? [`${name}:${pick(of)}`] : [])),
  ];
  return ['CVSS:', version, '/', parts.join('/')].join('');
}

/** v3.1 gives the last of base, temporal and environmental score that the vector has metrics for. v4.0 has one score. */
function scoredByOracle(all) {
  const folder = mkdtempSync(join(tmpdir(), 'vulndesk-cvss-'));
  const program = `
import json, sys
from cvss import CVSS3, CVSS4
def score(vector):
    if vector.startswith('CVSS:4.0/'):
        base = '/'.join(vector.split('/')[:12])
        one = CVSS4(vector)
        return one.base_score, one.severity, CVSS4(base).base_score
    one = CVSS3(vector)
    defined = {part.split(':')[0] for part in vector.split('/')[9:] if not part.endswith(':X')}
    last = 0 if not defined else 1 if defined <= {'E', 'RL', 'RC'} else 2
    return one.scores()[last], one.severities()[last], one.scores()[0]
print(json.dumps([{'score': float(s), 'rating': r.lower(), 'base': float(b)} for s, r, b in map(score, json.load(sys.stdin))]))
`;
  try {
    execFileSync('python3', ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', folder, oracle], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const answer = execFileSync('python3', ['-c', program], {
      input: JSON.stringify(all),
      env: { ...process.env, PYTHONPATH: folder },
      maxBuffer: 64 * 1024 * 1024,
      encoding: 'utf8',
    });
    return JSON.parse(answer);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function mulberry32(start) {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
