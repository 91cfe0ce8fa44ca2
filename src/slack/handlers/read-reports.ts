import { deadlinesOf } from '../../deadline/deadlines.js';
import { isReporter } from '../../report/permissions.js';
import { Refusal } from '../../report/refusal.js';
import type { ReportId } from '../../report/report-id.js';
import { ownFacts, reportFacts } from '../views/report-facts.js';
import { show } from '../views/surfaces.js';
import { idFrom, pageIn, pressedReport } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import type { ButtonRoute, Interaction, Pressed, VerbRoute } from './interaction.js';

/** Reports on a page of the list: what fits one look. */
const pageSize = 10;

/** Reading what is there: the list, and one report whole; of a report of their own a responder sees what its reporter sees. */
export function readReportsHandlers(parts: HandlerDeps) {
  const { reports, policy, clock, log } = parts;

  const list = async ({ answer, language }: Interaction, after?: ReportId) => {
    const last = after === undefined ? undefined : (await reports.find(after))?.report;
    const before = last === undefined ? {} : { before: { receivedAt: last.receivedAt, id: last.id } };
    const found = await reports.list({ limit: pageSize + 1, ...before });
    const rows = found.slice(0, pageSize).map(({ report }) => ({ report, deadlines: deadlinesOf(report, policy) }));
    const { zone } = policy.calendar;
    const facts = { rows, older: found.length > pageSize, continued: last !== undefined, zone, now: clock() };
    await answer(show('reportList', facts, language));
  };

  const read = async ({ open, language, person, team }: Interaction, id: ReportId) => {
    const tracked = await reports.find(id);
    if (tracked === undefined || !(team || isReporter(person, tracked.report)))
      throw new Refusal('no_such_report', { id });
    log.note('report opened', { id, by: person.user });
    const { report } = tracked;
    if (isReporter(person, report)) return await open(show('ownReport', ownFacts(report, policy, team), language));
    await open(show('reportView', { ...reportFacts(tracked, policy, clock()), history: tracked.history }, language));
  };

  const turn = async (pressed: Pressed, pages: number) => {
    const tracked = await pressedReport(parts, pressed);
    const { report, history } = tracked;
    const { person, team, language, redraw } = pressed;
    if (isReporter(person, report)) return await redraw(show('ownReport', ownFacts(report, policy, team), language));
    log.note('report read on', { id: report.id, by: person.user });
    const facts = { ...reportFacts(tracked, policy, clock()), history, page: pageIn(pressed) + pages };
    await redraw(show('reportView', facts, language));
  };

  return {
    buttons: {
      previousPage: { who: 'responder', press: (pressed) => turn(pressed, -1) },
      nextPage: { who: 'responder', press: (pressed) => turn(pressed, 1) },
      list: { who: 'responder', press: (pressed) => list(pressed) },
      older: { who: 'responder', press: (pressed) => list(pressed, pressed.id) },
      show: {
        who: 'responder',
        press: async (pressed) => {
          if (pressed.id === undefined) throw new Refusal('no_such_report', { id: '' });
          await read(pressed, pressed.id);
        },
      },
    } satisfies Record<string, ButtonRoute>,
    verbs: {
      list: { who: 'responder', type: (typed) => list(typed) },
      show: {
        who: 'responder',
        type: async (typed) => {
          const id = await idFrom(typed, 'show');
          if (id !== undefined) await read(typed, id);
        },
      },
    } satisfies Record<string, VerbRoute>,
  };
}
