import type { Reports } from '../../handling/ports.js';
import { localeOf } from '../../locales/locale-of.js';
import { decide } from '../../report/decide.js';
import { wrongStatus } from '../../report/decide-triage.js';
import { defined } from '../../report/defined.js';
import type { Report } from '../../report/report.js';
import type { ReportId } from '../../report/report-id.js';
import { isClosed, isUndecided } from '../../report/status.js';
import { similarReports } from '../../report/text/similar-reports.js';
import { readDuplicate } from '../views/forms/duplicate-form.js';
import { show } from '../views/surfaces.js';
import { asSeen, formDecision, pressedDecision, telling } from './decision-facts.js';
import type { HandlerDeps } from './handler-deps.js';
import { closed, type FormAnswer, type Handlers, type Pressed, type Submitted } from './interaction.js';

/** Closed reports are compared for two years: what is older is rarely the same. Milliseconds. */
const comparedFor = 2 * 365 * 86_400_000;
const pageSize = 100;
/** Reports looked through at most while a modal waits to be opened, for which Slack gives three seconds. */
const mostLookedThrough = 3000;
const mostCandidates = 10;

/** Another report has told of it before: found among those that look alike, or by its id. */
export function markDuplicateHandlers(deps: HandlerDeps) {
  const { reports, handle, clock } = deps;

  const openForm = async (pressed: Pressed<'responder'>) => {
    const { facts } = await pressedDecision(deps, pressed);
    const { report } = facts;
    if (!isUndecided(report) && report.status !== 'accepted') throw wrongStatus(report);
    const candidates = similarReports(report, await toCompare(reports, clock()), mostCandidates);
    await pressed.open(show('duplicateForm', { ...facts, candidates }, pressed.language));
  };

  const mark = async (submitted: Submitted): Promise<FormAnswer> => {
    const { person, language, values } = submitted;
    const { metadata, facts, tracked } = await formDecision(deps, submitted, person);
    const read = readDuplicate(values, localeOf(language));
    if ('byBlock' in read) return { kind: 'problems', byBlock: read.byBlock };
    const { original, message } = read;
    const actor = { kind: 'person', person } as const;
    const command = { type: 'MarkDuplicate', of: original, ...telling(message, metadata) } as const;
    // Asked first whether it may be: what follows touches another report before this one.
    asSeen(facts.report, metadata);
    decide(command, facts.report, { now: clock(), actor });
    await handle(original, { type: 'NoteDuplicate', duplicate: metadata.id }, actor);
    await handle(tracked, command, actor);
    return closed;
  };

  return {
    buttons: { duplicate: { who: 'responder', press: openForm } },
    forms: { duplicateForm: { who: 'responder', submit: mark } },
  } satisfies Handlers;
}

/** The open reports, and of the closed ones those of the last two years. */
async function toCompare(reports: Reports, now: Date): Promise<readonly Report[]> {
  const since = new Date(now.getTime() - comparedFor);
  const found: Report[] = [];
  let before: ReportId | undefined;
  for (let seen = 0; seen < mostLookedThrough; seen += pageSize) {
    const page = await reports.list({ limit: pageSize, ...defined({ before }) });
    found.push(...page.reports.map(({ report }) => report));
    before = page.next;
    if (before === undefined) break;
  }
  return found.filter((report) => report.receivedAt >= since || !(isClosed(report) || report.status === 'disclosed'));
}
