import type { Reports } from '../../handling/ports.js';
import { localeOf } from '../../locales/catalogue.js';
import { decide } from '../../report/decide.js';
import { wrongStatus } from '../../report/decide-triage.js';
import { defined } from '../../report/defined.js';
import type { Report } from '../../report/report.js';
import { type ReportId, readReportId } from '../../report/report-id.js';
import { isClosed, isUndecided } from '../../report/status.js';
import { similarReports } from '../../report/text/similar-reports.js';
import { readDraft } from '../views/forms/decision-message.js';
import { readOriginal } from '../views/forms/duplicate-form.js';
import { inputs } from '../views/ids.js';
import { show } from '../views/surfaces.js';
import { asSeen, decisionFacts, formOf, telling } from './decision.js';
import { pressedReport } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import { type ButtonRoute, closed, type FormAnswer, type FormRoute, type Submitted } from './interaction.js';

/** Closed reports are compared for two years: what is older is rarely the same. Milliseconds. */
const comparedFor = 2 * 365 * 86_400_000;
const pageSize = 100;
/** Reports looked through at most while a modal waits to be opened, for which Slack gives three seconds. */
const mostLookedThrough = 3000;
const mostCandidates = 10;

/** Another report has told of it before: found among those that look alike, or by its id. */
export function markDuplicateHandlers(parts: HandlerDeps) {
  const { reports, handle, clock } = parts;

  const mark = async (submitted: Submitted): Promise<FormAnswer> => {
    const { person, language, values } = submitted;
    const { carried, facts } = await formOf(parts, submitted, person);
    const locale = localeOf(language);
    const { chosen, typed } = readOriginal(values);
    const named = typed === '' ? undefined : readReportId(typed);
    const at = (block: string, sentence: string): FormAnswer => ({ kind: 'problems', byBlock: { [block]: sentence } });
    if (typed !== '' && named === undefined) return at(inputs.originalId, locale.usage.idUnreadable);
    const listed = chosen === undefined ? undefined : readReportId(chosen);
    if (named !== undefined && listed !== undefined && named !== listed)
      return at(inputs.originalId, locale.triage.originalTwice);
    const original: ReportId | undefined = named ?? listed;
    if (original === undefined) return at(inputs.originalId, locale.triage.originalMissing);
    const draft = readDraft(values);
    if (draft === undefined || draft.text === '')
      return at(inputs[draft?.block ?? 'message'], locale.triage.messageMissing);
    const actor = { kind: 'person', person } as const;
    const command = { type: 'MarkDuplicate', of: original, ...telling(draft.text, carried) } as const;
    // Asked first whether it may be: what follows touches another report before this one.
    asSeen(facts.report, carried);
    decide(command, facts.report, { now: clock(), actor });
    await handle(original, { type: 'NoteDuplicate', duplicate: carried.id }, actor);
    await handle(carried.id, command, actor);
    return closed;
  };

  return {
    buttons: {
      duplicate: {
        who: 'responder',
        press: async (pressed) => {
          const tracked = await pressedReport(parts, pressed);
          const facts = decisionFacts(parts, tracked, pressed.person);
          const { report } = tracked;
          if (!isUndecided(report) && report.status !== 'accepted') throw wrongStatus(report);
          const candidates = similarReports(report, await toCompare(reports, clock()), mostCandidates);
          await pressed.open(show('duplicateForm', { ...facts, candidates }, pressed.language));
        },
      },
    } satisfies Record<string, ButtonRoute>,
    forms: { duplicateForm: { who: 'responder', submit: mark } } satisfies Record<string, FormRoute>,
  };
}

/** The open reports, and of the closed ones those of the last two years. */
async function toCompare(reports: Reports, now: Date): Promise<readonly Report[]> {
  const since = new Date(now.getTime() - comparedFor);
  const found: Report[] = [];
  let before: Readonly<{ receivedAt: Date; id: ReportId }> | undefined;
  for (let seen = 0; seen < mostLookedThrough; seen += pageSize) {
    const page = await reports.list({ limit: pageSize, ...defined({ before }) });
    found.push(...page.map(({ report }) => report));
    before = page.at(-1)?.report;
    if (page.length < pageSize || before === undefined) break;
  }
  return found.filter((report) => report.receivedAt >= since || !(isClosed(report) || report.status === 'disclosed'));
}
