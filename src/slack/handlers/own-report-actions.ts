import { localeOf } from '../../locales/locale-of.js';
import { defined } from '../../report/defined.js';
import { charactersLeft } from '../../report/history-size.js';
import type { ReplyPurpose } from '../../report/message.js';
import { Refusal } from '../../report/refusal.js';
import { eventInQuestion } from '../views/block-ids.js';
import { readCredit } from '../views/forms/credit-form.js';
import { readMessage } from '../views/parts/message-input.js';
import { show } from '../views/surfaces.js';
import { findOwnReport, metadataOf } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import type { FormAnswer, Handlers, Pressed, Submitted } from './interaction.js';
import { ownReports } from './own-report-facts.js';

/** Answers the team, or adds what it should know. */
export function replyHandlers(deps: HandlerDeps) {
  const openReply = (purpose: ReplyPurpose) => async (pressed: Pressed) => {
    const { report, history } = await findOwnReport(deps, pressed);
    if (report.status === 'withdrawn') throw new Refusal('report_closed', { id: report.id });
    const { contact } = deps.policy;
    const left = charactersLeft(history, contact);
    await admit(deps, pressed);
    await pressed.open(
      show(
        'writeForm',
        { report, purpose, zone: deps.policy.calendar.zone, ...defined({ left, contact }) },
        pressed.language,
      ),
    );
  };

  const send = async (submitted: Submitted): Promise<FormAnswer> => {
    const { person, teams, values } = submitted;
    const { id, reply: purpose } = metadataOf(submitted, 'reply');
    const tracked = await findOwnReport(deps, { id, person, teams });
    const command = { type: 'WriteToTeam', purpose, text: readMessage(values) } as const;
    await deps.handle(tracked, command, { kind: 'person', person: tracked.own });
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
export function ownDecisionHandlers(deps: HandlerDeps) {
  const { handle } = deps;

  const decide =
    (type: 'WithdrawReport' | 'AgreeToEarlyDisclosure' | 'AgreeToPublicBug') => async (pressed: Pressed) => {
      const { language, redraw } = pressed;
      const tracked = await findOwnReport(deps, pressed);
      await handle(tracked, { type }, { kind: 'person', person: tracked.own });
      await redraw(show('myReports', await ownReports(deps, pressed), language));
    };

  const agreeEmbargo = async (pressed: Pressed) => {
    const { language, redraw, settle, on } = pressed;
    const tracked = await findOwnReport(deps, pressed);
    const proposed = eventInQuestion(pressed.block) ?? -1;
    await handle(tracked, { type: 'AcceptEmbargo', proposed }, { kind: 'person', person: tracked.own });
    if (on !== undefined) return await settle(show('dateAgreed', {}, language));
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
    const tracked = await findOwnReport(deps, { id, person, teams });
    const read = readCredit(values, localeOf(language));
    if ('byBlock' in read) return { kind: 'problems', byBlock: read.byBlock };
    await handle(tracked, { type: 'ChangeCredit', credit: read.credit }, { kind: 'person', person: tracked.own });
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
