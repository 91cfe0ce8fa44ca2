import type { Db, IndexDescription } from 'mongodb';
import { openStatuses } from '../report/status.js';

const reports: IndexDescription[] = [
  { name: 'submission', key: { 'index.submission': 1 }, unique: true },
  { name: 'reporter', key: { 'index.reporter': 1, receivedAt: -1, _id: -1 } },
  { name: 'newest', key: { receivedAt: -1, _id: -1 } },
  { name: 'wake', key: { wakeAt: 1 }, sparse: true },
  { name: 'urgent', key: { urgentFrom: 1 }, sparse: true },
  { name: 'due', key: { dueAt: 1 }, sparse: true },
  { name: 'responder_due', key: { responder: 1, dueAt: 1 }, partialFilterExpression: { responder: { $exists: true } } },
  // For the look at the start: of the reports with an open duty, those that rest under another policy.
  { name: 'rested_under', key: { restedUnder: 1 }, partialFilterExpression: { dueAt: { $exists: true } } },
  // The same for what is open and has no deadline: a new policy may give it one.
  { name: 'open_under', key: { restedUnder: 1 }, partialFilterExpression: { status: { $in: [...openStatuses] } } },
  { name: 'undecided', key: { schema: 1 }, partialFilterExpression: { schema: 1 } },
  { name: 'sealed_under', key: { 'sealed.dk.kid': 1 } },
  { name: 'kind', key: { status: 1, schema: 1, 'sealed.dk.kid': 1 } },
];
/** The collection `desk` holds small documents without report text: people, intake messages, rate limits, keys. */
const desk: IndexDescription[] = [
  { name: 'wake', key: { wakeAt: 1 }, sparse: true },
  { name: 'over', key: { expireAt: 1 }, expireAfterSeconds: 0 },
  // Of two who take the same turn at once, one is late.
  { name: 'takes', key: { takes: 1 }, unique: true, partialFilterExpression: { takes: { $exists: true } } },
];
const audit: IndexDescription[] = [
  { name: 'about', key: { about: 1, at: 1 }, partialFilterExpression: { about: { $exists: true } } },
  { name: 'sealed_under', key: { 'sealed.dk.kid': 1 } },
];

const sent: IndexDescription[] = [
  { name: 'about', key: { about: 1 } },
  { name: 'sealed_under', key: { 'sealed.dk.kid': 1 } },
];
const erased: IndexDescription[] = [
  { name: 'unfinished', key: { unfinished: 1 }, partialFilterExpression: { unfinished: true } },
];

/** Creates missing indexes. The unique one keeps a report from being filed twice. */
export async function makeIndexes(db: Db): Promise<void> {
  await db.collection('reports').createIndexes(reports);
  await db.collection('desk').createIndexes(desk);
  await db.collection('audit').createIndexes(audit);
  await db.collection('sent').createIndexes(sent);
  await db.collection('erased').createIndexes(erased);
}
