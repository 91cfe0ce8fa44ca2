import type { ReportEvent } from '../../../src/report/events.js';
import type { Person } from '../../../src/report/person.js';

/** What is told of a report from triage to the thank-you, in every field that somebody types. */
export type LifeTold = Readonly<{ version: string; typed: string; title: string; creditName: string; message: string }>;

export const severity = {
  vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  score: 9.8,
  rating: 'critical',
} as const;

/** The steps of a whole life, after the acknowledgement at the second place of the history: accepted, fixed, published. */
export function lifeEvents(at: Date, person: Person, other: Person, told: LifeTold): readonly ReportEvent[] {
  const about = { at, by: { kind: 'person', person } } as const;
  const text = { title: told.title, summary: told.message, workaround: told.message };
  const lines = [
    { line: told.version, upTo: told.typed },
    { line: 'KubeSphere v3.4', from: '3.4.0', upTo: '3.4.1' },
  ];
  return [
    { type: 'ReportAccepted', ...about, severity, lines },
    { type: 'DuplicateNoted', ...about, duplicate: 'VR-7K2Q-9FD1' },
    { type: 'CveRequested', ...about },
    { type: 'CveRecorded', ...about, number: 'CVE-2026-12345' },
    { type: 'EmbargoProposed', ...about, until: at, route: 'direct_message' },
    { type: 'EmbargoAccepted', ...about },
    { type: 'EmbargoAgreed', ...about, until: at, route: 'direct_message' },
    { type: 'EarlyDisclosureAgreed', ...about },
    { type: 'EmbargoBroken', ...about, where: told.typed },
    {
      type: 'FixRecorded',
      ...about,
      fixes: [
        { outcome: 'wont_fix', line: told.version },
        {
          outcome: 'fixed',
          line: 'KubeSphere v3.4',
          version: told.typed,
          link: 'https://example.org/3.4.2',
          releasedAt: at,
        },
      ],
    },
    { type: 'CreditChanged', ...about, credit: { by: 'name', name: told.creditName, link: 'https://example.org/me' } },
    {
      type: 'DisclosurePrepared',
      ...about,
      text: { en: text, zh: text },
      credits: [{ by: 'name', name: told.creditName }, { by: 'nobody' }],
      route: 'direct_message',
    },
    { type: 'DisclosureApproved', at, by: { kind: 'person', person: other }, prepared: 14 },
    { type: 'AdvisoryPublished', ...about, prepared: 14, channel: 'C0ANNOUNCE' },
    { type: 'ReporterThanked', ...about, route: 'direct_message' },
  ];
}

/** A published advisory is withdrawn, from place `prepared` on. */
export function withdrawal(at: Date, person: Person, prepared: number, reason: string): readonly ReportEvent[] {
  const about = { at, by: { kind: 'person', person } } as const;
  const text = { en: { title: reason, summary: reason } };
  return [
    {
      type: 'DisclosurePrepared',
      ...about,
      text,
      credits: [],
      change: reason,
      withdraws: true,
      route: 'direct_message',
    },
    { type: 'AdvisoryPublished', ...about, prepared, channel: 'C0ANNOUNCE' },
    { type: 'WithdrawalTold', ...about, route: 'direct_message' },
  ];
}

/** The other ends, and the way back. */
export function otherEnds(at: Date, person: Person): readonly ReportEvent[] {
  const about = { at, by: { kind: 'person', person } } as const;
  return [
    { type: 'ReportDeclined', ...about, reason: 'works_as_intended', asksForPublicBug: true },
    { type: 'PublicBugAgreed', ...about },
    { type: 'ReportReopened', ...about },
    { type: 'MarkedDuplicate', ...about, of: 'VR-7K2Q-9FD1' },
    { type: 'OriginalWithdrawn', at, by: { kind: 'clock' }, of: 'VR-7K2Q-9FD1' },
    { type: 'DuplicateDropped', at, by: { kind: 'clock' }, duplicate: 'VR-7K2Q-9FD1' },
    { type: 'DuplicateCreditChanged', at, by: { kind: 'clock' } },
  ];
}
