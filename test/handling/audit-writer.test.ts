import type { AuditEntry, PlacedEntry } from '../../src/handling/audit.js';
import { createAuditWriter } from '../../src/handling/audit-writer.js';
import { createLog } from '../../src/ops/log.js';
import { until } from '../support/bounded-poll.js';

const at = new Date('2026-09-22T02:00:00Z');
const person = { team: 'T0HOME', user: 'U0MEI', name: 'Mei' };
const opened: AuditEntry = { at, deed: 'opened', what: 'show', about: 'VR-7K2Q-9FDX', by: { kind: 'team', person } };
const refused = (minutes = 0): AuditEntry => ({
  ...opened,
  at: new Date(at.getTime() + minutes * 60_000),
  deed: 'refused',
  code: 'not_for_you',
});

/** A trail that refuses as long as it is told to. */
function aTrail() {
  const there = new Map<string, PlacedEntry>();
  const trail = {
    away: false,
    tries: 0,
    there,
    add: async (entries: readonly PlacedEntry[]) => {
      trail.tries += 1;
      if (trail.away) throw new Error('away');
      for (const one of entries) there.set(`${one.place.writer}/${one.place.number}`, one);
    },
    about: async () => [],
    missing: async () => 0,
  };
  return trail;
}
function started() {
  const logged: string[] = [];
  const trail = aTrail();
  const log = createLog('error', { write: (line) => void logged.push(line) });
  const writer = createAuditWriter({ trail, log });
  const entries = () => [...trail.there.values()].map(({ entry }) => entry);
  const numbers = () => [...trail.there.values()].map(({ place }) => place.number);
  return { trail, writer, logged, entries, numbers };
}

test('writes entries in order, numbered from 1', async () => {
  const { writer, entries, numbers, logged } = started();
  writer.note(opened);
  writer.note(refused());
  await writer.stop();
  expect(entries()).toEqual([opened, refused()]);
  expect(numbers()).toEqual([1, 2]);
  expect(logged).toEqual([]);
});

test('what cannot be written is told in the log and written when the database is back', async () => {
  const { trail, writer, logged, entries } = started();
  trail.away = true;
  writer.note(opened);
  await new Promise<void>((resolve) => setImmediate(resolve));
  expect(entries()).toEqual([]);
  expect(logged.join()).toContain('audit trail not written yet');
  trail.away = false;
  await writer.stop();
  expect(entries()).toEqual([opened]);
});

test('what cannot be written is tried again, without a press or a stop, and told once', async () => {
  const { trail, writer, logged, entries } = started();
  trail.away = true;
  writer.note(opened);
  await until('it is tried twice', () => trail.tries === 2 || undefined);
  expect(logged).toHaveLength(1);
  expect(logged[0]).toContain('"waiting":1');
  trail.away = false;
  await until('it is written', () => entries().length === 1 || undefined);
  expect(logged).toHaveLength(1);
});

test('a stop does not wait for a database that is away, and tells how many entries are lost', async () => {
  const { trail, writer, logged } = started();
  trail.away = true;
  writer.note(opened);
  writer.note(opened);
  await writer.stop();
  expect(logged.at(-1)).toContain('audit entries lost');
  expect(logged.at(-1)).toContain('"count":2');
  const { tries } = trail;
  await new Promise<void>((resolve) => setImmediate(resolve));
  expect(trail.tries).toBe(tries);
});

test('what is lost is told in the log by its number', async () => {
  const { trail, writer, logged, numbers } = started();
  trail.away = true;
  for (let n = 1; n <= 10_002; n += 1) writer.note(opened);
  expect(logged.filter((line) => line.includes('audit entry lost'))).toHaveLength(2);
  expect(logged.at(-1)).toContain('"number":10002');
  expect(logged.at(-1)).toContain('"id":"VR-7K2Q-9FDX"');
  const { about: _, ...about } = opened;
  writer.note(about);
  expect(logged.at(-1)).not.toContain('"id"');
  trail.away = false;
  await writer.stop();
  writer.note(opened);
  await writer.stop();
  expect(numbers().at(-1)).toBe(10_004);
  expect(numbers()).toHaveLength(10_001);
});

test('many refusals of one person share an entry, which says how many', async () => {
  const { writer, entries } = started();
  for (let n = 0; n < 50; n += 1) writer.note(refused());
  writer.note({ ...refused(), by: { kind: 'outside', person: { ...person, user: 'U0ANA' } } });
  writer.note(refused(60));
  await writer.stop();
  await writer.stop();
  const own = entries().filter(({ by }) => by.kind === 'team');
  expect(own).toHaveLength(20 + 1 + 1);
  expect(own[20]).toMatchObject({ deed: 'refused', times: 30 });
  expect(own[20]).not.toHaveProperty('about');
  expect(entries()).toHaveLength(23);
});

test('as many as have an entry each are not counted again', async () => {
  const { writer, entries } = started();
  for (let n = 0; n < 20; n += 1) writer.note(refused(n));
  writer.note(refused(60));
  await writer.stop();
  expect(entries()).toEqual([...Array.from({ length: 20 }, (_, n) => refused(n)), refused(60)]);
});
