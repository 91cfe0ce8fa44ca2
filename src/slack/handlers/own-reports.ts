import { ownFacts } from '../views/report-facts.js';
import { show } from '../views/surfaces.js';
import { findOwnReport, pageIn, pressedId } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import type { Handlers, Pressed } from './interaction.js';
import { ownDecisionHandlers, replyHandlers } from './own-report-actions.js';
import { ownReports } from './own-report-facts.js';

/** A reporter follows their own reports: reads what the team wrote, answers, adds, withdraws. Anybody may, for their own. */
export function ownReportsHandlers(deps: HandlerDeps) {
  const reading = readOwnHandlers(deps);
  const replying = replyHandlers(deps);
  const deciding = ownDecisionHandlers(deps);
  return {
    buttons: { ...reading.buttons, ...replying.buttons, ...deciding.buttons },
    verbs: reading.verbs,
    forms: { ...replying.forms, ...deciding.forms },
  } satisfies Handlers;
}

/** Reads a page of one's own reports, or one of them whole. */
function readOwnHandlers(deps: HandlerDeps) {
  const older = async (pressed: Pressed) => {
    const { language, redraw } = pressed;
    await redraw(show('myReports', await ownReports(deps, pressed, pressedId(pressed)), language));
  };

  /** `pages` turns from the page that is open. */
  const read = async (pressed: Pressed, pages?: number) => {
    const { team, language, open, redraw } = pressed;
    const { report } = await findOwnReport(deps, pressed);
    const page = pages === undefined ? 0 : pageIn(pressed) + pages;
    const facts = ownFacts(report, deps.policy, team, page);
    await (pages === undefined ? open : redraw)(show('ownReport', facts, language));
  };

  return {
    buttons: {
      mine: {
        who: 'anyone',
        // Pressed among older reports, it goes back to the newest.
        press: async (pressed) =>
          (pressed.within === undefined ? pressed.open : pressed.redraw)(
            show('myReports', await ownReports(deps, pressed), pressed.language),
          ),
      },
      olderMine: { who: 'anyone', press: older },
      readOwn: { who: 'anyone', press: (pressed) => read(pressed) },
      ownPreviousPage: { who: 'anyone', press: (pressed) => read(pressed, -1) },
      ownNextPage: { who: 'anyone', press: (pressed) => read(pressed, 1) },
    },
    verbs: {
      mine: async (typed) => typed.open(show('myReports', await ownReports(deps, typed), typed.language)),
    },
  } satisfies Handlers;
}
