import type { ActionsBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import type { Duty } from '../../../report/duty.js';
import type { ReportId } from '../../../report/report-id.js';
import { actions } from '../actions.js';
import { button, buttons } from '../kit/blocks.js';

/** A report that somebody is reminded of or called to, and which of its duties is due first. `unassigned`: nobody has it. */
type Due = Readonly<{ id: ReportId; duty?: Duty | undefined; unassigned?: boolean }>;

/** What a duty waits for: the likeliest step first. */
const steps = {
  acknowledge: ['acknowledge', 'triage'],
  confirm: ['triage'],
  next_update: ['informReporter'],
  answer: ['askReporter', 'triage'],
  fix: ['recordFix'],
  stale: ['addNote', 'more'],
  // The reminder doesn't know how far the advisory is. The report does.
  publish: ['more'],
  embargo: ['more'],
} as const satisfies Record<Duty, unknown>;

/** The buttons by which somebody acts on a report where they are told of it: three at most. */
export function reminderButtons(
  { id, duty, unassigned = false }: Due,
  { card, triage, messages, remediation }: Locale,
  style?: 'primary',
): ActionsBlock {
  const labels = {
    acknowledge: card.acknowledge,
    assignToMe: card.assignToMe,
    triage: triage.button.triage,
    informReporter: messages.inform,
    askReporter: messages.ask,
    recordFix: remediation.button.fix,
    addNote: messages.note,
    more: card.more,
  };
  const [first, second] = duty === undefined ? [] : steps[duty];
  const after = unassigned ? 'assignToMe' : second;
  return buttons(
    ...(first === undefined ? [] : [button(actions[first], labels[first], { id, ...(style && { style }) })]),
    ...(after === undefined ? [] : [button(actions[after], labels[after], { id })]),
    button(actions.show, card.show, { id }),
  );
}
