import { readFileSync } from 'node:fs';
import { readSeverity } from '../../src/report/severity.js';

/** Vector, score and rating as the Python package `cvss` 3.6 gives them; made by `scripts/compare-cvss.mjs --sample`. */
const sample: [string, number, string][] = JSON.parse(readFileSync('test/report/cvss-sample.json', 'utf8'));

test.each(['3.1', '4.0'])(
  'vectors of CVSS v%s have the score and rating that another maker’s calculator gives',
  (version) => {
    const ofVersion = sample.filter(([vector]) => vector.startsWith(`CVSS:${version}/`));
    expect(ofVersion.length).toBeGreaterThanOrEqual(200);
    const ours = ofVersion.map(([vector]) => {
      const read = readSeverity(vector);
      return 'fault' in read ? [vector, read] : [vector, read.score, read.rating];
    });
    expect(ours).toEqual(ofVersion);
  },
);
