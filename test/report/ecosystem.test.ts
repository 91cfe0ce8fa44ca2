import { ecosystemNamed } from '../../src/report/ecosystem.js';

test.each([
  ['npm', { semver: true, scheme: 'npm', collection: 'https://registry.npmjs.org' }],
  ['Debian:12', { scheme: 'deb' }],
  ['Wolfi', {}],
  ['Debian:', undefined],
  ['debian', undefined],
  ['toString', undefined],
  ['', undefined],
])('the ecosystem %s is %j', (name, known) => expect(ecosystemNamed(name)).toEqual(known));
