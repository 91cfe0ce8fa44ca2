import { localDate, momentOn } from '../../deadline/local-date.js';
import { localeOf } from '../../locales/catalogue.js';
import { readCveNumber } from '../../report/cve-number.js';
import { oneLine, plainText } from '../../report/plain-text.js';
import { Refusal } from '../../report/refusal.js';
import type { Report } from '../../report/report.js';
import { readCredit } from '../views/forms/credit-form.js';
import { fixBlock, readFixes } from '../views/forms/fix-form.js';
import { inputs } from '../views/ids.js';
import { readInputs } from '../views/kit/input-values.js';
import { show } from '../views/surfaces.js';
import { reachedByHand } from './acknowledge.js';
import { pressedToActOn, submittedToActOn } from './find-report.js';
import { refusalIn, refusedAt } from './form-errors.js';
import type { HandlerDeps } from './handler-deps.js';
import {
  type ButtonRoute,
  closed,
  type FormAnswer,
  type FormRoute,
  type Pressed,
  type Submitted,
} from './interaction.js';

/** Between the decision and the publication: the CVE number, the embargo, the fixes, and how the reporter is thanked. */
export function remediateHandlers(parts: HandlerDeps) {
  const { handle, policy, clock } = parts;
  const { calendar } = policy;
  const { zone } = calendar;

  const openFor = (draw: (report: Report, pressed: Pressed) => Parameters<Pressed['open']>[0]) => ({
    who: 'responder' as const,
    press: async (pressed: Pressed) => {
      const { report } = await pressedToActOn(parts, pressed);
      await pressed.open(draw(report, pressed));
    },
  });

  const openFixes = async (pressed: Pressed) => {
    const { report, history } = await pressedToActOn(parts, pressed);
    const accepted = history.findLastIndex(({ type }) => type === 'ReportAccepted');
    if (accepted < 0) throw new Refusal('not_in_this_status', { id: report.id, status: report.status });
    const today = localDate(clock(), zone);
    await pressed.open(show('fixForm', { report, accepted, today, zone }, pressed.language));
  };

  const recordCve = async (submitted: Submitted): Promise<FormAnswer> => {
    const { id } = (await submittedToActOn(parts, submitted)).report;
    const typed = readInputs(submitted.values).text(inputs.cve).trim();
    const number = typed === '' ? undefined : readCveNumber(typed);
    if (typed !== '' && number === undefined)
      return { kind: 'problems', byBlock: { [inputs.cve]: localeOf(submitted.language).problems.notACveNumber } };
    const actor = { kind: 'person', person: submitted.person } as const;
    await handle(id, number === undefined ? { type: 'RequestCve' } : { type: 'RecordCve', number }, actor);
    return closed;
  };

  const agreeEmbargo = async (submitted: Submitted): Promise<FormAnswer> => {
    const { id } = (await submittedToActOn(parts, submitted)).report;
    const read = readInputs(submitted.values);
    const day = read.day(inputs.embargoDay);
    // A day that is not there has surely passed.
    const until = day === undefined ? new Date(0) : momentOn(day, read.time(inputs.embargoTime) ?? calendar.open, zone);
    await handle(
      id,
      (report) => ({ type: 'AgreeEmbargo', until, route: reachedByHand({ report }) ? 'by_hand' : 'direct_message' }),
      { kind: 'person', person: submitted.person },
    );
    return closed;
  };

  const recordFixes = async (submitted: Submitted): Promise<FormAnswer> => {
    const { language, person, values } = submitted;
    const { report, history, place } = await submittedToActOn(parts, submitted);
    const { id, lines } = report;
    // The inputs count the lines: of another acceptance they would be others.
    if (history.findLastIndex(({ type }) => type === 'ReportAccepted') !== place)
      throw new Refusal('changed_meanwhile', { id });
    const { fixes, byBlock } = readFixes(values, lines, zone, localeOf(language));
    if (Object.keys(byBlock).length > 0) return { kind: 'problems', byBlock };
    try {
      await handle(id, { type: 'RecordFix', fixes }, { kind: 'person', person });
      return closed;
    } catch (error) {
      const refusal = refusalIn(error);
      if (!('line' in refusal.reasons)) throw error;
      const about = refusal.code === 'fix_not_released' ? 'day' : 'version';
      return refusedAt(fixBlock(refusal.reasons.line, lines, about), refusal, submitted, parts);
    }
  };

  const changeCredit = async (submitted: Submitted): Promise<FormAnswer> => {
    const { id } = (await submittedToActOn(parts, submitted)).report;
    const read = readCredit(submitted.values, localeOf(submitted.language));
    if ('byBlock' in read) return { kind: 'problems', byBlock: read.byBlock };
    await handle(id, { type: 'ChangeCredit', credit: read.credit }, { kind: 'person', person: submitted.person });
    return closed;
  };

  const declareBroken = async (submitted: Submitted): Promise<FormAnswer> => {
    const { id } = (await submittedToActOn(parts, submitted)).report;
    const where = oneLine(plainText(readInputs(submitted.values).text(inputs.brokenWhere)));
    await handle(id, { type: 'DeclareEmbargoBroken', where }, { kind: 'person', person: submitted.person });
    return closed;
  };

  return {
    buttons: {
      cve: openFor((report, { language }) => show('cveForm', { report, zone }, language)),
      embargo: openFor((report, { language }) =>
        show('embargoForm', { report, zone, byHand: reachedByHand({ report }), open: calendar.open }, language),
      ),
      credit: openFor((report, { language }) => show('creditForm', { report }, language)),
      recordFix: { who: 'responder', press: openFixes },
      agreedEarly: {
        who: 'responder',
        press: async (pressed) => {
          const { report } = await pressedToActOn(parts, pressed);
          const actor = { kind: 'person', person: pressed.person } as const;
          await handle(report.id, { type: 'AgreeToEarlyDisclosure' }, actor);
          await pressed.answer(show('doneNote', { id: report.id, done: 'agreed_early' }, pressed.language));
        },
      },
      embargoBroken: {
        who: 'lead',
        press: async (pressed) => {
          const { report } = await pressedToActOn(parts, pressed);
          await pressed.open(show('embargoBrokenForm', { report }, pressed.language));
        },
      },
    } satisfies Record<string, ButtonRoute>,
    forms: {
      cveForm: { who: 'responder', submit: recordCve },
      embargoForm: { who: 'responder', submit: agreeEmbargo },
      fixForm: { who: 'responder', submit: recordFixes },
      creditForm: { who: 'responder', submit: changeCredit },
      embargoBrokenForm: { who: 'lead', submit: declareBroken },
    } satisfies Record<string, FormRoute>,
  };
}
