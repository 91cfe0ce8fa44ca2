import { BSON } from 'mongodb';
import type { ReportEvent } from '../../src/report/events.js';
import { charactersLeft, requireSpace, sizeLimits } from '../../src/report/history-size.js';
import type { Person } from '../../src/report/person.js';
import { Refusal } from '../../src/report/refusal.js';
import { mei, rae, situations, tuesday } from './situations.js';

const contact = 'security@example.org';
const { received } = situations;
const longest = '漢'.repeat(3000);
const wrote = (text: string, who: Person = rae): ReportEvent => ({
  type: 'ReporterWrote',
  at: tuesday,
  by: { kind: 'person', person: who },
  purpose: 'answer',
  text,
});
const noted = (text: string): ReportEvent => ({
  type: 'NoteAdded',
  at: tuesday,
  by: { kind: 'person', person: mei },
  text,
});
const withdrawn: ReportEvent = { type: 'ReportWithdrawn', at: tuesday, by: { kind: 'person', person: rae } };
const failed: ReportEvent = { type: 'DeliveryFailed', at: tuesday, by: { kind: 'clock' }, event: 1 };
const credited: ReportEvent = {
  type: 'CreditChanged',
  at: tuesday,
  by: { kind: 'person', person: rae },
  credit: { by: 'name', name: longest },
};
const amended = (): ReportEvent => {
  const [first] = received;
  if (first?.type !== 'ReportReceived') throw new Error('a history begins so');
  return {
    type: 'ReportAmended',
    at: tuesday,
    by: { kind: 'person', person: rae },
    form: { ...first.form, overview: longest },
    affected: [],
  };
};

/** A history in which the reporter, or the team, wrote so many bytes. */
const withBytes = (bytes: number, write = (text: string) => wrote(text)) => [...received, write('x'.repeat(bytes))];

