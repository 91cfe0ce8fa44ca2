import { acceptAReport } from '../handlers/accept.js';
import { acknowledgeAReport } from '../handlers/acknowledge.js';
import { assignAReport } from '../handlers/assign.js';
import { declineAReport } from '../handlers/decline.js';
import { discloseAnAdvisory } from '../handlers/disclose.js';
import type { DeskParts } from '../handlers/handler-deps.js';
import type { ButtonDoor, ChoiceDoor, FormDoor, VerbDoor } from '../handlers/interaction.js';
import { markADuplicate } from '../handlers/mark-duplicate.js';
import { findYourWay } from '../handlers/menu-and-help.js';
import { writeToTheReporter } from '../handlers/message-reporter.js';
import { myReportsConversation } from '../handlers/own-reports.js';
import { makeAPublicBug } from '../handlers/public-bug.js';
import { readReports } from '../handlers/read-reports.js';
import { talkByHand } from '../handlers/record-answer.js';
import { remedyAReport } from '../handlers/remediate.js';
import { reportAVulnerability } from '../handlers/report.js';
import { setUp } from '../handlers/setup.js';
import { triageAReport } from '../handlers/triage.js';
import type { VerbName } from '../views/commands.js';
import type { ActionName, ChoiceName, callbacks } from '../views/ids.js';

/** Every way in, and who may take it. A button, modal or verb without a door does not compile. */
export type Doors = Readonly<{
  buttons: Readonly<Record<ActionName, ButtonDoor>>;
  verbs: Readonly<Record<VerbName, VerbDoor>>;
  /** What is chosen in a modal that goes on being filled. */
  choices: Readonly<Record<ChoiceName, ChoiceDoor>>;
  forms: Readonly<Record<keyof typeof callbacks, FormDoor>>;
  home: ReturnType<typeof myReportsConversation>['home'];
  menu: VerbDoor['type'];
  unknown: (...asked: Parameters<ReturnType<typeof findYourWay>['unknown']>) => Promise<void>;
}>;

export function createDoors(parts: DeskParts): Doors {
  const reporting = reportAVulnerability(parts);
  const reading = readReports(parts);
  const assigning = assignAReport(parts);
  const acknowledging = acknowledgeAReport(parts);
  const writing = writeToTheReporter(parts);
  const triaging = triageAReport(parts);
  const accepting = acceptAReport(parts);
  const declining = declineAReport(parts);
  const duplicating = markADuplicate(parts);
  const byHand = talkByHand(parts);
  const publicBug = makeAPublicBug(parts);
  const remedying = remedyAReport(parts);
  const disclosing = discloseAnAdvisory(parts);
  const { home, ...following } = myReportsConversation(parts);
  const setting = setUp(parts.keeper);
  const { menu, unknown, ...finding } = findYourWay();
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
