import type { Advisory } from '../../src/advisory/advisory.js';
import { modifiedAt, revisionsOf } from '../../src/advisory/revisions.js';
import { cases } from './cases.js';

const plain = Object.values(cases)[0] as Advisory;
const [first, second, third] = [1, 2, 3].map((revision) => ({
  ...{ revision, at: new Date(`2026-11-0${revision}`), change: `Change ${revision}` },
}));
const unlisted = { revision: 1, at: plain.publishedAt, change: 'First revision' };

test.each([
  ['none that changed anything', [], [unlisted], plain.publishedAt],
  ['the first', [first], [first], first?.at],
  ['the first and others', [first, second], [first, second], second?.at],
  ['only later ones', [second, third], [unlisted, second, third], third?.at],
])('of %s, all are listed from the first on, and the latest says when it was', (_, listed, all, modified) => {
  const advisory = { ...plain, revisions: listed } as Advisory;
  expect(revisionsOf(advisory, 'First revision')).toEqual(all);
  expect(modifiedAt(advisory)).toEqual(modified);
});
