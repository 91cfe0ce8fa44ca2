import { deadlinesOf } from '../../deadline/deadlines.js';
import type { UnreadableReport } from '../../handling/ports.js';
import { Unreadable } from '../../handling/store-errors.js';
import { localeOf } from '../../locales/locale-of.js';
import { defined } from '../../report/defined.js';
import { isUrgent } from '../../report/exploited-or-public.js';
import { charactersLeft } from '../../report/history-size.js';
import type { ReplyPurpose } from '../../report/message.js';
import { Refusal } from '../../report/refusal.js';
import type { ReportId } from '../../report/report-id.js';
import type { HomeFacts, MineFacts } from '../views/facts.js';
import { readCredit } from '../views/forms/credit-form.js';
import { eventInQuestion } from '../views/ids.js';
import { mostOfMine, mostOnHome } from '../views/pages/my-reports.js';
import { readMessage } from '../views/parts/message-input.js';
import { ownFacts } from '../views/report-facts.js';
import { show } from '../views/surfaces.js';
import { findOwnReport, metadataOf, pageIn, pressedId } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import type { FormAnswer, Handlers, Interaction, Pressed, Submitted } from './interaction.js';

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

/** What the Home tab of a person shows. */
export async function homeFacts(
  deps: HandlerDeps,
  who: Pick<Interaction, 'teams' | 'person' | 'team'>,
): Promise<HomeFacts> {
  const { reports, policy } = deps;
  const facts = await ownReports(deps, who);
  if (!who.team) return facts;
  const rows = await reports.openDuties({ limit: mostOnHome });
  const unreadable: UnreadableReport[] = [];
  const found = await Promise.all(
    rows.map(({ id }) =>
      reports.find(id).catch((error: unknown) => {
        if (!(error instanceof Unreadable)) throw error;
        unreadable.push({ id, why: error.why });
        return undefined;
      }),
    ),
  );
  const open = found.flatMap((one) =>
    one === undefined ? [] : [{ report: one.report, deadlines: deadlinesOf(one.report, policy) }],
  );
  // The soonest deadlines first; before them what users are in danger from already.
  open.sort((one, other) => Number(isUrgent(other.report)) - Number(isUrgent(one.report)));
  return { ...facts, open, unreadable };
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

/** Answers the team, or adds what it should know. */
function replyHandlers(deps: HandlerDeps) {
  const openReply = (purpose: ReplyPurpose) => async (pressed: Pressed) => {
    const { report, history } = await findOwnReport(deps, pressed);
    if (report.status === 'withdrawn') throw new Refusal('report_closed', { id: report.id });
    const { contact } = deps.policy;
    const left = charactersLeft(history, contact);
    await admit(deps, pressed);
    await pressed.open(show('writeForm', { report, purpose, ...defined({ left, contact }) }, pressed.language));
  };

  const send = async (submitted: Submitted): Promise<FormAnswer> => {
    const { person, teams, values } = submitted;
    const { id, reply: purpose } = metadataOf(submitted, 'reply');
    const { own } = await findOwnReport(deps, { id, person, teams });
    const command = { type: 'WriteToTeam', purpose, text: readMessage(values) } as const;
    await deps.handle(id, command, { kind: 'person', person: own });
    return await becomesOwnReports(deps, submitted);
  };

  return {
    buttons: {
      answer: { who: 'anyone', press: openReply('answer') },
      addInformation: { who: 'anyone', press: openReply('more_information') },
    },
    forms: { writeForm: { who: 'anyone', submit: send } },
  } satisfies Handlers;
}

/** What is the reporter's to decide: to withdraw, how they are thanked, and what may become public earlier. */
function ownDecisionHandlers(deps: HandlerDeps) {
  const { handle } = deps;

  const decide =
    (type: 'WithdrawReport' | 'AgreeToEarlyDisclosure' | 'AgreeToPublicBug') => async (pressed: Pressed) => {
      const { language, redraw } = pressed;
      const { report, own } = await findOwnReport(deps, pressed);
      await handle(report.id, { type }, { kind: 'person', person: own });
      await redraw(show('myReports', await ownReports(deps, pressed), language));
    };

  const agreeEmbargo = async (pressed: Pressed) => {
    const { language, redraw } = pressed;
    const { report, own } = await findOwnReport(deps, pressed);
    const proposed = eventInQuestion(pressed.block) ?? -1;
    await handle(report.id, { type: 'AcceptEmbargo', proposed }, { kind: 'person', person: own });
    await redraw(show('myReports', await ownReports(deps, pressed), language));
  };

  const openCredit = async (pressed: Pressed) => {
    const { report } = await findOwnReport(deps, pressed);
    if (report.status === 'disclosed') throw new Refusal('already_disclosed', { id: report.id });
    await admit(deps, pressed);
    await pressed.open(show('ownCreditForm', { report }, pressed.language));
  };

  const changeCredit = async (submitted: Submitted): Promise<FormAnswer> => {
    const { id } = metadataOf(submitted);
    const { person, teams, language, values } = submitted;
    const { own } = await findOwnReport(deps, { id, person, teams });
    const read = readCredit(values, localeOf(language));
    if ('byBlock' in read) return { kind: 'problems', byBlock: read.byBlock };
    await handle(id, { type: 'ChangeCredit', credit: read.credit }, { kind: 'person', person: own });
    return await becomesOwnReports(deps, submitted);
  };

  return {
    buttons: {
      withdraw: { who: 'anyone', press: decide('WithdrawReport') },
      agreeEarly: { who: 'anyone', press: decide('AgreeToEarlyDisclosure') },
      agreeEmbargo: { who: 'anyone', press: agreeEmbargo },
      makePublicBug: { who: 'anyone', press: decide('AgreeToPublicBug') },
      ownCredit: { who: 'anyone', press: openCredit },
    },
    forms: { ownCreditForm: { who: 'anyone', submit: changeCredit } },
  } satisfies Handlers;
}

/** A page of somebody's reports: the newest, or those after one of them. */
async function ownReports(
  { reports, policy, clock }: HandlerDeps,
  { person, teams }: Pick<Interaction, 'person' | 'teams'>,
  after?: ReportId,
): Promise<MineFacts> {
  const query = { limit: mostOfMine, ...defined({ before: after }) };
  const { reports: own, unreadable, next } = await reports.ofReporter({ user: person.user, teams }, query);
  return {
    own: own.map(({ report }) => ({ report, deadlines: deadlinesOf(report, policy) })),
    // Whose they are nobody can tell, so they are not named.
    incomplete: unreadable.length > 0,
    ...defined({ older: next }),
    continued: after !== undefined,
    calendar: policy.calendar,
    project: policy.project,
    now: clock(),
  };
}

async function becomesOwnReports(deps: HandlerDeps, submitted: Submitted): Promise<FormAnswer> {
  return {
    kind: 'become',
    to: 'anyone',
    shown: show('myReports', await ownReports(deps, submitted), submitted.language),
  };
}

/** Each reply pings the responder, and a report holds only so much. The team itself is not counted. @throws Refusal */
async function admit({ policy, rateLimits, clock }: HandlerDeps, { person, team }: Pressed): Promise<void> {
  if (team) return;
  const rule = { key: `replies/${person.team}/${person.user}`, limit: policy.forms.personDay, seconds: 3600 };
  const usedUp = await rateLimits.pass([rule], clock());
  if (usedUp === undefined) return;
  const contact = defined({ contact: policy.contact });
  throw new Refusal('too_many_forms', { count: rule.limit, period: 'hour', until: usedUp.until, ...contact });
}
