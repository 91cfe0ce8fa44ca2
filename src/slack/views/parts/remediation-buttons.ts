import type { Button } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { hasPatchedRelease } from '../../../report/fixed-lines.js';
import { answersElsewhere } from '../../../report/permissions.js';
import type { Report } from '../../../report/report.js';
import { isAccepted, isClosed } from '../../../report/status.js';
import { button } from '../kit/blocks.js';

/** The buttons on the way to the publication. Each brings back the id of a report. */
export const remediationActions = {
  recordFix: 'record_fix',
  prepareDisclosure: 'prepare_disclosure',
  withdrawAdvisory: 'withdraw_advisory',
  approve: 'approve_disclosure',
  publish: 'publish_advisory',
  cve: 'cve_number',
  embargo: 'embargo',
  agreedEarly: 'reporter_agreed_early',
  credit: 'credit',
  embargoBroken: 'embargo_broken',
} as const;

/** The next step of an accepted report, for its card: one button, or none where nothing is left to do. */
export function nextRemediationButton(report: Report, { remediation, disclosure }: Locale): Button[] {
  const { id, prepared, status, embargoBroken } = report;
  if (!isAccepted(report)) return [];
  if (prepared !== undefined)
    return prepared.approved === undefined
      ? [button(remediationActions.approve, disclosure.button.approve, { style: 'primary', id })]
      : [button(remediationActions.publish, disclosure.button.publish, { style: 'primary', id })];
  if (status === 'fixed' || (status === 'accepted' && embargoBroken !== undefined && hasPatchedRelease(report)))
    return [button(remediationActions.prepareDisclosure, disclosure.button.prepare, { style: 'primary', id })];
  return status === 'accepted'
    ? [button(remediationActions.recordFix, remediation.button.fix, { style: 'primary', id })]
    : [];
}

/** What a responder may do now on the way to the publication, for More…, the likeliest first; a lead may do more. */
export function remediationButtons(report: Report, lead: boolean, { remediation, disclosure }: Locale): Button[] {
  const { id, status, embargo, earlyAgreedAt, embargoBroken, publications } = report;
  const open = !isClosed(report) && status !== 'disclosed';
  const remedying = status === 'accepted' || status === 'fixed';
  const prepare = status === 'disclosed' ? disclosure.button.correct : disclosure.button.prepare;
  const next = isAccepted(report)
    ? [
        button(remediationActions.recordFix, remediation.button.fix, { id }),
        button(remediationActions.prepareDisclosure, prepare, { id }),
      ]
    : [];
  const steps: readonly (readonly [boolean, () => Button])[] = [
    [!isClosed(report), () => button(remediationActions.cve, remediation.button.cve, { id })],
    [open && embargoBroken === undefined, () => button(remediationActions.embargo, remediation.button.embargo, { id })],
    [
      open && embargo !== undefined && earlyAgreedAt === undefined && answersElsewhere(report),
      () => button(remediationActions.agreedEarly, remediation.button.agreedEarly, { id }),
    ],
    [open || status === 'duplicate', () => button(remediationActions.credit, disclosure.button.credit, { id })],
    [
      status === 'disclosed' && publications.at(-1)?.withdrawn !== true,
      () => button(remediationActions.withdrawAdvisory, disclosure.button.withdraw, { style: 'danger', id }),
    ],
    [
      lead && remedying && embargoBroken === undefined,
      () => button(remediationActions.embargoBroken, remediation.button.embargoBroken, { style: 'danger', id }),
    ],
  ];
  const others = steps.flatMap(([may, step]) => (may ? [step()] : []));
  return [...(status === 'accepted' ? next : next.toReversed()), ...others];
}
