import { defined } from '../../report/defined.js';
import type { Person } from '../../report/person.js';
import { Refusal } from '../../report/refusal.js';
import type { ReportId } from '../../report/report-id.js';
import { eventInQuestion } from '../views/block-ids.js';
import { readMention } from '../views/commands.js';
import { readAssignee } from '../views/forms/assign-form.js';
import { show } from '../views/surfaces.js';
import { findToActOn, metadataOf, pressedId, typedId } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import {
  closed,
  type FormAnswer,
  type Handlers,
  type Interaction,
  type Pressed,
  type Submitted,
  type Typed,
} from './interaction.js';

/** Who is in charge of a report: taken by a button, given in a modal, or typed. */
export function assignHandlers(deps: HandlerDeps) {
  const { reports, handle, access } = deps;

  /** Somebody on the team, and whether the responder of now has left it. */
  const found = async (user: string, instead: string | undefined) => {
    const team = await access.responders();
    const to = team.find((one) => one.user === user);
    return { to, gone: instead !== undefined && team.every((one) => one.user !== instead) };
  };

  const assign = async (
    interaction: Interaction<'responder'>,
    id: ReportId,
    to: Person,
    seen: Readonly<{ instead?: string; gone?: boolean }> = {},
  ) => {
    const before = await reports.find(id);
    const already = before?.report.responder?.user === to.user;
    const command = { type: 'AssignReport', to, ...seen } as const;
    const { report } = await handle(id, command, { kind: 'person', person: interaction.person });
    const { responder: from, offer } = report;
    const facts =
      from !== undefined && from.user !== to.user && offer?.to.user === to.user
        ? ({ id, done: 'offered', to, from } as const)
        : already
          ? ({ id, done: 'assigned_already', to } as const)
          : to.user === interaction.person.user
            ? ({ id, done: 'taken' } as const)
            : ({ id, done: 'assigned', to } as const);
    await interaction.answer(show('doneNote', facts, interaction.language));
  };

  const openMore = async (pressed: Pressed<'responder'>) => {
    // Everything in it is a responder's to do, and not on a report of their own.
    const { report } = await findToActOn(deps, pressed);
    await pressed.open(show('more', { report, lead: await access.isLead(pressed.actor) }, pressed.language));
  };

  const openAssign = async (pressed: Pressed<'responder'>) => {
    const { report } = await findToActOn(deps, pressed);
    await pressed.open(show('assignForm', { report, responders: await access.responders() }, pressed.language));
  };

  const typeAssign = async (typed: Typed<'responder'>) => {
    const id = await typedId(typed, 'assign');
    if (id === undefined) return;
    const [, name] = typed.args;
    const user = name === undefined ? undefined : name.toLowerCase() === 'me' ? typed.person.user : readMention(name);
    const instead = (await reports.find(id))?.report.responder?.user;
    const { to, gone } = user === undefined ? { to: undefined, gone: false } : await found(user, instead);
    if (to === undefined) {
      const problem =
        name === undefined ? 'person_missing' : user === undefined ? 'person_unreadable' : 'person_not_a_responder';
      return await typed.answer(show('usageNote', { verb: 'assign', problem }, typed.language));
    }
    await assign(typed, id, to, { ...defined({ instead }), gone });
  };

  const give = async (submitted: Submitted): Promise<FormAnswer> => {
    const { id, instead } = metadataOf(submitted);
    const chosen = readAssignee(submitted.values);
    if (chosen === undefined) throw new Refusal('no_such_report', { id: '' });
    const actor = { kind: 'person', person: submitted.person } as const;
    if (chosen === 'nobody') {
      await handle(id, { type: 'UnassignReport', from: instead ?? '' }, actor);
      return closed;
    }
    const { to, gone } = await found(chosen.user, instead);
    if (to === undefined) throw new Refusal('not_a_responder', chosen);
    await handle(id, { type: 'AssignReport', to, ...defined({ instead }), gone }, actor);
    return closed;
  };

  const answerOffer = (type: 'AcceptHandOver' | 'DeclineHandOver') => async (pressed: Pressed<'responder'>) => {
    const { person, block, settle, language } = pressed;
    const id = pressedId(pressed);
    await handle(id, { type, offered: eventInQuestion(block) ?? -1 }, { kind: 'person', person });
    const facts =
      type === 'AcceptHandOver' ? ({ id, done: 'taken' } as const) : ({ id, done: 'hand_over_declined' } as const);
    await settle(show('doneNote', facts, language));
  };

  return {
    buttons: {
      acceptHandOver: { who: 'responder', press: answerOffer('AcceptHandOver') },
      declineHandOver: { who: 'responder', press: answerOffer('DeclineHandOver') },
      assignToMe: { who: 'responder', press: (pressed) => assign(pressed, pressedId(pressed), pressed.person) },
      more: { who: 'responder', press: openMore },
      assign: { who: 'responder', press: openAssign },
    },
    verbs: { assign: typeAssign },
    forms: { assignForm: { who: 'responder', submit: give } },
  } satisfies Handlers;
}
