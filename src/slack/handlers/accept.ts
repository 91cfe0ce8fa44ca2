import { isDeepStrictEqual } from 'node:util';
import { suggestedUpdate } from '../../deadline/next-update.js';
import type { TrackedReport } from '../../handling/ports.js';
import { localeOf } from '../../locales/catalogue.js';
import { severityFaultSentence } from '../../locales/cvss-choices.js';
import { baseMetrics, type CvssVersion } from '../../report/cvss-metrics.js';
import { wrongStatus } from '../../report/decide-triage.js';
import { plainText } from '../../report/plain-text.js';
import { readAffectedLines } from '../../report/read-affected-lines.js';
import { Refusal } from '../../report/refusal.js';
import type { SeverityFault } from '../../report/severity.js';
import { isAccepted, isUndecided } from '../../report/status.js';
import { acceptDraft, acceptDrafts } from '../views/forms/accept-form.js';
import { isUnchanged, readDraft, redrafted } from '../views/forms/decision-message.js';
import { callbacks, inputs, metricInput } from '../views/ids.js';
import { readInputs } from '../views/kit/input-values.js';
import { readNextUpdate } from '../views/parts/next-update.js';
import { enteredBy, readTyping, type SeverityTyping, severityTyped } from '../views/parts/severity-typing.js';
import { show } from '../views/surfaces.js';
import type { DecisionFacts } from '../views/triage-facts.js';
import { decisionFacts, formOf, telling } from './decision.js';
import { pressedReport } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import {
  type ButtonRoute,
  type ChoiceRoute,
  type Chosen,
  closed,
  type FormAnswer,
  type FormRoute,
  type Pressed,
  type Submitted,
  type Within,
} from './interaction.js';
import { versionsToShow } from './triage.js';

/** It is a vulnerability: with a severity, in these versions. Accepting again corrects both. */
export function acceptHandlers(parts: HandlerDeps) {
  const { handle, policy, clock } = parts;

  const drawn = (tracked: TrackedReport, facts: DecisionFacts, typing: SeverityTyping, values?: unknown) => {
    const severity = severityTyped(typing);
    const draft = acceptDraft(facts, 'fault' in severity ? undefined : severity);
    const before = values === undefined ? undefined : readDraft(values);
    return {
      ...facts,
      typing,
      versions: versionsToShow(parts, tracked),
      updateBy: suggestedUpdate(clock(), policy.calendar),
      draft: redrafted(before, acceptDrafts(facts), draft),
      zone: policy.calendar.zone,
    };
  };

  const openForm = async (pressed: Pressed) => {
    const tracked = await pressedReport(parts, pressed);
    const { report } = tracked;
    const facts = decisionFacts(parts, tracked, pressed.person);
    if (!isUndecided(report) && !isAccepted(report)) throw wrongStatus(report);
    const typing = { by: 'typed', vector: report.severity?.vector ?? '' } as const;
    await pressed.open(show('acceptForm', drawn(tracked, facts, typing), pressed.language));
  };

  /** The same form with everything that stands in it, its severity entered in another way, or as it is by now. */
  const redraw = async ({ person, redraw: draw, language, within }: Chosen, by?: SeverityTyping['by']) => {
    const { tracked, facts } = await formOf(parts, within, person);
    const typing = readTyping(within.values);
    const next = by === undefined ? typing : enteredBy(by, typing);
    await draw(show('acceptForm', drawn(tracked, facts, next, within.values), language));
  };

  const enter = (by: SeverityTyping['by']) => async (pressed: Pressed) => {
    const { within } = pressed;
    if (isOurForm(within)) await redraw({ ...pressed, within }, by);
    else await openForm(pressed);
  };

  const accept = async (submitted: Submitted): Promise<FormAnswer> => {
    const { person, language, values } = submitted;
    const { carried, facts } = await formOf(parts, submitted, person);
    const locale = localeOf(language);
    const problems: Record<string, string> = {};
    const typing = readTyping(values);
    const severity = severityTyped(typing);
    if ('fault' in severity) {
      const untouched = typing.by === 'typed' && typing.vector.trim() === '';
      const block = typing.by === 'typed' ? inputs.vector : metricInput(typing.by, firstMissing(severity, typing.by));
      problems[block] = untouched ? locale.triage.severityMissing : severityFaultSentence(severity, locale);
    }
    const { lines, faults } = readAffectedLines(plainText(readInputs(values).text(inputs.lines)));
    const [fault] = faults;
    if (fault !== undefined) problems[inputs.lines] = locale.triage.lineFault(fault);
    else if (lines.length === 0) problems[inputs.lines] = locale.triage.linesMissing;
    const draft = readDraft(values);
    const promise = readNextUpdate(values, policy.calendar);
    const untold = draft === undefined || draft.text === '';
    const { report } = facts;
    if (draft !== undefined && untold && report.acknowledge.metAt === undefined)
      problems[inputs[draft.block]] = locale.refusals.message_needed({ id: report.id }, tellNobody);
    if ('fault' in severity || Object.keys(problems).length > 0) return { kind: 'problems', byBlock: problems };
    // Nobody has written anything of their own: the draft tells the severity that is recorded.
    const own = draft !== undefined && !isUnchanged(draft, acceptDrafts(facts));
    const message = untold ? '' : own ? draft.text : acceptDraft(facts, severity).trim();
    await handle(
      carried.id,
      (now) => {
        const same = isDeepStrictEqual([now.severity, now.lines], [severity, lines]);
        const { seen } = carried;
        const meanwhile = isAccepted(now) && (seen === 'received' || seen === 'acknowledged');
        if (meanwhile && !same) throw new Refusal('changed_meanwhile', { id: now.id });
        // Accepted just so meanwhile, and the reporter told: one draft is enough.
        return { type: 'AcceptReport', severity, lines, ...(meanwhile ? {} : telling(message, carried, promise)) };
      },
      { kind: 'person', person },
    );
    return closed;
  };

  return {
    buttons: {
      accept: { who: 'responder', press: openForm },
      buildV31: { who: 'responder', press: enter('3.1') },
      buildV40: { who: 'responder', press: enter('4.0') },
      typeVector: { who: 'responder', press: enter('typed') },
    } satisfies Record<string, ButtonRoute>,
    choices: {
      vector: { who: 'responder', choose: (chosen) => redraw(chosen) },
      metric: { who: 'responder', choose: (chosen) => redraw(chosen) },
    } satisfies Record<string, ChoiceRoute>,
    forms: { acceptForm: { who: 'responder', submit: accept } } satisfies Record<string, FormRoute>,
  };
}

function isOurForm(within: Within | undefined): within is Within {
  return within?.callback === callbacks.acceptForm;
}

/** The base metric at which a fault of chosen values is told. */
function firstMissing(fault: SeverityFault, version: CvssVersion): string {
  return (fault.fault === 'missing_metrics' ? fault.metrics[0] : undefined) ?? baseMetrics[version][0].name;
}

const tellNobody = { person: (user: string) => user, time: (at: Date) => at.toISOString() };
