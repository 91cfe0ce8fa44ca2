import type { Notice } from '../../src/handling/due-notices.js';
import { Unreadable } from '../../src/handling/store-errors.js';
import { originalShown, syncDuplicates } from '../../src/handling/sync-duplicates.js';
import type { TrackedReport } from '../../src/handling/tracked-report.js';
import { Refusal } from '../../src/report/refusal.js';
import type { ReportId } from '../../src/report/report-id.js';
import { accept, approve, fix, prepare, publish } from '../report/report-in-status.js';
import {
  acknowledge,
  assign,
  bo,
  by,
  historyOf,
  mei,
  minute,
  rae,
  type Step,
  submit,
  theClock,
} from '../report/situations.js';
import { tracked } from './situations.js';

const [one, two, three] = ['VR-0000-0001', 'VR-0000-0002', 'VR-0000-0003'] as const;
const tell = { message: 'It is known.', route: 'direct_message' } as const;
const start: readonly Step[] = [
  [assign(mei), by(mei)],
  [acknowledge, by(mei)],
];
const report = (id: ReportId, ...steps: readonly Step[]) =>
  tracked(historyOf([{ ...submit, id, submission: id }, by(rae)], ...steps));
const marked = (of: ReportId): Step => [{ type: 'MarkDuplicate', of, tell }, by(bo)];
const noted = (duplicate: ReportId): Step => [{ type: 'NoteDuplicate', duplicate }, by(bo)];
const original = (...steps: readonly Step[]) => report(one, noted(two), ...steps);
const duplicate = report(two, ...start, marked(one));
const published: readonly Step[] = [
  ...start,
  [accept, by(mei)],
  [fix, by(mei)],
  [prepare, by(mei)],
  [approve(), by(bo)],
  [publish(), by(bo)],
];
const isPublic = report(one, ...published, noted(two));
const isWithdrawn = report(
  one,
  ...published,
  [{ type: 'PrepareWithdrawal', reason: 'Nobody can reach it.', route: 'direct_message' }, by(mei)],
  [approve(9), by(bo)],
  [publish(9), by(bo)],
  noted(two),
);
const prepared = report(one, ...published.slice(0, 5));
const left: Step = [{ type: 'WithdrawReport' }, by(rae)];

type Reports = readonly (TrackedReport | ReportId)[];

/** A look at the first of these reports. Those that only their id stands for can't be read. What is done about which. */
async function sync(reports: Reports, { at = minute(60), error = undefined as Error | undefined } = {}) {
  const [about] = reports;
  if (about === undefined || typeof about === 'string') throw new Error('a report is looked at');
  const done: string[] = [];
  const synced = syncDuplicates(
    {
      reports: {
        find: async (id) => {
          const found = reports.findLast((some) => (typeof some === 'string' ? some : some.report.id) === id);
          if (typeof found === 'string') throw new Unreadable('damaged');
          return found;
        },
      },
      handle: async (id, command, actor) => {
        const who = actor.kind === 'person' ? actor.person.name : actor.kind;
        done.push(`${typeof command === 'function' ? 'made' : command.type} ${id} by ${who}`);
        if (error !== undefined) throw error;
        return about;
      },
    },
    about,
    at,
  );
  return { synced: await synced, done };
}
const still = { moved: false };
const compare = 'CompareCredits VR-0000-0001 by clock';

test.each<[string, Reports, readonly string[]]>([
  ['none', [report(one)], []],
  ['marked', [duplicate, original()], ['NoteDuplicate VR-0000-0001 by Bo', compare]],
  ['marked, of one that is not there', [duplicate], ['NoteDuplicate VR-0000-0001 by Bo', compare]],
  ['marked, of one that cannot be read', [duplicate, one], ['NoteDuplicate VR-0000-0001 by Bo', compare]],
  ['marked, of one that is withdrawn', [duplicate, original(left)], ['LeaveOriginal VR-0000-0002 by clock']],
  [
    'marked, of one that is public',
    [duplicate, isPublic],
    ['NoteDuplicate VR-0000-0001 by Bo', compare, 'ThankReporter VR-0000-0002 by Bo'],
  ],
  [
    'marked, of one that is public no longer',
    [duplicate, isWithdrawn],
    ['NoteDuplicate VR-0000-0001 by Bo', compare, 'TellWithdrawal VR-0000-0002 by Bo'],
  ],
  [
    'no duplicate any more',
    [report(two, ...start, marked(one), [{ type: 'ReopenReport' }, by(mei)]), original()],
    ['DropDuplicate VR-0000-0001 by clock'],
  ],
])('a report looks after its original: %s', async (_, reports, done) => {
  expect(await sync(reports)).toEqual({ synced: still, done });
});

