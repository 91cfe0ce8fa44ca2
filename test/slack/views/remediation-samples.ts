import { preparedAdvisory, publishedAdvisory } from '../../../src/advisory/advisory-of.js';
import { suggestedUpdate } from '../../../src/deadline/next-update.js';
import { publishDayConcerns } from '../../../src/deadline/publish-day-concerns.js';
import type { ReportEvent } from '../../../src/report/events.js';
import { replay } from '../../../src/report/evolve.js';
import type { Person } from '../../../src/report/person.js';
import type { FactsOf } from '../../../src/slack/views/surfaces.js';
import { china } from '../../deadline/calendars.js';
import { lifeEvents } from './stage-samples.js';
import type { Told } from './surface-samples.js';

type Remedy =
  | 'cveForm'
  | 'embargoForm'
  | 'embargoBrokenForm'
  | 'creditForm'
  | 'ownCreditForm'
  | 'fixForm'
  | 'prepareForm'
  | 'withdrawAdvisoryForm'
  | 'approveForm'
  | 'publishForm';

const { zone } = china;
export const updateBy = suggestedUpdate(new Date('2026-09-22T02:00:00Z'), china);

/**
 * The surfaces from accepted to publicly thanked. `before`: the history up to the acknowledgement, on Slack and by mail; the
 * steps of the life follow at the third place.
 */
export function remedySamples(
  told: Told,
  now: Date,
  people: Readonly<{ lin: Person; may: Person }>,
  before: Readonly<{ onSlack: readonly ReportEvent[]; byMail: readonly ReportEvent[] }>,
): { readonly [N in Remedy]: readonly FactsOf<N>[] } {
  const life = lifeEvents(now, people.lin, people.may, told);
  const accepted = replay([...before.onSlack, ...life.slice(0, 1)]);
  const agreed = replay([...before.onSlack, ...life.slice(0, 7)]);
  const broken = replay([...before.onSlack, ...life.slice(0, 9)]);
  const fixed = replay([...before.onSlack, ...life.slice(0, 7), ...life.slice(9, 11)]);
  const ready = replay([...before.onSlack, ...life.slice(0, 12)]);
  const approved = replay([...before.onSlack, ...life.slice(0, 13)]);
  const whole = replay([...before.onSlack, ...life]);
  const byMail = replay([...before.byMail, ...life.slice(0, 1)]);
  const early = replay([...before.onSlack, ...life.slice(0, 8), ...life.slice(9, 11)]);
  const running = { ...fixed, embargo: { opening: 1, since: now, dueAt: new Date(now.getTime() + 86_400_000) } };
  const nobody = { ...accepted, credit: { by: 'nobody' } as const };
  const manyLines = {
    ...accepted,
    lines: Array.from({ length: 40 }, (_, n) => ({ line: `${told.version} ${n}`, upTo: told.typed })),
  };
  const credits = [{ by: 'name', name: told.creditName, link: 'https://example.org/me' }, { by: 'nobody' }] as const;
  const list = { zone, byHand: false, credits: [], concerns: [], today: '2026-09-22', channel: 'C0ANNOUNCE', now };
  const worst = publishDayConcerns(new Date('2026-09-30T02:00:00Z'), china);
  const friday = publishDayConcerns(new Date('2026-12-25T02:00:00Z'), china);
  const { channel: _, ...unconfigured } = list;
  const publisher = {
    project: told.project,
    vendor: told.project,
    namespace: 'https://example.org',
    products: [],
    day: () => '2026-09-22',
  };
  const advisory = preparedAdvisory(approved, told.project, credits, now);
  const published = publishedAdvisory(whole, told.project);
  if (advisory === undefined || published === undefined) throw new Error('a sample has no advisory');
  const { text } = advisory;
  const first = told.language;
  const edition = { ...published, text: { en: { title: told.title, summary: told.typed }, zh: published.text.zh } };
  const gone = { ...published, withdrawn: { at: now, reason: told.typed } };
  const english = { ...advisory, text: { en: text.en } };
  return {
    cveForm: [accepted, agreed].map((report) => ({ report, zone })),
    embargoForm: [accepted, agreed, byMail].flatMap((report) =>
      [true, false].map((byHand) => ({
        report,
        zone,
        byHand,
        open: '09:00',
        ...(byHand ? {} : { latest: new Date('2026-12-21T18:00:00+08:00') }),
      })),
    ),
    embargoBrokenForm: [{ report: accepted }],
    creditForm: [accepted, nobody, whole, byMail].map((report) => ({ report })),
    ownCreditForm: [accepted, nobody, whole].map((report) => ({ report })),
    fixForm: [accepted, whole, manyLines].map((report) => ({ report, accepted: 4, today: '2026-09-22', zone })),
    prepareForm: [
      { report: accepted, ...unconfigured },
      { report: fixed, ...list, credits: [...credits], concerns: worst },
      { report: running, ...list, byHand: true, concerns: friday },
      { report: early, ...list },
      { report: broken, ...list },
      { report: ready, ...list },
      { report: whole, ...list },
    ],
    withdrawAdvisoryForm: [{ report: whole }],
    approveForm: [
      { report: ready, ...list, advisory, publisher, first },
      { report: ready, ...list, advisory, publisher, first, before: edition },
      { report: ready, ...list, concerns: worst, advisory: english, publisher, first },
      { report: ready, ...list, advisory: gone, publisher, first, before: edition },
    ],
    publishForm: [
      { report: approved, ...list, credits: [...credits], advisory, publisher, first, before: advisory },
      { report: approved, ...unconfigured, byHand: true, concerns: friday, advisory: published, publisher, first },
    ],
  };
}
