import type { ButtonDoor, FormDoor, VerbDoor } from './asking.js';
import { acknowledgeAReport } from './conversations/acknowledge-a-report.js';
import { assignAReport } from './conversations/assign-a-report.js';
import { discloseAnAdvisory } from './conversations/disclose-an-advisory.js';
import { findYourWay } from './conversations/find-your-way.js';
import { myReportsConversation } from './conversations/my-reports.js';
import { readReports } from './conversations/read-reports.js';
import { remedyAReport } from './conversations/remedy-a-report.js';
import { reportAVulnerability } from './conversations/report-a-vulnerability.js';
import { setUp } from './conversations/set-up.js';
import { writeToTheReporter } from './conversations/write-to-the-reporter.js';
import type { DeskParts } from './desk-parts.js';
import type { ActionName, callbacks } from './ids.js';
import type { VerbName } from './verbs.js';

/** Every way in, and who may take it. A button, modal or verb without a door does not compile. */
export type Doors = Readonly<{
  buttons: Readonly<Record<ActionName, ButtonDoor>>;
  verbs: Readonly<Record<VerbName, VerbDoor>>;
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
      ...following.verbs,
      ...setting.verbs,
      ...finding.verbs,
    },
    forms: {
      ...reporting.forms,
      ...assigning.forms,
      ...acknowledging.forms,
      ...writing.forms,
      ...remedying.forms,
      ...disclosing.forms,
      ...following.forms,
    },
    menu,
    unknown,
    home,
  };
}
