import type { KnownBlock } from '@slack/types';
import { dutyNames } from '../../../../src/report/duty.js';
import { show } from '../../../../src/slack/views/surfaces.js';
import { english, samplesWith } from '../surface-samples.js';

const samples = samplesWith(english);
const sampleOf = (count: number) => {
  const found = samples.reminderMessage.find(({ reminders }) => reminders.length === count);
  if (found === undefined) throw new Error(`no sample with ${count} reminders`);
  return found;
};
const drawn = (facts: (typeof samples.reminderMessage)[number]) => show('reminderMessage', facts, 'en').blocks ?? [];

/** Each line that names a report, with the buttons right below it. */
function linesOf(blocks: readonly KnownBlock[]) {
  return blocks.flatMap((block, i) => {
    const id = block.type === 'section' ? /VR-\w{4}-\w{4}/.exec(block.text?.text ?? '')?.[0] : undefined;
    const below = blocks[i + 1];
    if (id === undefined || below?.type !== 'actions') return [];
    const buttons = below.elements.flatMap((one) => (one.type === 'button' ? [one] : []));
    return [{ id, buttons: buttons.map(({ action_id, value, style }) => ({ action: action_id, value, style })) }];
  });
}
const actionsOf = (facts: (typeof samples.reminderMessage)[number]) =>
  linesOf(drawn(facts)).map(({ buttons }) => buttons.map(({ action }) => action));

test('each report of a reminder has its own line, in the order given, and its own buttons', () => {
  const several = sampleOf(3);
  const lines = linesOf(drawn(several));
  expect(lines.map(({ id }) => id)).toEqual(several.reminders.map(({ id }) => id));
  for (const { id, buttons } of lines) expect(new Set(buttons.map(({ value }) => value))).toEqual(new Set([id]));
  expect(lines.flatMap(({ buttons }) => buttons.map(({ style }) => style === 'primary')).indexOf(true)).toBe(0);
  expect(lines.flatMap(({ buttons }) => buttons).filter(({ style }) => style === 'primary')).toHaveLength(1);
});

test('whoever reads of a report that nobody has can take it, others can go on to the decision', () => {
  expect(actionsOf(sampleOf(3))).toEqual([
    ['acknowledge', 'assign_to_me', 'show_report'],
    ['acknowledge', 'triage', 'show_report'],
    ['acknowledge', 'triage', 'show_report'],
  ]);
});

test('each duty has its own step, and the report', () => {
  const facts = sampleOf(dutyNames.length);
  const duties = facts.reminders.map(({ deadline }) => deadline.duty);
  expect(Object.fromEntries(actionsOf(facts).map((actions, i) => [duties[i], actions]))).toEqual({
    acknowledge: ['acknowledge', 'triage', 'show_report'],
    confirm: ['triage', 'show_report'],
    next_update: ['inform_reporter', 'show_report'],
    embargo: ['more', 'show_report'],
    answer: ['ask_reporter', 'triage', 'show_report'],
    fix: ['record_fix', 'show_report'],
    stale: ['add_note', 'more', 'show_report'],
    publish: ['more', 'show_report'],
  });
});

test('what somebody is called to has the same buttons, alone and among reminders', () => {
  const notice = samples.immediateNotice.find(({ deadlines }) => deadlines.length > 0);
  const [deadline] = notice?.deadlines ?? [];
  if (notice === undefined || deadline === undefined) throw new Error('no sample');
  const { id } = notice.report;
  const buttons = (show('immediateNotice', notice, 'en').blocks ?? []).filter(({ type }) => type === 'actions');
  const among = drawn({ ...sampleOf(1), reminders: [], news: [{ id, because: notice.because, deadline }] });
  expect(buttons).toHaveLength(1);
  expect(among).toEqual(expect.arrayContaining(buttons));
});

test('a message stays within 50 blocks, and what it leaves out is counted and is in the list', () => {
  const many = sampleOf(60);
  const blocks = drawn(many);
  const lines = linesOf(blocks);
  expect(blocks).toHaveLength(50);
  expect(lines.map(({ id }) => id)).toEqual(many.reminders.slice(0, lines.length).map(({ id }) => id));
  expect(blocks).toContainEqual(
    expect.objectContaining({
      text: expect.objectContaining({ text: `${60 - lines.length} more reports need you too.` }),
      accessory: expect.objectContaining({ action_id: 'list_reports' }),
    }),
  );
});
