import { failedLookup } from '../../src/handling/failed-lookup.js';

const lookup = (syscall: string) => Object.assign(new Error('no such host'), { syscall, code: 'ENOTFOUND' });
const below = (error: Error, times: number): Error =>
  times === 0 ? error : new Error('it failed', { cause: below(error, times - 1) });

test.each([
  ['of a name', lookup('getaddrinfo'), 'ENOTFOUND'],
  ['of a record', lookup('querySrv'), 'ENOTFOUND'],
  ['that made other things fail', below(lookup('getaddrinfo'), 4), 'ENOTFOUND'],
  ['too far below', below(lookup('getaddrinfo'), 5), undefined],
  ['but of a connection', lookup('connect'), undefined],
  ['that only names it', lookup('a getaddrinfo'), undefined],
  ['without a code', Object.assign(new Error('no such host'), { syscall: 'getaddrinfo' }), undefined],
  ['without a call', Object.assign(new Error('no such host'), { code: 'ENOTFOUND' }), undefined],
  ['that is no error', 'ENOTFOUND', undefined],
])('a failed look-up %s', (_, error, code) => {
  expect(failedLookup(error)).toBe(code);
});
