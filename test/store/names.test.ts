import { ReportId } from '../../src/report/report-id.js';
import { namesOf } from '../../src/store/names.js';
import { newRing } from './a-report.js';

const ring = newRing();
const names = namesOf(ring);

describe('names', () => {
  it('are the same for the same person and view, and others for any other', () => {
    const one = names.submission('T1', 'U1', 'V1');
    expect(one).toMatch(/^[0-9a-f]{32}$/);
    expect(names.submission('T1', 'U1', 'V1')).toBe(one);
    const others = [
      names.submission('T1', 'U1', 'V2'),
      names.submission('T1', 'U2', 'V1'),
      names.submission('T2', 'U1', 'V1'),
    ];
    expect(new Set([one, ...others]).size).toBe(4);
  });

  it('do not run together where one part ends and the next begins', () => {
    expect(names.submission('T1', 'U1V', '1')).not.toBe(names.submission('T1', 'U1', 'V1'));
    expect(names.reporter('T1"', 'U1')).not.toBe(names.reporter('T1', '"U1'));
  });

  it('give a submission one id after another, each of the form that people type', () => {
    const submission = names.submission('T1', 'U1', 'V1');
    const ids = Array.from({ length: 50 }, (_, n) => names.reportId(submission, n));
    expect(new Set(ids).size).toBe(50);
    for (const id of ids) expect(ReportId.safeParse(id).success).toBe(true);
    expect(names.reportId(submission, 0)).toBe(ids[0]);
  });

  it('cannot be made without the key', () => {
    const other = namesOf(newRing());
    expect(other.submission('T1', 'U1', 'V1')).not.toBe(names.submission('T1', 'U1', 'V1'));
    expect(other.reporter('T1', 'U1')).not.toBe(names.reporter('T1', 'U1'));
    expect(other.reportId('00', 0)).not.toBe(names.reportId('00', 0));
  });

  it('stay the same when another key becomes the active one', () => {
    const rotated = namesOf({ ...ring, active: 'k2', keys: new Map([...ring.keys, ...newRing('k2').keys]) });
    expect(rotated.submission('T1', 'U1', 'V1')).toBe(names.submission('T1', 'U1', 'V1'));
    expect(rotated.reportId('00', 3)).toBe(names.reportId('00', 3));
  });

  it('need the key that the ring names for them', () => {
    expect(() => namesOf({ ...ring, index: 'k7' })).toThrow('the key ring has no key "k7"');
  });
});