const codeOf = (ask: () => unknown) => {
  try {
    ask();
    return 'there is space';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

test.each([
  ['an ordinary reply', received, wrote(longest), 'there is space'],
  ['a reply that goes beyond the share', withBytes(sizeLimits.reporter - 5000), wrote(longest), 'share_used_up'],
  ['a corrected form that goes beyond it', withBytes(sizeLimits.reporter - 5000), amended(), 'share_used_up'],
  ['a credit that goes beyond it', withBytes(sizeLimits.reporter - 5000), credited, 'share_used_up'],
  ['a short reply that fits', withBytes(sizeLimits.reporter - 5000), wrote('Yes.'), 'there is space'],
  ['a withdrawal, with the share used up', withBytes(sizeLimits.reporter), withdrawn, 'there is space'],
  ['a note, with the share used up', withBytes(sizeLimits.reporter), noted(longest), 'there is space'],
  [
    'a note after 956 of the longest replies',
    [...received, ...Array(956).fill(wrote(longest))],
    noted(longest),
    'there is space',
  ],
  ['a reply that a responder took down', withBytes(sizeLimits.reporter), wrote(longest, mei), 'there is space'],
  ['a long note that goes beyond the whole', withBytes(sizeLimits.team - 5000, noted), noted(longest), 'report_full'],
  ['a short note then', withBytes(sizeLimits.team, noted), noted('Closed.'), 'there is space'],
  ['a short note beyond everything', withBytes(sizeLimits.short, noted), noted('Closed.'), 'report_full'],
  ['a withdrawal then', withBytes(sizeLimits.short, noted), withdrawn, 'there is space'],
  ['what the bot records then', withBytes(sizeLimits.short, noted), failed, 'there is space'],
])('%s', (_, history, event, expected) => {
  expect(codeOf(() => requireSpace(history, [event], contact))).toBe(expected);
});

test('whoever is refused reads for which report, and a reporter where else to write', () => {
  const full = withBytes(sizeLimits.reporter);
  const [first] = received;
  const id = first?.type === 'ReportReceived' ? first.id : '';
  expect(() => requireSpace(full, [wrote(longest)], contact)).toThrow(
    expect.objectContaining({ code: 'share_used_up', reasons: { id, contact } }),
  );
  expect(() => requireSpace(full, [wrote(longest)], undefined)).toThrow(expect.objectContaining({ reasons: { id } }));
  expect(() => requireSpace(withBytes(sizeLimits.short, noted), [noted('Closed.')], contact)).toThrow(
    expect.objectContaining({ code: 'report_full', reasons: { id } }),
  );
});

test('of several events each counts, whoever else acted', () => {
  expect(codeOf(() => requireSpace(withBytes(sizeLimits.reporter), [failed, wrote('Yes.')], contact))).toBe(
    'share_used_up',
  );
  expect(codeOf(() => requireSpace(withBytes(sizeLimits.short, noted), [failed, noted('Closed.')], contact))).toBe(
    'report_full',
  );
});

test('the limits hold to the byte', () => {
  const sizeOf = (history: readonly ReportEvent[]) =>
    history.reduce((size, event) => size + Buffer.byteLength(JSON.stringify(event)), 0);
  const filledUpTo = (most: number, write: (text: string) => ReportEvent, last: ReportEvent) =>
    [0, 1].map((more) => {
      const room = most - sizeOf([...received, write(''), last]) + more;
      return codeOf(() => requireSpace([...received, write('x'.repeat(room))], [last], contact));
    });
  expect(filledUpTo(sizeLimits.reporter, wrote, wrote('Yes.'))).toEqual(['there is space', 'share_used_up']);
  expect(filledUpTo(sizeLimits.short, noted, noted('Closed.'))).toEqual(['there is space', 'report_full']);
  const longAct = noted('x'.repeat(sizeLimits.shortAct));
  expect(filledUpTo(sizeLimits.team, noted, longAct)).toEqual(['there is space', 'report_full']);
  const shortAct = noted('x'.repeat(sizeLimits.shortAct - sizeOf([noted('')])));
  expect(filledUpTo(sizeLimits.short, noted, shortAct)).toEqual(['there is space', 'report_full']);
});

test('the share is what the reporter wrote, the form included, and nothing of the team', () => {
  expect(charactersLeft(withBytes(sizeLimits.reporter, noted), contact)).toBeUndefined();
  expect(charactersLeft([...received, wrote('x'.repeat(sizeLimits.reporter), mei)], contact)).toBeUndefined();
  const large = received.map((event) =>
    event.type === 'ReportReceived'
      ? { ...event, form: { ...event.form, overview: 'x'.repeat(sizeLimits.reporter) } }
      : event,
  );
  expect(() => charactersLeft(large, contact)).toThrow(expect.objectContaining({ code: 'share_used_up' }));
});

test('the reporter is warned before the share is used up, and no form is opened in vain', () => {
  expect(charactersLeft(received, contact)).toBeUndefined();
  expect(charactersLeft(withBytes(sizeLimits.reporter - 300 * 1024), contact)).toBeUndefined();
  const left = charactersLeft(withBytes(sizeLimits.reporter - 90_000), contact) ?? 0;
  expect(left).toBeLessThan(30_000);
  // What is said to fit does fit, even in three bytes a character.
  const history = withBytes(sizeLimits.reporter - 90_000);
  expect(codeOf(() => requireSpace(history, [wrote('漢'.repeat(left - 200))], contact))).toBe('there is space');
  expect(() => charactersLeft(withBytes(sizeLimits.reporter - 100), contact)).toThrow(
    expect.objectContaining({ code: 'share_used_up', reasons: { id: expect.anything(), contact } }),
  );
});

test('what MongoDB stores is no larger than what is counted', () => {
  const history = [
    ...received,
    amended(),
    ...Array.from({ length: 500 }, (_, n) => [wrote(`${n} ${longest}`), noted('漢字🙂"\\\n')]).flat(),
    failed,
  ];
  const counted = history.reduce((size, event) => size + Buffer.byteLength(JSON.stringify(event)), 0);
  const stored = BSON.calculateObjectSize({ history });
  expect(stored).toBeLessThanOrEqual(counted);
  expect(sizeLimits.short).toBeLessThan(16 * 1024 * 1024 - 1024 * 1024);
});
