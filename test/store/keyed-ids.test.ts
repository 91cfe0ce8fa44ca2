import { ReportId } from '../../src/report/report-id.js';
import { keyedIds } from '../../src/store/keyed-ids.js';
import { newRing } from './a-report.js';

const ring = newRing();
const ids = keyedIds(ring);

describe('ids', () => {
  it('are the same for the same person and view, and others for any other', () => {
    const one = ids.submission('T1', 'U1', 'V1');
    expect(one).toMatch(/^[0-9a-f]{32}$/);
    expect(ids.submission('T1', 'U1', 'V1')).toBe(one);
    const others = [
      ids.submission('T1', 'U1', 'V2'),
      ids.submission('T1', 'U2', 'V1'),
      ids.submission('T2', 'U1', 'V1'),
    ];
    expect(new Set([one, ...others]).size).toBe(4);
  });

  it('do not run together where one part ends and the next begins', () => {
    expect(ids.submission('T1', 'U1V', '1')).not.toBe(ids.submission('T1', 'U1', 'V1'));
    expect(ids.reporter('T1"', 'U1')).not.toBe(ids.reporter('T1', '"U1'));
  });

  it('give a submission one id after another, each of the form that people type', () => {
    const submission = ids.submission('T1', 'U1', 'V1');
    const candidates = Array.from({ length: 50 }, (_, n) => ids.reportId(submission, n));
    expect(new Set(candidates).size).toBe(50);
    for (const id of candidates) expect(ReportId.safeParse(id).success).toBe(true);
    expect(ids.reportId(submission, 0)).toBe(candidates[0]);
  });

  it('cannot be made without the key', () => {
    const other = keyedIds(newRing());
    expect(other.submission('T1', 'U1', 'V1')).not.toBe(ids.submission('T1', 'U1', 'V1'));
    expect(other.reporter('T1', 'U1')).not.toBe(ids.reporter('T1', 'U1'));
    expect(other.reportId('00', 0)).not.toBe(ids.reportId('00', 0));
  });

  it('stay the same when another key becomes the active one', () => {
    const rotated = keyedIds({ ...ring, active: 'k2', keys: new Map([...ring.keys, ...newRing('k2').keys]) });
    expect(rotated.submission('T1', 'U1', 'V1')).toBe(ids.submission('T1', 'U1', 'V1'));
    expect(rotated.reportId('00', 3)).toBe(ids.reportId('00', 3));
  });

  it('need the key that the ring ids for them', () => {
    expect(() => keyedIds({ ...ring, index: 'k7' })).toThrow('the key ring has no key "k7"');
  });

  it('stay as they are: another way would lose whose report is whose', () => {
    const written = keyedIds({ active: 'k1', index: 'k1', keys: new Map([['k1', Buffer.alloc(32, 1)]]) });
    expect(written.submission('T1', 'U1', 'V1')).toBe('92bf345e52f7b3eca05bb25cccb2aa70');
    expect(written.reporter('T1', 'U1')).toBe('5f2717f9a584f4e18865829f45d1d836');
    expect(written.pseudonym('person/T1/U1')).toBe('47c444b0923afb3d050b0b916f5f0943');
    expect(written.reportId('00', 0)).toBe('VR-DXW2-XAY1');
  });
});
