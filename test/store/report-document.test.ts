import fc from 'fast-check';
import { BSON } from 'mongodb';
import { Unreadable } from '../../src/handling/store-errors.js';
import type { ReportEvent } from '../../src/report/events.js';
import { plainText } from '../../src/report/plain-text.js';
import { keyedIds } from '../../src/store/keyed-ids.js';
import { reportDocuments } from '../../src/store/report-document.js';
import { open, seal } from '../../src/store/sealing.js';
import { upcast } from '../../src/store/upcast.js';
import { aForm } from '../support/a-form.js';
import { acknowledged, assignedTo, dutiesUntil, later, mo, morning, newRing, received, reportOf } from './a-report.js';

const ring = newRing();
const documents = reportDocuments('vulndesk', ring, keyedIds(ring));

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }).map((typed) => plainText(typed) || '-');
const moment = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
const person = fc.record({ team: fc.constant('T1'), user: fc.stringMatching(/^U[A-Z0-9]{1,8}$/), name: text });

const history: fc.Arbitrary<ReportEvent[]> = fc
  .record({
    reporter: person,
    at: moment,
    title: text,
    overview: text,
    versions: fc.array(text, { maxLength: 4 }),
    cve: fc.boolean(),
    by: person,
    message: text,
    steps: fc.nat(3),
  })
  .map(({ reporter, at, title, overview, versions, cve, by, message, steps }) => {
    const filled = { ...aForm(), title, overview, versions, ...(cve ? { cve: 'CVE-2026-12345' } : {}) };
    const actor = { kind: 'person', person: reporter } as const;
    const start = received({
      at,
      receivedAt: at,
      by: actor,
      reporter: { kind: 'slack', person: reporter },
      form: filled,
    });
    const rest: ReportEvent[] = [
      assignedTo(by, at),
      acknowledged(by, message, at),
      { type: 'DeliveryFailed', at, by: { kind: 'clock' }, event: 2 },
    ];
    return [...start, ...rest.slice(0, steps)];
  });

describe('a report document', () => {
  it('is read back exactly as it was written, whatever it holds', () => {
    const seed = Date.now();
    const runs = 300;
    console.info(`report documents: ${runs} histories from seed ${seed}`);
    fc.assert(
      fc.property(history, moment, (events, now) => {
        const report = reportOf(events);
        const duties = dutiesUntil(later(3000));
        const read = documents.read(documents.fresh({ report, history: events }, duties, now));
        expect(read).toEqual({
          report,
          history: events,
          version: 1,
          duties,
          cursor: { thread: 0, reporter: 0, rungs: {} },
          noticesFrom: report.receivedAt,
          uncertain: false,
          restedVersion: 0,
        });
      }),
      { seed, numRuns: runs },
    );
  });

  it('has the earliest deadline, the responder and since when in the clear, and leaves out what is not', () => {
    const kept = { noticesFrom: morning, restedVersion: 1 };
    const events = [...received(), assignedTo(mo, later(4))];
    const report = reportOf(events);
    expect(documents.saved({ report, history: events }, 2, dutiesUntil(later(9)), later(5), kept)).toMatchObject({
      responder: 'U0MO',
      responderSince: later(4),
      dueAt: later(9),
      wakeAt: later(5),
    });
    const plain = received();
    const bare = documents.saved({ report: reportOf(plain), history: plain }, 2, {}, morning, kept);
    expect(Object.keys(bare).sort()).toEqual([
      'duties',
      'events',
      'index',
      'mac',
      'noticesFrom',
      'receivedAt',
      'restedVersion',
      'schema',
      'sealed',
      'status',
      'version',
      'wakeAt',
    ]);
  });

  it('is refused when a field of the clear part is not as it ought to be, without a word of what was found', () => {
    const events = received();
    const document = documents.fresh({ report: reportOf(events), history: events }, {}, morning);
    for (const wrong of [
      { said: 'CANARY' },
      { status: 'CANARY' },
      { wakeAt: 'CANARY' },
      { sealed: { v: 1 } },
      { version: 0 },
    ]) {
      const fault = faultOf(() => documents.read({ ...document, ...wrong }));
      expect(fault).toBeInstanceOf(Unreadable);
      expect(`${fault} ${fault.stack} ${String(fault.cause)}`).not.toContain('CANARY');
    }
  });

  it('holds each text once', () => {
    const canary = 'a text that stands nowhere else';
    const events = [...received(), acknowledged(mo, canary)];
    const { sealed } = documents.fresh({ report: reportOf(events), history: events }, {}, morning);
    const content = open(sealed, { database: 'vulndesk', id: reportOf(events).id, version: 1 }, ring).toString();
    expect(content.split(canary)).toHaveLength(2);
    expect(content.split(reportOf(events).form.overview)).toHaveLength(2);
  });

  it('can not be passed off as a document of an earlier schema, nor an earlier one as of this', () => {
    const events = received();
    const report = reportOf(events);
    const document = documents.fresh({ report, history: events }, {}, morning);
    const earlier = { report, history: events };
    const place = { database: 'vulndesk', id: report.id, version: 1 };
    const { mac: _, ...uncoded } = document;
    const then = { ...uncoded, schema: 4, sealed: seal(BSON.serialize(earlier), place, ring) };
    expect(documents.read(then).report).toEqual(report);
    expect(faultOf(() => documents.read({ ...document, schema: 4 }))).toMatchObject({ why: 'changed' });
    expect(faultOf(() => documents.read({ ...then, schema: 5 }))).toMatchObject({ why: 'changed' });
    // The code taken away too: the sealed part says what it is.
    expect(faultOf(() => documents.read({ ...uncoded, schema: 4 }))).toMatchObject({ why: 'changed' });
  });

  it('does not open in another database', () => {
    const events = received();
    const document = documents.fresh({ report: reportOf(events), history: events }, {}, morning);
    expect(faultOf(() => reportDocuments('copy', ring, keyedIds(ring)).read(document))).toMatchObject({
      why: 'changed',
    });
  });
});

describe('a document of an earlier program', () => {
  const steps = [
    ({ old, ...rest }: { schema: number; [field: string]: unknown }) => ({ ...rest, schema: 2, renamed: old }),
    (document: { schema: number; [field: string]: unknown }) => ({ ...document, schema: 3, added: true }),
  ];
  it('is read in the newest shape, step by step', () => {
    expect(upcast({ schema: 1, old: 'x' }, 3, steps)).toEqual({ schema: 3, renamed: 'x', added: true });
    expect(upcast({ schema: 2, renamed: 'y' }, 3, steps)).toEqual({ schema: 3, renamed: 'y', added: true });
    expect(upcast({ schema: 3, renamed: 'z' }, 3, steps)).toEqual({ schema: 3, renamed: 'z' });
  });
  it('is left alone when it is of a later one, and refused when it has no schema', () => {
    expect(faultOf(() => upcast({ schema: 4 }, 3, steps))).toMatchObject({ why: 'newer' });
    expect(faultOf(() => upcast({}, 3, steps))).toMatchObject({ why: 'damaged' });
    expect(faultOf(() => upcast(null, 3, steps))).toMatchObject({ why: 'damaged' });
  });
});

function faultOf(read: () => unknown): Error {
  try {
    read();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('it was read');
}
