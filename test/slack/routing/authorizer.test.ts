import type { AuditEntry } from '../../../src/handling/audit.js';
import { Refusal } from '../../../src/report/refusal.js';
import { ReportId } from '../../../src/report/report-id.js';
import type { Interaction, Pressed } from '../../../src/slack/handlers/interaction.js';
import { createAuthorizer, type Use } from '../../../src/slack/routing/authorizer.js';
import type { Role } from '../../../src/slack/views/declare-surface.js';
import { policy } from '../../deadline/calendars.js';
import { mei } from '../../report/situations.js';

const now = new Date('2026-09-22T02:00:00Z');
const about = ReportId.parse('VR-7K2Q-9FDX');

type As = Readonly<{ team?: boolean; checked?: boolean; lead?: boolean }>;

/** What happens when somebody asks for something: what is done, told and noted, in order. `act` hears when something was told. */
async function whenAsked(
  use: Partial<Use>,
  { team = false, checked = true, lead = false }: As,
  act?: (told: Promise<void>) => unknown,
) {
  const happened: string[] = [];
  const noted: AuditEntry[] = [];
  const shown: string[] = [];
  let tell: () => void = () => undefined;
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const { authorize } = createAuthorizer({
    access: { isLead: async () => lead, isResponder: async () => team, responders: async () => [] },
    log: { note: () => undefined, warn: () => undefined, fail: () => 'ref-1' },
    policy,
    clock: () => now,
    audit: {
      note: (entry) => {
        noted.push(entry);
        happened.push(`${entry.deed} ${entry.code ?? ''}`.trim());
      },
    },
  });
  const interaction: Interaction & Partial<Pick<Pressed, 'settle'>> = {
    actor: { user: mei.user, team: mei.team },
    person: mei,
    teams: [mei.team],
    language: 'en',
    team,
    checked,
    answer: async ({ text, blocks }) => {
      happened.push(text);
      shown.push(JSON.stringify(blocks));
      tell();
    },
    settle: async () => void happened.push('in its place'),
    open: async () => undefined,
  };
  await authorize(interaction, { who: 'responder', what: 'show', ...use }, async () => {
    happened.push('done');
    await act?.(told);
  });
  return { happened, noted, shown };
}

const notForYou = expect.stringContaining('This is for the security team.');

test.each<[string, Role, As, unknown[]]>([
  ['whoever it is, for what is for anyone', 'anyone', {}, ['done']],
  ['a responder, for what is for them', 'responder', { team: true }, ['opened', 'done']],
  ['anyone, for what is for responders', 'responder', {}, ['refused not_for_you', notForYou]],
  [
    'somebody whom Slack could not tell about',
    'responder',
    { checked: false },
    ['refused access_unchecked', expect.stringContaining("Slack couldn't tell us")],
  ],
  ['a lead, for what is for leads', 'lead', { team: true, lead: true }, ['opened', 'done']],
  [
    'a responder, for what is for leads',
    'lead',
    { team: true },
    ['refused not_for_you', expect.stringContaining('Only a lead')],
  ],
])('%s', async (_, who, as, expected) => {
  expect((await whenAsked({ who }, as)).happened).toEqual(expected);
});

test('the trail says who opened which report, and whether they are of the team', async () => {
  const outside = await whenAsked({ who: 'anyone', about }, {});
  expect(outside.happened).toEqual(['opened', 'done']);
  expect(outside.noted).toEqual([
    { at: now, what: 'show', about, by: { kind: 'outside', person: mei }, deed: 'opened' },
  ]);
  expect((await whenAsked({}, { team: true })).noted).toEqual([
    { at: now, what: 'show', by: { kind: 'team', person: mei }, deed: 'opened' },
  ]);
});

test('what is refused is told, and stands in the trail', async () => {
  const { happened } = await whenAsked({}, { team: true }, () => {
    throw new Refusal('no_embargo', { id: about });
  });
  expect(happened).toEqual(['opened', 'done', 'refused no_embargo', expect.stringContaining('embargo')]);
});

test.each([
  new Refusal('no_hand_over', { id: about }),
  new Refusal('swap_turn_begun', {}),
  new Refusal('swap_turn_changed', {}),
  new Refusal('sending_not_held', {}),
  new Refusal('later_date_proposed_anew', { id: about, until: now }),
  new Refusal('promise_not_movable', { id: about, dueAt: now }),
  new Refusal('embargo_proposed_anew', { id: about, until: now }),
])('a question that nobody asks any more gives way to the answer: $code', async (refusal) => {
  const { happened } = await whenAsked({}, { team: true }, () => {
    throw refusal;
  });
  expect(happened).toEqual(['opened', 'done', `refused ${refusal.code}`, 'in its place']);
});

test.each([
  ['refused', new Refusal('no_embargo', { id: about }), ['refused no_embargo', expect.stringContaining('embargo')]],
  ['as uncertain', new TypeError('x is not a function'), []],
])('who was told that it is not certain hears it when it is %s in the end', async (_, error, more) => {
  const notCertain = expect.stringContaining("we can't tell whether it was done");
  const { happened } = await whenAsked({}, { team: true }, async (told) => {
    await told;
    throw error;
  });
  expect(happened).toEqual(['opened', 'done', notCertain, ...more]);
});

test.each([
  [true, true],
  [false, false],
])(
  'what fails is told with its reference. Somebody on the team (%s) can open the report from there: %s',
  async (team, named) => {
    const { happened, shown } = await whenAsked({ who: 'anyone', about }, { team }, () => {
      throw new TypeError('x is not a function');
    });
    expect(happened).toEqual(['opened', 'done', expect.stringContaining('ref-1')]);
    expect(shown.join().includes(about)).toBe(named);
  },
);
