import { writeSwap } from '../../src/deadline/swap.js';
import type { NewsReason } from '../../src/handling/immediate-notices.js';
import {
  type DutyMatter,
  dutyKey,
  eventOf,
  heldReports,
  isOfCall,
  isQuestion,
  isUrgentNews,
  pendingNews,
} from '../../src/handling/pending-news.js';
import type { TrackedPerson } from '../../src/handling/ports.js';
import type { DutyRow, TrackedReport } from '../../src/handling/tracked-report.js';
import type { Person } from '../../src/report/person.js';
import {
  acknowledge,
  assign,
  bo,
  by,
  historyOf,
  mei,
  rae,
  type Step,
  situations,
  submit,
  theClock,
  withdraw,
} from '../report/situations.js';
import { aForm } from '../support/a-form.js';
import { person, row, tracked } from './situations.js';

const id = 'VR-7K2Q-9FDX';
const wen: Person = { ...bo, user: 'U0WEN', name: 'Wen' };
const history = (...steps: readonly Step[]) => tracked(historyOf([submit, by(rae)], ...steps));

async function pending(
  about: TrackedReport | undefined,
  because: NewsReason,
  over: Partial<TrackedPerson> & { key?: string; left?: readonly string[]; rows?: readonly DutyRow[] } = {},
) {
  const { key = `${id}:told_0`, left = [], rows = [], ...rest } = over;
  const reports = {
    findEach: async (wanted: readonly string[]) => (about !== undefined && wanted.includes(id) ? [about] : []),
    openDuties: async () => rows,
  };
  const who = person('U0MEI', { news: { [key]: because }, ...rest });
  return await pendingNews(
    { reports, departed: async (users) => new Set(users.filter((user) => left.includes(user))) },
    who,
  );
}

describe('news of a report is still to be told', () => {
  const received = history();
  const [toMei, toBo] = [history([assign(mei), by(bo)]), history([assign(bo), by(mei)])];
  const acknowledged = history([assign(mei), by(mei)], [acknowledge, by(mei)]);
  const onDuty = history([{ type: 'AssignOnDuty', to: bo }, theClock]);
  const withdrawn = history([withdraw, by(rae)]);
  const offered = history([assign(mei), by(mei)], [assign(bo, mei.user), by(wen)]);
  const place = offered.report.offer?.event ?? 0;
  test.each<[string, boolean, TrackedReport | undefined, NewsReason, string?]>([
    ['whoever is on duty, while nobody has it', true, received, 'on_duty'],
    ['whoever is on duty, while it is theirs', true, toMei, 'on_duty'],
    ['whoever is on duty, once somebody else has it', false, toBo, 'on_duty'],
    ['whoever is on duty, once it is acknowledged', false, acknowledged, 'on_duty'],
    ['a lead, while nobody has it', true, received, 'lead'],
    ['a lead, once somebody took it', false, toBo, 'lead'],
    ['a lead, though it went to whoever is on duty', true, onDuty, 'lead'],
    ['a lead, once it is acknowledged', false, acknowledged, 'lead'],
    ['whoever it was assigned to, while it is theirs', true, toMei, 'assigned'],
    ['whoever it was assigned to, though it is acknowledged', true, acknowledged, 'assigned'],
    ['whoever it was assigned to, once it is another’s', false, toBo, 'assigned'],
    ['whoever is asked to take it', true, offered, 'offered', `${id}:told_${place}`],
    ['whose it is, while somebody is asked', true, offered, 'offer_made', `${id}:told_${place}`],
    ['whoever was asked before somebody else', false, offered, 'offered', `${id}:told_${place - 1}`],
    ['whose it is, of who was asked before', false, offered, 'offer_made', `${id}:told_${place - 1}`],
    ['who offered it, that it was taken', true, toBo, 'offer_accepted'],
    ['who offered it, that it was not', true, toMei, 'offer_declined'],
    ['anybody, once it is withdrawn', false, withdrawn, 'on_duty'],
    ['who offered it, once it is withdrawn', false, withdrawn, 'offer_declined'],
    ['anybody, where it is not there any more', false, undefined, 'on_duty'],
  ])('%s: %s', async (_, expected, about, because, key = `${id}:told_0`) => {
    expect(await pending(about, because, { key })).toEqual(expected ? [{ key, because, tracked: about }] : []);
  });

  test('not twice, nor to somebody who has left the team', async () => {
    expect(await pending(received, 'on_duty', { rungs: { [`${id}:told_0`]: 1 } })).toEqual([]);
    expect(await pending(received, 'on_duty', { rungs: { [`${id}:told_1`]: 1 } })).toHaveLength(1);
    expect(await pending(received, 'on_duty', { left: ['U0MEI'] })).toEqual([]);
    expect(await pending(received, 'on_duty', { left: ['U0BO'] })).toHaveLength(1);
  });

  test('by the place in the history that its key names', () => {
    expect(eventOf(`${id}:told_12`)).toBe(12);
  });
});

