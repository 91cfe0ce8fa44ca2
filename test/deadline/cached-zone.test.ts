import fc from 'fast-check';
import { IANAZone } from 'luxon';
import { zoneNamed } from '../../src/deadline/cached-zone.js';
import { changesOf, minute } from './clock-changes.js';

// Summer time of half an hour, a night before a date line, summer time interrupted by Ramadan, an offset of 5:45, none
// at all, a change at 00:01.
const unusual = ['Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca', 'Asia/Kathmandu', 'UTC', 'Asia/Gaza'];

test.each(['Europe/Berlin', 'America/New_York', 'Asia/Shanghai', ...unusual])(
  '%s has the offset that Luxon gives, whatever was asked before',
  (name) => {
    const luxon = IANAZone.create(name);
    const changes = changesOf(name);
    const nearChange = changes.length === 0 ? fc.nat() : fc.constantFrom(...changes);
    const moments = fc.oneof(
      fc.tuple(nearChange, fc.integer({ min: -2 * minute, max: 2 * minute })).map(([at, off]) => at + off),
      fc.integer({ min: Date.UTC(1880, 0), max: Date.UTC(2100, 0) }),
    );
    fc.assert(
      fc.property(fc.array(moments, { maxLength: 20 }), (asked) => {
        for (const at of [...asked, ...asked]) expect(zoneNamed(name).offset(at)).toBe(luxon.offset(at));
      }),
    );
  },
);

test('still answers right after more moments than it remembers', () => {
  const zone = zoneNamed('Europe/Berlin');
  const luxon = IANAZone.create('Europe/Berlin');
  const moments = Array.from({ length: 2500 }, (_, n) => Date.UTC(2026, 2, 28) + n * minute);
  expect([...moments, ...moments].filter((at) => zone.offset(at) !== luxon.offset(at))).toEqual([]);
});

test('asks Luxon once for a day, but for the days on which the clocks change', () => {
  const luxon = jest.spyOn(IANAZone.prototype, 'offset');
  try {
    const zone = zoneNamed('Europe/Madrid');
    const hours = Array.from({ length: 365 * 24 }, (_, n) => Date.UTC(2026, 0, 1) + n * 60 * minute);
    for (const at of hours) zone.offset(at);
    expect(luxon.mock.calls.length).toBeLessThan(365 + 1 + 2 * 2 * 24 + 2);
  } finally {
    luxon.mockRestore();
  }
});

test('forgets what it was asked long ago: it remembers some years at most', () => {
  const zone = zoneNamed('Europe/Rome');
  const luxon = jest.spyOn(IANAZone.prototype, 'offset');
  try {
    const begin = Date.UTC(2026, 0, 5);
    const askedLuxon = (at: number) => {
      luxon.mockClear();
      zone.offset(at);
      return luxon.mock.calls.length > 0;
    };
    expect([askedLuxon(begin), askedLuxon(begin)]).toEqual([true, false]);
    for (let n = 0; n < 2500; n += 1) zone.offset(begin + n * 24 * 60 * minute);
    expect(askedLuxon(begin)).toBe(true);
  } finally {
    luxon.mockRestore();
  }
});

test('a change within a minute, as there were before 2000, is told to the second', () => {
  const zone = zoneNamed('Asia/Shanghai');
  const luxon = IANAZone.create('Asia/Shanghai');
  const change = Date.UTC(1900, 11, 31, 15, 54, 17);
  expect(luxon.offset(change)).not.toBe(luxon.offset(change - 1000));
  for (const at of [change - 1000, change, change + 1000]) expect(zone.offset(at)).toBe(luxon.offset(at));
});

test('a zone is remembered, and a name that is none is not: whoever makes names up can’t fill the memory', () => {
  expect(zoneNamed('Europe/Berlin')).toBe(zoneNamed('Europe/Berlin'));
  expect(zoneNamed('Nowhere/Else')).not.toBe(zoneNamed('Nowhere/Else'));
});
