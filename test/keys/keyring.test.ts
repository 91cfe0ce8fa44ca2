import { keyFor, type Purpose } from '../../src/keys/keyring.js';
import { newRing } from '../store/a-report.js';

test.each<[Purpose, boolean]>([
  ['wrap', false],
  ['clear', false],
  ['index', true],
  ['id', true],
  ['rest', true],
])('a retired key for the purpose %s: %s', (purpose, works) => {
  const ring = { ...newRing(), retired: new Set(['k1']) };
  expect(keyFor(ring, 'k1', purpose) !== undefined).toBe(works);
});

test.each<Purpose>(['wrap', 'index'])(
  'a ring has keys for the purpose %s by the names in it, and no others',
  (purpose) => {
    expect(keyFor(newRing(), 'k1', purpose)).toHaveLength(32);
    expect(keyFor(newRing(), 'k7', purpose)).toBeUndefined();
  },
);
