import type { ReportEvent } from '../../src/report/events.js';
import type { Actor, Person } from '../../src/report/person.js';

type Published = Extract<ReportEvent, { type: 'AdvisoryPublished' }>;

const name = (actor: Actor) => (actor.kind === 'person' ? `${actor.person.team} ${actor.person.user}` : 'the clock');

/** An advisory follows from these events and from its own preparation. */
const changes: ReadonlySet<ReportEvent['type']> = new Set([
  'ReportAmended',
  'ReportAccepted',
  'FixRecorded',
  'CveRecorded',
  'CreditChanged',
  'DuplicateNoted',
  'DuplicateDropped',
  'DuplicateCreditChanged',
  'OriginalWithdrawn',
  'ReportDeclined',
  'MarkedDuplicate',
  'ReportWithdrawn',
  'ReportReopened',
  'DisclosurePrepared',
  'AdvisoryPublished',
]);

/**
 * By the history alone: what is wrong with the publication at this place. Empty when it was right. `whose` has the reporters
 * of duplicates.
 */
export function faultsOf(
  history: readonly ReportEvent[],
  place: number,
  whose: ReadonlyMap<string, Person> = new Map(),
): string[] {
  const published = history[place] as Published;
  const before = history.slice(0, place);
  const last = <T extends ReportEvent['type']>(type: T) =>
    before.findLast((event): event is Extract<ReportEvent, { type: T }> => event.type === type);
  const faults: string[] = [];
  const received = history[0];
  const own =
    received?.type === 'ReportReceived' && received.reporter.kind === 'slack'
      ? name({ kind: 'person', person: received.reporter.person })
      : '';

  const preparation = before[published.prepared];
  if (preparation?.type !== 'DisclosurePrepared') return ['what was published was never prepared'];
  const since = before.slice(published.prepared + 1);
  const approvals = since.filter(
    (event) => event.type === 'DisclosureApproved' && event.prepared === published.prepared,
  );
  const others = approvals.filter(({ by }) => name(by) !== name(preparation.by) && name(by) !== own);
  if (others.length === 0) faults.push('no second person agreed');
  if ([preparation.by, published.by].some((by) => name(by) === own)) faults.push('the reporter did it');
  const duplicates = new Set<string>();
  for (const event of before) {
    if (event.type === 'DuplicateNoted') duplicates.add(event.duplicate);
    if (event.type === 'DuplicateDropped') duplicates.delete(event.duplicate);
  }
  const thanked = [...duplicates].flatMap((id) => {
    const person = whose.get(id);
    return person === undefined ? [] : [name({ kind: 'person', person })];
  });
  const second = others.filter(({ by }) => !thanked.includes(name(by)));
  if (second.length === 0 || [preparation.by, published.by].some((by) => thanked.includes(name(by))))
    faults.push('somebody whom it thanks for a duplicate did it');
  if (since.some(({ type }) => changes.has(type))) faults.push('it was changed after somebody agreed');

  const accepted = last('ReportAccepted');
  const names = accepted?.lines.map(({ line }) => line) ?? [];
  const upTo = (line: string) => accepted?.lines.find((one) => one.line === line)?.upTo ?? '';
  // After a new acceptance a fix still counts, unless its line was left out or its release is affected by now.
  const fixes =
    last('FixRecorded')?.fixes.filter(
      (fix) => names.includes(fix.line) && (fix.outcome === 'wont_fix' || fix.version > upTo(fix.line)),
    ) ?? [];
  if (!fixes.some(({ outcome }) => outcome === 'fixed')) faults.push('no patched release is out');
  const broken = last('EmbargoBroken') !== undefined;
  if (!broken && names.some((line) => !fixes.some((fix) => fix.line === line))) faults.push('a line was left out');
  const embargo = last('EmbargoAgreed');
  const early = before.slice(embargo === undefined ? 0 : before.indexOf(embargo));
  const agreed = early.some(({ type }) => type === 'EarlyDisclosureAgreed');
  if (embargo !== undefined && embargo.until > published.at && !agreed && !broken)
    faults.push('an embargo was running');
  if (before.some((event) => event.type === 'AdvisoryPublished' && event.prepared === published.prepared))
    faults.push('it was published before');
  return faults;
}