test.each<[string, Reports, readonly string[]]>([
  ['marked', [original(), duplicate], []],
  ['not there', [original()], []],
  ['that cannot be read', [original(), two], []],
  ['not marked after a minute', [original(), report(two)], ['DropDuplicate VR-0000-0001 by clock']],
  ['once it is withdrawn', [original(left), duplicate], ['LeaveOriginal VR-0000-0002 by clock']],
  ['once it is public', [isPublic, duplicate], ['ThankReporter VR-0000-0002 by Bo']],
  [
    'that is another one’s, once it is public',
    [isPublic, report(two, ...start, marked(three))],
    ['DropDuplicate VR-0000-0001 by clock'],
  ],
  ['while it is prepared', [{ ...prepared, report: { ...prepared.report, duplicates: [two] } }, duplicate], [compare]],
])('a report looks after its duplicates: %s', async (_, reports, done) => {
  expect(await sync(reports)).toEqual({ synced: still, done });
});

test('what may be being marked just now is looked at again when that is over, the first one first', async () => {
  const both = report(one, noted(two), noted(three));
  const [second, third] = [report(two), report(three)];
  expect((await sync([both, second, third], { at: minute(1) })).synced).toEqual({ moved: false, lookAgain: minute(2) });
  expect(await sync([both, second, third], { at: minute(2) })).toEqual({
    synced: { moved: false, lookAgain: minute(3) },
    done: ['DropDuplicate VR-0000-0001 by clock'],
  });
  const twice = report(
    one,
    noted(two),
    [{ type: 'DropDuplicate', duplicate: two }, theClock],
    noted(three),
    noted(two),
  );
  expect((await sync([twice, second, third], { at: minute(3) })).synced.lookAgain).toEqual(minute(4));
});

test('a report that was written meanwhile has moved', async () => {
  expect((await sync([duplicate, original(), { ...duplicate, version: 99 }])).synced).toEqual({ moved: true });
});

test('what is refused is nothing to do; a lost race is; any other error is passed on', async () => {
  const refused = new Refusal('no_such_report', { id: one });
  expect((await sync([duplicate, original()], { error: refused })).synced).toEqual(still);
  expect((await sync([duplicate, original()], { error: new Unreadable('key') })).synced).toEqual(still);
  const lost = new Refusal('changed_meanwhile', { id: one });
  expect((await sync([duplicate, original()], { error: lost })).synced).toEqual({ moved: true });
  const away = new Error('the database is away');
  await expect(sync([duplicate, original()], { error: away })).rejects.toBe(away);
});

test('the original is shown with the thanks to the reporter of a duplicate, and with nothing else', async () => {
  const thanked = report(two, ...start, marked(one), [{ type: 'ThankReporter', of: one }, by(bo)]);
  const shown = async (about: TrackedReport, notice: Notice) => {
    const reports = { find: async (id: ReportId) => (id === one ? isPublic : undefined) };
    return await originalShown({ reports }, about, notice);
  };
  const [acknowledged = 0, thanks = 0] = ['acknowledgement', 'thanks'].flatMap((purpose) =>
    thanked.report.messages.filter((message) => message.purpose === purpose).map(({ event }) => event),
  );
  const of = (message: number) => ({ kind: 'message', event: message, message }) as const;
  expect(await shown(thanked, of(thanks))).toEqual(isPublic.report);
  expect(await shown(thanked, of(acknowledged))).toBeUndefined();
  expect(await shown(thanked, of(99))).toBeUndefined();
  expect(await shown(thanked, { ...of(thanks), kind: 'announcement', publication: 0 })).toBeUndefined();
  const { duplicateOf: _, ...alone } = thanked.report;
  expect(await shown({ ...thanked, report: alone }, of(thanks))).toBeUndefined();
  const orphan = { ...thanked.report, duplicateOf: three };
  expect(await shown({ ...thanked, report: orphan }, of(thanks))).toBeUndefined();
});
