import { publishBy } from '../../deadline/deadlines.js';
import { localDate } from '../../deadline/local-date.js';
import type { CommandFor } from '../../handling/handle.js';
import { localeOf } from '../../locales/locale-of.js';
import { defined } from '../../report/defined.js';
import type { ReportEvent } from '../../report/events.js';
import { Refusal } from '../../report/refusal.js';
import type { Report } from '../../report/report.js';
import { readCredit } from '../views/forms/credit-form.js';
import { readBroken, readCve, readEmbargo } from '../views/forms/cve-and-embargo-forms.js';
import { fixBlock, readFixes } from '../views/forms/fix-form.js';
import { type ShownTo, show } from '../views/surfaces.js';
import { reachedByHand } from './acknowledge.js';
import { findToActOn, submittedToActOn } from './find-report.js';
import { refusalIn, refusedAt } from './form-errors.js';
import type { HandlerDeps } from './handler-deps.js';
import { closed, type FormAnswer, type Handlers, type Pressed, type Submitted } from './interaction.js';

type Draw = (report: Report, pressed: Pressed<'responder'>) => ShownTo<'responder', 'modal'>;
/** What a submitted form asks for, or what is wrong at which input. */
type ReadForm = Readonly<{ command: CommandFor } | { byBlock: Readonly<Record<string, string>> }>;

/** Between the decision and the publication: the CVE number, the embargo, the fixes, and how the reporter is thanked. */
export function remediateHandlers(deps: HandlerDeps) {
  const fixing = fixHandlers(deps);
  const { handle, policy } = deps;
  const { calendar } = policy;
  const { zone } = calendar;

  const openWith = (draw: Draw) => async (pressed: Pressed<'responder'>) => {
    const { report } = await findToActOn(deps, pressed);
    await pressed.open(draw(report, pressed));
  };

  /** Reads a form with one thing to say, and carries it out. */
  const carryOut =
    (read: (submitted: Submitted) => ReadForm) =>
    async (submitted: Submitted): Promise<FormAnswer> => {
      const tracked = await submittedToActOn(deps, submitted);
      const found = read(submitted);
      if ('byBlock' in found) return { kind: 'problems', byBlock: found.byBlock };
      await handle(tracked, found.command, { kind: 'person', person: submitted.person });
      return closed;
    };

  const agreedEarly = async (pressed: Pressed<'responder'>) => {
    const tracked = await findToActOn(deps, pressed);
    const { id } = tracked.report;
    await handle(tracked, { type: 'AgreeToEarlyDisclosure' }, { kind: 'person', person: pressed.person });
    await pressed.answer(show('doneNote', { id, done: 'agreed_early' }, pressed.language));
  };

  const openBroken = async (pressed: Pressed<'lead'>) => {
    const { report } = await findToActOn(deps, pressed);
    await pressed.open(show('embargoBrokenForm', { report }, pressed.language));
  };

  const recordCve = carryOut(({ values, language }) => {
    const read = readCve(values, localeOf(language));
    if ('byBlock' in read) return read;
    const [number, ...others] = read.numbers;
    return {
      command: number === undefined ? { type: 'RequestCve' } : { type: 'RecordCve', numbers: [number, ...others] },
    };
  });

  const setEmbargo = carryOut(({ values }) => {
    const { until, agreed } = readEmbargo(values, calendar);
    return {
      command: (report) => ({
        type: agreed ? 'AgreeEmbargo' : 'ProposeEmbargo',
        until,
        route: reachedByHand({ report }) ? 'by_hand' : 'direct_message',
      }),
    };
  });

  const declareBroken = carryOut(({ values }) => ({
    command: { type: 'DeclareEmbargoBroken', where: readBroken(values) },
  }));

  const changeCredit = carryOut(({ values, language }) => {
    const read = readCredit(values, localeOf(language));
    return 'byBlock' in read ? read : { command: { type: 'ChangeCredit', credit: read.credit } };
  });

  return {
    buttons: {
      ...fixing.buttons,
      cve: { who: 'responder', press: openWith((report, { language }) => show('cveForm', { report, zone }, language)) },
      embargo: {
        who: 'responder',
        press: openWith((report, { language }) =>
          show(
            'embargoForm',
            {
              report,
              zone,
              byHand: reachedByHand({ report }),
              open: calendar.open,
              ...defined({ latest: publishBy(report, policy) }),
            },
            language,
          ),
        ),
      },
      credit: {
        who: 'responder',
        press: openWith((report, { language }) => show('creditForm', { report }, language)),
      },
      agreedEarly: { who: 'responder', press: agreedEarly },
      embargoBroken: { who: 'lead', press: openBroken },
    },
    forms: {
      ...fixing.forms,
      cveForm: { who: 'responder', submit: recordCve },
      embargoForm: { who: 'responder', submit: setEmbargo },
      creditForm: { who: 'responder', submit: changeCredit },
      embargoBrokenForm: { who: 'lead', submit: declareBroken },
    },
  } satisfies Handlers;
}

/** What became of each accepted product line. */
function fixHandlers(deps: HandlerDeps) {
  const { handle, clock } = deps;
  const { zone } = deps.policy.calendar;

  const openForm = async (pressed: Pressed<'responder'>) => {
    const { report, history } = await findToActOn(deps, pressed);
    const accepted = lastAcceptance(history);
    if (accepted < 0) throw new Refusal('not_in_this_status', { id: report.id, status: report.status });
    const today = localDate(clock(), zone);
    await pressed.open(show('fixForm', { report, accepted, today, zone }, pressed.language));
  };

  const record = async (submitted: Submitted): Promise<FormAnswer> => {
    const { language, person, values } = submitted;
    const tracked = await submittedToActOn(deps, submitted);
    const { report, history, place } = tracked;
    const { id, lines } = report;
    // The inputs count the lines: of another acceptance they would be others.
    if (lastAcceptance(history) !== place) throw new Refusal('changed_meanwhile', { id });
    const { fixes, byBlock } = readFixes(values, lines, zone, localeOf(language));
    if (Object.keys(byBlock).length > 0) return { kind: 'problems', byBlock };
    try {
      await handle(tracked, { type: 'RecordFix', fixes }, { kind: 'person', person });
      return closed;
    } catch (error) {
      const refusal = refusalIn(error);
      if (!('line' in refusal.reasons)) throw error;
      const about = refusal.code === 'fix_not_released' ? 'day' : 'version';
      return refusedAt(fixBlock(refusal.reasons.line, lines, about), refusal, submitted, deps);
    }
  };

  return {
    buttons: { recordFix: { who: 'responder', press: openForm } },
    forms: { fixForm: { who: 'responder', submit: record } },
  } satisfies Handlers;
}

/** The place of the acceptance that counts; -1 where there is none. */
function lastAcceptance(history: readonly ReportEvent[]): number {
  return history.findLastIndex(({ type }) => type === 'ReportAccepted');
}
