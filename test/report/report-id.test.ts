import fc from 'fast-check';
import { ReportId, readReportId, reportIdFrom } from '../../src/report/report-id.js';
import { seeded } from '../support/seeded.js';

const { seed } = seeded('TEST_SEED');
const numRuns = 250;
const bytes = fc.uint8Array({ minLength: 5, maxLength: 32 });

describe('a report id', () => {
  test('stands for the first 40 bits, high bits first', () => {
    expect(reportIdFrom(Uint8Array.of(0, 0, 0, 0, 0))).toBe('VR-0000-0000');
    expect(reportIdFrom(Uint8Array.of(255, 255, 255, 255, 255))).toBe('VR-ZZZZ-ZZZZ');
    expect(reportIdFrom(Uint8Array.of(0, 0, 0, 0, 1, 77))).toBe('VR-0000-0001');
    expect(reportIdFrom(Uint8Array.of(0b00001_000, 0b10_00011_0, 0b0100_0010, 0b1_00110_00, 0b111_01000))).toBe(
      'VR-1234-5678',
    );
  });
  test('uses every one of the 40 bits, and no more', () => {
    const ids = Array.from({ length: 40 }, (_, bit) => {
      const one = new Uint8Array(6);
      one[bit >> 3] = 0x80 >> (bit & 7);
      return reportIdFrom(one);
    });
    expect(new Set([...ids, 'VR-0000-0000']).size).toBe(41);
    expect(reportIdFrom(Uint8Array.of(1, 2, 3, 4, 5, 6))).toBe(reportIdFrom(Uint8Array.of(1, 2, 3, 4, 5, 200)));
  });
  test('needs 40 bits', () => {
    expect(() => reportIdFrom(new Uint8Array(4))).toThrow(RangeError);
  });
  test.each([
    ['as it is written', 'VR-7K2Q-9FDX'],
    ['in small letters', 'vr-7k2q-9fdx'],
    ['without dashes', 'VR7K2Q9FDX'],
    ['without VR', '7k2q9fdx'],
    ['with spaces', '  vr 7K2Q 9FDX '],
    ['with the dashes that a text program makes', 'VR\u20137K2Q\u20149FDX'],
  ])('is read %s', (_, typed) => {
    expect(readReportId(typed)).toBe('VR-7K2Q-9FDX');
  });
  test('takes I and L for 1, and O for 0', () => {
    expect(readReportId('vr-iLo0-lIO0')).toBe('VR-1100-1100');
  });
  test('may itself begin with VR', () => {
    expect(readReportId('VRAB-CDEF')).toBe('VR-VRAB-CDEF');
    expect(readReportId('VR-VRAB-CDEF')).toBe('VR-VRAB-CDEF');
  });
  test.each([
    '',
    'VR',
    'VR-7K2Q',
    'VR-7K2Q-9FD',
    'VR-7K2Q-9FDXX',
    'VR-7K2Q-9FDU',
    'CVE-2026-1234',
    'VR-7K2Q_9FDX',
    '?',
  ])('is not %p', (typed) => {
    expect(readReportId(typed)).toBeUndefined();
  });
  test(`comes back however it is typed (${numRuns} runs, seed ${seed})`, () => {
    fc.assert(
      fc.property(bytes, fc.array(fc.nat(12), { maxLength: 4 }), fc.boolean(), (some, gaps, small) => {
        const id = reportIdFrom(some);
        expect(ReportId.safeParse(id).success).toBe(true);
        const letters = [...id.replace(/1/g, 'l').replace(/0/g, 'O')];
        for (const gap of gaps) letters.splice(gap, 0, gap % 2 === 0 ? ' ' : '-');
        expect(readReportId(small ? letters.join('').toLowerCase() : letters.join(''))).toBe(id);
      }),
      { seed, numRuns },
    );
  });
  test(`is read from nothing but a valid text (${numRuns} runs, seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const id = readReportId(typed);
        if (id !== undefined) expect(ReportId.safeParse(id).success).toBe(true);
      }),
      { seed, numRuns },
    );
  });
});
