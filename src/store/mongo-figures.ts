import type { Collection, Db } from 'mongodb';
import type { StoreFigures } from '../handling/metrics.js';
import type { SetAsideReason } from '../handling/store-errors.js';
import type { Keyring } from '../keys/keyring.js';
import { defined } from '../report/defined.js';
import { type Duty, dutyNames } from '../report/duty.js';
import { Status } from '../report/status.js';
import { quarantined } from './quarantine.js';
import { readableWith } from './report-document.js';
import { reportSchema } from './report-schema.js';

/** How long what was counted holds, in milliseconds: several replicas may be asked every few seconds. */
const holdsMs = 30_000;
const dayMs = 86_400_000;

type Counted = Omit<StoreFigures, 'dueSince' | 'quarantined'>;

/** Counts over fields in the clear. Opens nothing. */
export function mongoFigures(db: Db, ring: Keyring): (now: Date) => Promise<StoreFigures> {
  const reports = db.collection('reports');
  let counted: Readonly<{ at: number; figures: Promise<Counted> }> | undefined;
  return async (now) => {
    if (counted === undefined || performance.now() - counted.at >= holdsMs) {
      const figures = count(db, ring, now);
      const mine = { at: performance.now(), figures };
      counted = mine;
      figures.catch(() => {
        if (counted === mine) counted = undefined;
      });
    }
    const [figures, setAside, ...oldest] = await Promise.all([
      counted.figures,
      quarantined(db),
      oldestDue(reports, readableWith(ring), now),
      oldestDue(db.collection('desk'), {}, now),
    ]);
    const [dueSince] = oldest.filter((one) => one !== undefined).sort((a, b) => a.getTime() - b.getTime());
    return { ...figures, quarantined: setAside.length, ...defined({ dueSince }) };
  };
}

type Due = { wakeAt?: Date };

/** Held under a lease or not: what is claimed again and again is due all the while. */
async function oldestDue(collection: Collection<Due>, ours: object, now: Date): Promise<Date | undefined> {
  const options = { projection: { wakeAt: 1 }, sort: { wakeAt: 1 }, hint: 'wake' } as const;
  return (await collection.findOne({ ...ours, wakeAt: { $lte: now } }, options))?.wakeAt;
}

async function count(db: Db, ring: Keyring, now: Date): Promise<Counted> {
  const reports = db.collection('reports');
  const [kinds, duties, aside, erasing] = await Promise.all([
    countKinds(reports),
    countDuties(reports, now),
    quarantined(db),
    db.collection('erased').countDocuments({ unfinished: true }),
  ]);
  const asideAs = (reason: SetAsideReason) => aside.filter(({ why }) => why === reason).length;
  const sum = (which: (kind: Kind['_id']) => boolean) =>
    kinds.filter(({ _id }) => which(_id)).reduce((total, { n }) => total + n, 0);
  const of = (over: boolean) =>
    forEach(dutyNames, (duty) => duties.find(({ _id }) => _id.duty === duty && _id.over === over)?.n ?? 0);
  return {
    byStatus: forEach(Status.options, (status) => sum((kind) => kind.status === status)),
    atRisk: of(false),
    overdue: of(true),
    unreadable: {
      newer: sum(({ schema }) => schema > reportSchema),
      key: sum(({ schema, kid }) => schema <= reportSchema && !ring.keys.has(kid)),
      damaged: asideAs('damaged'),
      changed: asideAs('changed'),
    },
    erasing,
  };
}

type Kind = Readonly<{ _id: Readonly<{ status: string; schema: number; kid: string }>; n: number }>;

/** One pass over an index, without the documents. */
async function countKinds(reports: Collection): Promise<Kind[]> {
  const kind = { status: '$status', schema: '$schema', kid: '$sealed.dk.kid' };
  return await reports.aggregate<Kind>([{ $group: { _id: kind, n: { $sum: 1 } } }], { hint: 'kind' }).toArray();
}

async function countDuties(reports: Collection, now: Date) {
  const soon = new Date(now.getTime() + dayMs);
  return await reports
    .aggregate<Readonly<{ _id: Readonly<{ duty: Duty; over: boolean }>; n: number }>>([
      { $match: { dueAt: { $lt: soon } } },
      { $project: { duty: { $objectToArray: '$duties' } } },
      { $unwind: '$duty' },
      { $match: { 'duty.v.dueAt': { $lt: soon } } },
      { $group: { _id: { duty: '$duty.k', over: { $lt: ['$duty.v.dueAt', now] } }, n: { $sum: 1 } } },
    ])
    .toArray();
}

function forEach<K extends string>(keys: readonly K[], countOf: (key: K) => number): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, countOf(key)])) as Record<K, number>;
}
