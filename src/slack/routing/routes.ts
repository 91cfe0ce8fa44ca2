import { acceptHandlers } from '../handlers/accept.js';
import { acknowledgeHandlers } from '../handlers/acknowledge.js';
import { answerDutyRequestHandlers } from '../handlers/answer-duty-request.js';
import { assignHandlers } from '../handlers/assign.js';
import { awayHandlers } from '../handlers/away.js';
import { declineHandlers } from '../handlers/decline.js';
import { discloseHandlers } from '../handlers/disclose.js';
import { dutyHandlers } from '../handlers/duty.js';
import { eraseHandlers } from '../handlers/erase.js';
import { goOnHandlers } from '../handlers/go-on.js';
import type { HandlerDeps } from '../handlers/handler-deps.js';
import type { Handlers, Routes } from '../handlers/interaction.js';
import { markDuplicateHandlers } from '../handlers/mark-duplicate.js';
import { helpHandlers } from '../handlers/menu-and-help.js';
import { messageReporterHandlers } from '../handlers/message-reporter.js';
import { movePromiseHandlers } from '../handlers/move-promise.js';
import { ownReportsHandlers } from '../handlers/own-reports.js';
import { pauseReporterHandlers } from '../handlers/pause-reporter.js';
import { publicBugHandlers } from '../handlers/public-bug.js';
import { readReportsHandlers } from '../handlers/read-reports.js';
import { recordAnswerHandlers } from '../handlers/record-answer.js';
import { remediateHandlers } from '../handlers/remediate.js';
import { reportHandlers } from '../handlers/report.js';
import { setupHandlers } from '../handlers/setup.js';
import { snoozeHandlers } from '../handlers/snooze.js';
import { swapHandlers } from '../handlers/swap.js';
import { teamBreakHandlers } from '../handlers/team-break.js';
import { triageHandlers } from '../handlers/triage.js';

/** All handlers together. A button, modal, choice or verb without a route does not compile. */
export function createRoutes(deps: HandlerDeps): Routes {
  return merged(
    reportHandlers(deps),
    readReportsHandlers(deps),
    assignHandlers(deps),
    acknowledgeHandlers(deps),
    movePromiseHandlers(deps),
    messageReporterHandlers(deps),
    triageHandlers(deps),
    acceptHandlers(deps),
    declineHandlers(deps),
    markDuplicateHandlers(deps),
    recordAnswerHandlers(deps),
    publicBugHandlers(deps),
    remediateHandlers(deps),
    discloseHandlers(deps),
    ownReportsHandlers(deps),
    snoozeHandlers(deps),
    dutyHandlers(deps),
    swapHandlers(deps),
    answerDutyRequestHandlers(deps),
    awayHandlers(deps),
    eraseHandlers(deps),
    pauseReporterHandlers(deps),
    teamBreakHandlers(deps),
    setupHandlers(deps),
    goOnHandlers(deps),
    helpHandlers(),
  );
}

/** What a union of objects has together. */
type AllOf<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void ? I : never;
type Merged<H extends Handlers> = {
  [K in keyof Routes]: AllOf<H extends Readonly<Record<K, infer Group>> ? Group : never>;
};

function merged<H extends readonly Handlers[]>(...handlers: H): Merged<H[number]> {
  const group = <K extends keyof Routes>(name: K) =>
    Object.assign({}, ...handlers.map((each) => each[name])) as Merged<H[number]>[K];
  return { buttons: group('buttons'), verbs: group('verbs'), choices: group('choices'), forms: group('forms') };
}
