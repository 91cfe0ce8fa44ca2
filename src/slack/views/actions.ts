import { laterDateActions } from './parts/later-date.js';
import { nextActions } from './parts/next-steps.js';
import { ownActions } from './parts/own-steps.js';
import { remediationActions } from './parts/remediation-buttons.js';
import { severityActions } from './parts/severity-inputs.js';
import { messageActions } from './parts/steps-by-stage.js';
import { triageActions } from './parts/triage-buttons.js';
import { sharedActions } from './shared-actions.js';

/** Every button there is, by name. */
export const actions = {
  ...laterDateActions,
  ...nextActions,
  ...ownActions,
  ...remediationActions,
  ...severityActions,
  ...messageActions,
  ...triageActions,
  ...sharedActions,
} as const satisfies Record<string, string>;
export type ActionName = keyof typeof actions;

/** What stands in the menu of a message, by its callback id in the manifest. */
export const shortcuts = { reportMessage: 'report_message' } as const;
