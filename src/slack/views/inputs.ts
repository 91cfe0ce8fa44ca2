import { baseMetrics, cvssVersions } from '../../report/cvss-metrics.js';
import { acceptInputs } from './forms/accept-form.js';
import { assignInputs } from './forms/assign-form.js';
import { creditInputs } from './forms/credit-form.js';
import { cveAndEmbargoInputs } from './forms/cve-and-embargo-forms.js';
import { declineInputs } from './forms/decline-form.js';
import { duplicateInputs } from './forms/duplicate-form.js';
import { eraseInputs } from './forms/erase-form.js';
import { fixInputs } from './forms/fix-form.js';
import { pauseInputs } from './forms/pause-form.js';
import { advisoryInputs } from './forms/prepare-form.js';
import { reportInputs } from './forms/report-form.js';
import { snoozeInputs } from './forms/snooze-form.js';
import { swapInputs } from './forms/swap-form.js';
import { listInputs } from './pages/report-list.js';
import { metricInput, sharedInputs } from './shared-inputs.js';

/** The block and action id of each input, by name. */
export const inputs = {
  ...acceptInputs,
  ...assignInputs,
  ...creditInputs,
  ...cveAndEmbargoInputs,
  ...declineInputs,
  ...duplicateInputs,
  ...eraseInputs,
  ...fixInputs,
  ...pauseInputs,
  ...advisoryInputs,
  ...reportInputs,
  ...snoozeInputs,
  ...swapInputs,
  ...listInputs,
  ...sharedInputs,
} as const;

/** Inputs of modals of which the bot hears at once when something is chosen or typed, by their action ids. */
export const choices = {
  vector: [inputs.vector],
  metric: cvssVersions.flatMap((version) => baseMetrics[version].map(({ name }) => metricInput(version, name))),
  declineReason: [inputs.declineReason],
  publicBug: [inputs.publicBug],
  listed: [inputs.listFilter, inputs.listSeverity],
} as const satisfies Record<string, readonly string[]>;
export type ChoiceName = keyof typeof choices;
