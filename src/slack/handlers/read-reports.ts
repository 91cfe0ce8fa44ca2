import { deadlinesOf } from '../../deadline/deadlines.js';
import { defined } from '../../report/defined.js';
import { mayBeReporter } from '../../report/permissions.js';
import type { ReportId } from '../../report/report-id.js';
import { listPage } from '../views/pages/report-list.js';
import { ownFacts, reportFacts } from '../views/report-facts.js';
import { show } from '../views/surfaces.js';
import { findReport, pageIn, pressedId, typedId } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import type { Handlers, Interaction, Pressed } from './interaction.js';

/** Reading what is there: the list, and one report whole; of a report of their own a responder sees what its reporter sees. */
export function readReportsHandlers(deps: HandlerDeps) {
  const { reports, policy, clock } = deps;

  const list = async ({ answer, language }: Interaction<'responder'>, after?: ReportId) => {
    const { reports: found, unreadable, next } = await reports.list({ limit: listPage, ...defined({ before: after }) });
    const rows = found.map(({ report }) => ({ report, deadlines: deadlinesOf(report, policy) }));
    const { calendar } = policy;
    const page = { rows, unreadable, continued: after !== undefined, ...defined({ older: next }) };
    await answer(show('reportList', { ...page, calendar, now: clock() }, language));
  };

  const read = async ({ open, language, person, team }: Interaction<'responder'>, id: ReportId) => {
    const tracked = await findReport(deps, id);
    const { report, history } = tracked;
    if (mayBeReporter(person, report)) return await open(show('ownReport', ownFacts(report, policy, team), language));
    await open(show('reportView', { ...reportFacts(tracked, policy, clock()), history }, language));
  };

  const turn = (pages: number) => async (pressed: Pressed<'responder'>) => {
    const tracked = await findReport(deps, pressed.id);
    const { report, history } = tracked;
    const { person, team, language, redraw } = pressed;
    if (mayBeReporter(person, report)) return await redraw(show('ownReport', ownFacts(report, policy, team), language));
    const facts = { ...reportFacts(tracked, policy, clock()), history, page: pageIn(pressed) + pages };
    await redraw(show('reportView', facts, language));
  };

  return {
    buttons: {
      previousPage: { who: 'responder', press: turn(-1) },
      nextPage: { who: 'responder', press: turn(1) },
      list: { who: 'responder', press: (pressed) => list(pressed) },
      older: { who: 'responder', press: (pressed) => list(pressed, pressed.id) },
      show: { who: 'responder', press: (pressed) => read(pressed, pressedId(pressed)) },
    },
    verbs: {
      list: (typed) => list(typed),
      show: async (typed) => {
        const id = await typedId(typed, 'show');
        if (id !== undefined) await read(typed, id);
      },
    },
  } satisfies Handlers;
}
