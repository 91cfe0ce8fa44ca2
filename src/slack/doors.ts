import type { ButtonDoor, ChoiceDoor, FormDoor, VerbDoor } from './asking.js';
import { acceptAReport } from './conversations/accept-a-report.js';
import { acknowledgeAReport } from './conversations/acknowledge-a-report.js';
import { assignAReport } from './conversations/assign-a-report.js';
import { declineAReport } from './conversations/decline-a-report.js';
import { discloseAnAdvisory } from './conversations/disclose-an-advisory.js';
import { findYourWay } from './conversations/find-your-way.js';
import { makeAPublicBug } from './conversations/make-a-public-bug.js';
import { markADuplicate } from './conversations/mark-a-duplicate.js';
import { myReportsConversation } from './conversations/my-reports.js';
import { readReports } from './conversations/read-reports.js';
import { remedyAReport } from './conversations/remedy-a-report.js';
import { reportAVulnerability } from './conversations/report-a-vulnerability.js';
import { setUp } from './conversations/set-up.js';
import { talkByHand } from './conversations/talk-by-hand.js';
import { triageAReport } from './conversations/triage-a-report.js';
import { writeToTheReporter } from './conversations/write-to-the-reporter.js';
import type { DeskParts } from './desk-parts.js';
import type { ActionName, ChoiceName, callbacks } from './ids.js';
import type { VerbName } from './verbs.js';

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
