import { listReports, type ReportQuery } from '../../handling/list-reports.js';
import type { TrackedReport } from '../../handling/tracked-report.js';
import { defined } from '../../report/defined.js';
import { mayBeReporter } from '../../report/permissions.js';
import type { Person } from '../../report/person.js';
import type { ReportId } from '../../report/report-id.js';
import { filterOfBlock } from '../views/block-ids.js';
import { readListWords } from '../views/list-words.js';
import { listPage, readListForm } from '../views/pages/report-list.js';
import { ownFacts, reportFacts } from '../views/report-facts.js';
import { show } from '../views/surfaces.js';
import { findOwnReport, findReport, pageIn, pressedId, typedId } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import { asResponder, type Handlers, type Interaction, type Pressed } from './interaction.js';

/** Reading what is there: the list, and one report whole; of a report of their own a responder sees what its reporter sees. */
export function readReportsHandlers(deps: HandlerDeps) {
  const { policy, clock, access } = deps;

  const listed = async (
    { person, language }: Pick<Interaction, 'person' | 'language'>,
    query: ReportQuery,
    after?: ReportId,
  ) => {
    const now = clock();
    const listing = await listReports(deps, query, { limit: listPage, ...defined({ after }) }, { person, now });
    const { calendar } = policy;
    return show('reportList', { ...listing, query, continued: after !== undefined, calendar, now }, language);
  };

  /** A list that is open goes on as it was asked for. */
  const list = async (pressed: Pressed<'responder'>, after?: ReportId) => {
    const { within, open, redraw, block } = pressed;
    const here = within?.form === 'reportList';
    const query = here ? readListForm(within.values) : { filter: filterOfBlock(block) ?? 'open', words: '' };
    await (here ? redraw : open)(await listed(pressed, query, after));
  };

  const viewFacts = (tracked: TrackedReport, lead: boolean, page: number) => {
    const { history } = tracked;
    return { ...reportFacts(tracked, policy, clock()), history, project: policy.project, lead, page };
  };

  const read = async ({ actor, open, language, person, team }: Interaction<'responder'>, id: ReportId) => {
    const [tracked, lead] = await Promise.all([findReport(deps, id), access.isLead(actor)]);
    const { report } = tracked;
    if (mayBeReporter(person, report)) return await open(show('ownReport', ownFacts(report, policy, team), language));
    await open(show('reportView', viewFacts(tracked, lead, 0), language));
    if (report.seen === undefined) await noteSeen(tracked, person);
  };

  /** After it is shown, so that nobody waits for it. If it can't be kept, the next look is the first one. */
  const noteSeen = async (tracked: TrackedReport, person: Person) => {
    try {
      await deps.handle(tracked, { type: 'NoteSeen' }, { kind: 'person', person });
    } catch (error) {
      deps.log.fail('first look not kept', error);
    }
  };

  const turn = (pages: number) => async (pressed: Pressed<'responder'>) => {
    const [tracked, lead] = await Promise.all([findReport(deps, pressed.id), access.isLead(pressed.actor)]);
    const { report } = tracked;
    const { person, team, language, redraw } = pressed;
    if (mayBeReporter(person, report)) return await redraw(show('ownReport', ownFacts(report, policy, team), language));
    await redraw(show('reportView', viewFacts(tracked, lead, pageIn(pressed) + pages), language));
  };

  return {
    buttons: {
      previousPage: { who: 'responder', press: turn(-1) },
      nextPage: { who: 'responder', press: turn(1) },
      list: { who: 'responder', press: (pressed) => list(pressed) },
      older: { who: 'responder', press: (pressed) => list(pressed, pressedId(pressed)) },
      show: { who: 'responder', press: (pressed) => read(pressed, pressedId(pressed)) },
    },
    choices: {
      listed: {
        who: 'responder',
        choose: async (chosen) => chosen.redraw(await listed(chosen, readListForm(chosen.within.values))),
      },
    },
    forms: {
      reportList: {
        who: 'responder',
        submit: async (submitted) => ({
          kind: 'become',
          to: 'responder',
          shown: await listed(submitted, readListForm(submitted.values)),
        }),
      },
    },
    verbs: {
      list: async (typed) => {
        const read = readListWords(typed.args);
        if (read.kind === 'unknown') return await typed.answer(show('unknownListWord', read, typed.language));
        await typed.open(await listed(typed, read.query));
      },
      search: async (typed) => {
        const { args, answer, language } = typed;
        const words = args.join(' ');
        if (words === '') return await answer(show('usageNote', { verb: 'search', problem: 'text_missing' }, language));
        await typed.open(await listed(typed, { filter: 'all', words }));
      },
      // Whoever isn't on the team sees their own report alone, as its reporter does.
      show: async (typed) => {
        const id = await typedId(typed, 'show');
        if (id === undefined) return;
        const responder = asResponder(typed);
        if (responder !== undefined) return await read(responder, id);
        const { report } = await findOwnReport(deps, { ...typed, id });
        await typed.open(show('ownReport', ownFacts(report, policy, false), typed.language));
      },
    },
  } satisfies Handlers;
}
