import { replay } from '../../src/report/evolve.js';
import { evolveDisclosure } from '../../src/report/evolve-disclosure.js';
import type { Credit } from '../../src/report/form.js';
import { after, approve, correct, histories, prepare, reportInStatus } from './report-in-status.js';
import { bo, by, mei, minute, rae } from './situations.js';

const about = { at: minute(50), by: { kind: 'person', person: mei } } as const;
const prepared = after(reportInStatus('fixed'), [prepare, by(mei)]);
const published = reportInStatus('disclosed');

test('a prepared advisory is kept with its draft, and the reporter sees their credit', () => {
  expect(prepared).toMatchObject({
    draft: prepare.text,
    prepared: { event: 5, by: mei, text: prepare.text, credits: [] },
  });
  expect(prepared.messages.at(-1)).toMatchObject({
    purpose: 'credit',
    text: '',
    by: mei,
    route: 'direct_message',
    delivery: 'sent',
  });
  const corrected = after(published, [correct, by(mei)]);
  expect(corrected.prepared).toMatchObject({ change: correct.change });
  expect(corrected.messages).toEqual(published.messages);
});

test('an approval of another preparation changes nothing', () => {
  expect(after(prepared, [approve(), by(bo)]).prepared?.approved).toEqual({ at: minute(30), by: bo });
  expect(evolveDisclosure(prepared, { type: 'DisclosureApproved', ...about, prepared: 4 })).toBe(prepared);
  const unprepared = reportInStatus('fixed');
  expect(evolveDisclosure(unprepared, { type: 'DisclosureApproved', ...about, prepared: 5 })).toBe(unprepared);
});

test('what is published is what was prepared, with the facts of that moment', () => {
  const { severity, lines, fixes, cwes } = published;
  const [first] = published.publications;
  expect(published).toMatchObject({ status: 'disclosed', draft: prepare.text });
  expect(published).not.toHaveProperty('prepared');
  expect(first).toMatchObject({ by: bo, revision: 1, prepared: 5, text: prepare.text, severity, lines, fixes, cwes });
  expect(first).toMatchObject({
    cves: [],
    credits: [{ by: 'name', name: 'Rae' }],
    channel: 'C0ANNOUNCE',
    delivery: 'sent',
  });
  const other = {
    type: 'AdvisoryPublished',
    ...about,
    prepared: 4,
    channel: 'C0ANNOUNCE',
  } as const;
  expect(evolveDisclosure(prepared, other)).toBe(prepared);
  const unrated = { ...prepared, severity: undefined };
  expect(evolveDisclosure(unrated, { ...other, prepared: 5 })).toBe(unrated);
});

test('what is published has the CVE numbers of its vulnerability', () => {
  const numbered = { ...prepared, cve: { numbers: ['CVE-2026-12345', 'CVE-2026-12346'] } };
  const event = { type: 'AdvisoryPublished', ...about, prepared: 5, channel: 'C0ANNOUNCE' } as const;
  expect(evolveDisclosure(numbered, event).publications[0]?.cves).toEqual(['CVE-2026-12345', 'CVE-2026-12346']);
});

test('a withdrawal leaves the draft, and is a revision that says so', () => {
  const { text } = correct;
  const withdrawing = { type: 'DisclosurePrepared', ...about, text, credits: [] as Credit[] } as const;
  const ready = evolveDisclosure(published, {
    ...withdrawing,
    change: 'It was no flaw.',
    withdraws: true,
    route: 'direct_message',
  });
  expect(ready).toMatchObject({ draft: prepare.text, prepared: { withdraws: true, text } });
  const event = ready.prepared?.event ?? 0;
  const gone = evolveDisclosure(ready, { type: 'AdvisoryPublished', ...about, prepared: event, channel: 'C0ANNOUNCE' });
  expect(gone.publications.at(-1)).toMatchObject({ revision: 2, withdrawn: true, change: 'It was no flaw.' });
});

test('reporters of duplicates hear of it from the bot, and those outside Slack do not', () => {
  const thanks = { type: 'ReporterThanked', ...about, route: 'direct_message' } as const;
  const report = replay(histories.duplicate);
  const hears = {
    purpose: 'thanks',
    event: report.events,
    by: mei,
    route: 'direct_message',
    delivery: 'sent',
    text: '',
  };
  expect(evolveDisclosure(report, thanks).messages.at(-1)).toMatchObject(hears);
  const outside = { ...report, reporter: { kind: 'elsewhere', name: 'Kim', filedBy: rae } } as const;
  expect(evolveDisclosure(outside, thanks)).toBe(outside);
  const withdrawn = { id: 'VR-7K2Q-9FDX', reason: 'It was no flaw.' };
  const told = evolveDisclosure(report, { ...thanks, type: 'WithdrawalTold', withdrawn });
  expect(told.messages.at(-1)).toMatchObject({ ...hears, purpose: 'withdrawal', withdrawn });
});

test('another credit of a duplicate makes it unprepared', () => {
  const changed = evolveDisclosure(prepared, { type: 'DuplicateCreditChanged', at: minute(50), by: { kind: 'clock' } });
  expect(changed).not.toHaveProperty('prepared');
  expect(changed.draft).toEqual(prepare.text);
});
