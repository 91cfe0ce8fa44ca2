import { deadlinesOf } from '../../deadline/deadlines.js';
import { localeOf } from '../../locales/catalogue.js';
import type { ReplyPurpose } from '../../report/message.js';
import { isReporter } from '../../report/permissions.js';
import type { Person } from '../../report/person.js';
import { plainText } from '../../report/plain-text.js';
import { Refusal } from '../../report/refusal.js';
import type { Report } from '../../report/report.js';
import type { HomeFacts, MineFacts } from '../views/facts.js';
import { readMessage } from '../views/forms/acknowledge-form.js';
import { readCredit } from '../views/forms/credit-form.js';
import { readModalMetadata } from '../views/ids.js';
import { mostOfMine, mostOnHome } from '../views/pages/my-reports.js';
import { ownFacts } from '../views/report-facts.js';
import { show } from '../views/surfaces.js';
import { carriedBy, ownReport, pageIn, pressedReport } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import type { ButtonRoute, FormAnswer, FormRoute, Pressed, Submitted, VerbRoute } from './interaction.js';

/** A reporter follows their own reports: reads what the team wrote, answers, adds, withdraws. Anybody may, for their own. */
export function ownReportsHandlers(parts: HandlerDeps) {
  const { reports, handle, policy, clock, rateLimits } = parts;

  const mine = async (person: Person, after?: Report): Promise<MineFacts> => {
    const before = after === undefined ? {} : { before: { receivedAt: after.receivedAt, id: after.id } };
    const found = await reports.ofReporter(person, { limit: mostOfMine + 1, ...before });
    const own = found.slice(0, mostOfMine).map(({ report }) => ({ report, deadlines: deadlinesOf(report, policy) }));
    const continued = after !== undefined;
    return {
      own,
      older: found.length > mostOfMine,
      continued,
      zone: policy.calendar.zone,
      project: policy.project,
      now: clock(),
    };
  };

  /** Each reply pings the responder, and a report holds only so much. The team itself is not counted. */
  const admit = async ({ person, team }: Pressed) => {
    if (team) return;
    const rule = { key: `replies/${person.team}/${person.user}`, limit: policy.forms.personDay, seconds: 3600 };
    const until = await rateLimits.pass([rule], clock());
    if (until !== undefined) throw new Refusal('too_many_forms', { until });
  };

  const openReply = async (pressed: Pressed, purpose: ReplyPurpose) => {
    const { report } = await pressedReport(parts, pressed);
    if (!isReporter(pressed.person, report)) throw new Refusal('no_such_report', { id: report.id });
    if (report.status === 'withdrawn') throw new Refusal('report_closed', { id: report.id });
    await admit(pressed);
    await pressed.open(show('writeForm', { report, purpose }, pressed.language));
  };

  const send = async ({ metadata, values, person, language }: Submitted): Promise<FormAnswer> => {
    const carried = readModalMetadata(metadata);
    if (carried?.reply === undefined) throw new Refusal('no_such_report', { id: '' });
    await ownReport(parts, carried.id, person);
    const text = plainText(readMessage(values)).trim();
    const command = { type: 'WriteToTeam', purpose: carried.reply, text } as const;
    await handle(carried.id, command, { kind: 'person', person });
    return { kind: 'become', shown: show('myReports', await mine(person), language) };
  };

  const withdraw = async (pressed: Pressed) => {
    if (pressed.id === undefined) throw new Refusal('no_such_report', { id: '' });
    await handle(pressed.id, { type: 'WithdrawReport' }, { kind: 'person', person: pressed.person });
    await pressed.redraw(show('myReports', await mine(pressed.person), pressed.language));
  };

  const openCredit = async (pressed: Pressed) => {
    const { report } = await pressedReport(parts, pressed);
    if (!isReporter(pressed.person, report)) throw new Refusal('no_such_report', { id: report.id });
    if (report.status === 'disclosed') throw new Refusal('already_disclosed', { id: report.id });
    await admit(pressed);
    await pressed.open(show('ownCreditForm', { report }, pressed.language));
  };

  const changeCredit = async (submitted: Submitted): Promise<FormAnswer> => {
    const { id } = carriedBy(submitted);
    const { person, language, values } = submitted;
    await ownReport(parts, id, person);
    const read = readCredit(values, localeOf(language));
    if ('byBlock' in read) return { kind: 'problems', byBlock: read.byBlock };
    await handle(id, { type: 'ChangeCredit', credit: read.credit }, { kind: 'person', person });
    return { kind: 'become', shown: show('myReports', await mine(person), language) };
  };

  const agreeEarly = async (pressed: Pressed) => {
    const { person } = pressed;
    const { report } = await ownReport(parts, pressed.id, person);
    await handle(report.id, { type: 'AgreeToEarlyDisclosure' }, { kind: 'person', person });
    await pressed.redraw(show('myReports', await mine(person), pressed.language));
  };

  const agreeToPublicBug = async (pressed: Pressed) => {
    const { person } = pressed;
    const { report } = await ownReport(parts, pressed.id, person);
    await handle(report.id, { type: 'AgreeToPublicBug' }, { kind: 'person', person });
    await pressed.redraw(show('myReports', await mine(person), pressed.language));
  };

  const goOn = async (pressed: Pressed) => {
    const { person, language } = pressed;
    const { report } = await ownReport(parts, pressed.id, person);
    await pressed.redraw(show('myReports', await mine(person, report), language));
  };

  /** Opens a report of one's own whole; `pages` turns from the page that is open. */
  const read = async (pressed: Pressed, pages?: number) => {
    const { person, team, language, open, redraw } = pressed;
    const { report } = await ownReport(parts, pressed.id, person);
    const page = pages === undefined ? 0 : pageIn(pressed) + pages;
    const facts = ownFacts(report, policy, team, page);
    await (pages === undefined ? open : redraw)(show('ownReport', facts, language));
  };

  return {
    /** What the Home tab of a person shows. */
    home: async (person: Person, team: boolean): Promise<HomeFacts> => {
      const facts = await mine(person);
      if (!team) return facts;
      const rows = await reports.openDuties({ limit: mostOnHome });
      const found = await Promise.all(rows.map(({ id }) => reports.find(id)));
      const open = found.flatMap((one) =>
        one === undefined ? [] : [{ report: one.report, deadlines: deadlinesOf(one.report, policy) }],
      );
      return { ...facts, open };
    },
    buttons: {
      mine: {
        who: 'anyone',
        // Pressed among older reports, it goes back to the newest.
        press: async ({ person, language, open, redraw, within }) =>
          (within === undefined ? open : redraw)(show('myReports', await mine(person), language)),
      },
      olderMine: { who: 'anyone', press: goOn },
      readOwn: { who: 'anyone', press: (pressed) => read(pressed) },
      ownPreviousPage: { who: 'anyone', press: (pressed) => read(pressed, -1) },
      ownNextPage: { who: 'anyone', press: (pressed) => read(pressed, 1) },
      answer: { who: 'anyone', press: (pressed) => openReply(pressed, 'answer') },
      addInformation: { who: 'anyone', press: (pressed) => openReply(pressed, 'more_information') },
      withdraw: { who: 'anyone', press: withdraw },
      ownCredit: { who: 'anyone', press: openCredit },
      agreeEarly: { who: 'anyone', press: agreeEarly },
      makePublicBug: { who: 'anyone', press: agreeToPublicBug },
    } satisfies Record<string, ButtonRoute>,
    verbs: {
      mine: {
        who: 'anyone',
        type: async ({ person, language, open }) => open(show('myReports', await mine(person), language)),
      },
    } satisfies Record<string, VerbRoute>,
    forms: {
      writeForm: { who: 'anyone', submit: send },
      ownCreditForm: { who: 'anyone', submit: changeCredit },
    } satisfies Record<string, FormRoute>,
  };
}