describe('news of duty', () => {
  const days = { user: 'U0BO', from: '2026-09-22', to: '2026-09-24' } as const;
  const skipped = { user: 'U0BO', until: new Date('2026-09-22T09:00:00Z'), reports: [id, 'VR-0000-0001'] };
  const swap = {
    mine: { user: 'U0BO', from: new Date('2026-09-28T00:00:00Z'), to: new Date('2026-10-05T00:00:00Z') },
    theirs: { user: 'U0MEI', from: new Date('2026-10-05T00:00:00Z'), to: new Date('2026-10-12T00:00:00Z') },
  };
  const matters: readonly DutyMatter[] = [
    { because: 'cover_asked', about: days },
    { because: 'cover_asked', about: swap },
    { because: 'stand_in_asked', about: days, reports: [] },
    { because: 'last_skipped', about: skipped },
  ];

  test('is kept under a key from which it comes back', async () => {
    expect(matters.map(dutyKey)).toEqual([
      'cover_asked/U0BO/2026-09-22/2026-09-24',
      `cover_asked/${writeSwap(swap)}`,
      'stand_in_asked/U0BO/2026-09-22/2026-09-24',
      `last_skipped/U0BO/${skipped.until.getTime()}/${id},VR-0000-0001`,
    ]);
    for (const matter of matters) {
      const key = dutyKey(matter);
      expect(await pending(undefined, matter.because, { key })).toEqual([{ key, ...matter }]);
    }
  });

  test('has what that person holds, the exploited first', async () => {
    const { acknowledge: open } = row().duties;
    if (open === undefined) throw new Error('a row has an open duty');
    const rows = [
      row(),
      row({ id: 'VR-0000-0001', duties: { acknowledge: { ...open, exploited: true }, confirm: open } }),
    ];
    const held = [
      { id: 'VR-0000-0001', exploited: true },
      { id, exploited: false },
    ];
    const asked: unknown[] = [];
    const openDuties = async (query: unknown) => {
      asked.push(query);
      return rows;
    };
    expect(await heldReports({ openDuties }, 'U0BO')).toEqual(held);
    expect(asked).toEqual([{ responder: 'U0BO', limit: 100 }]);
    const [news] = await pending(undefined, 'stand_in_asked', {
      key: 'stand_in_asked/U0BO/2026-09-22/2026-09-24',
      rows,
    });
    expect(news).toMatchObject({ about: days, reports: held });
  });
});

test('a call is no question, and only what is exploited or public is told at any hour', () => {
  const exploited = tracked(historyOf([{ ...submit, form: aForm({ knownAlready: 'exploited' }) }, by(rae)]));
  const about = (because: 'on_duty' | 'offered', one: TrackedReport) => ({
    key: `${id}:told_0`,
    because,
    tracked: one,
  });
  const calm = tracked(situations.received);
  const duty = {
    key: 'no_substitute/U0BO/a/b',
    because: 'no_substitute',
    about: { user: 'U0BO', from: '', to: '' },
    reports: [],
  } as const;
  expect([about('on_duty', calm), about('offered', calm), duty].map((one) => [isOfCall(one), isQuestion(one)])).toEqual(
    [
      [true, false],
      [false, true],
      [false, true],
    ],
  );
  expect([about('on_duty', exploited), about('on_duty', calm), duty].map(isUrgentNews)).toEqual([true, false, false]);
});
