import { acceptHandlers } from '../handlers/accept.js';
import { acknowledgeHandlers } from '../handlers/acknowledge.js';
import { assignHandlers } from '../handlers/assign.js';
import { declineHandlers } from '../handlers/decline.js';
import { discloseHandlers } from '../handlers/disclose.js';
import type { HandlerDeps } from '../handlers/handler-deps.js';
import type { ButtonRoute, ChoiceRoute, FormRoute, VerbRoute } from '../handlers/interaction.js';
import { markDuplicateHandlers } from '../handlers/mark-duplicate.js';
import { menuAndHelpHandlers } from '../handlers/menu-and-help.js';
import { messageReporterHandlers } from '../handlers/message-reporter.js';
import { ownReportsHandlers } from '../handlers/own-reports.js';
import { publicBugHandlers } from '../handlers/public-bug.js';
import { readReportsHandlers } from '../handlers/read-reports.js';
import { recordAnswerHandlers } from '../handlers/record-answer.js';
import { remediateHandlers } from '../handlers/remediate.js';
import { reportHandlers } from '../handlers/report.js';
import { setupHandlers } from '../handlers/setup.js';
import { triageHandlers } from '../handlers/triage.js';
import type { VerbName } from '../views/commands.js';
import type { ActionName, ChoiceName, callbacks } from '../views/ids.js';

/** Every route and who may take it. A button, modal or verb without a route does not compile. */
export type Routes = Readonly<{
  buttons: Readonly<Record<ActionName, ButtonRoute>>;
  verbs: Readonly<Record<VerbName, VerbRoute>>;
  /** What is chosen in a modal that goes on being filled. */
  choices: Readonly<Record<ChoiceName, ChoiceRoute>>;
  forms: Readonly<Record<keyof typeof callbacks, FormRoute>>;
  home: ReturnType<typeof ownReportsHandlers>['home'];
  menu: VerbRoute['type'];
  unknown: (...asked: Parameters<ReturnType<typeof menuAndHelpHandlers>['unknown']>) => Promise<void>;
}>;

export function createRoutes(parts: HandlerDeps): Routes {
  const reporting = reportHandlers(parts);
  const reading = readReportsHandlers(parts);
  const assigning = assignHandlers(parts);
  const acknowledging = acknowledgeHandlers(parts);
  const writing = messageReporterHandlers(parts);
  const triaging = triageHandlers(parts);
  const accepting = acceptHandlers(parts);
  const declining = declineHandlers(parts);
  const duplicating = markDuplicateHandlers(parts);
  const byHand = recordAnswerHandlers(parts);
  const publicBug = publicBugHandlers(parts);
  const remedying = remediateHandlers(parts);
  const disclosing = discloseHandlers(parts);
  const { home, ...following } = ownReportsHandlers(parts);
  const setting = setupHandlers(parts.intakePublisher);
  const { menu, unknown, ...finding } = menuAndHelpHandlers();
  return {
    buttons: {
      ...reporting.buttons,
      ...reading.buttons,
      ...assigning.buttons,
      ...acknowledging.buttons,
      ...writing.buttons,
      ...triaging.buttons,
      ...accepting.buttons,
      ...declining.buttons,
      ...duplicating.buttons,
      ...byHand.buttons,
      ...publicBug.buttons,
      ...remedying.buttons,
      ...disclosing.buttons,
      ...following.buttons,
      ...finding.buttons,
    },
    verbs: {
      ...reporting.verbs,
      ...reading.verbs,
      ...assigning.verbs,
      ...acknowledging.verbs,
      ...triaging.verbs,
      ...following.verbs,
      ...setting.verbs,
      ...finding.verbs,
    },
    choices: { ...accepting.choices, ...declining.choices },
    forms: {
      ...reporting.forms,
      ...assigning.forms,
      ...acknowledging.forms,
      ...writing.forms,
      ...accepting.forms,
      ...declining.forms,
      ...duplicating.forms,
      ...byHand.forms,
      ...remedying.forms,
      ...disclosing.forms,
      ...following.forms,
    },
    menu,
    unknown,
    home,
  };
}
