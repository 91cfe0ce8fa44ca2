import { defined } from '../../report/defined.js';
import type { Person } from '../../report/person.js';
import { Refusal } from '../../report/refusal.js';
import type { ReportId } from '../../report/report-id.js';
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

  const responder = async (user: string): Promise<Person | undefined> =>
    (await access.responders()).find((one) => one.user === user);

  const assign = async (interaction: Interaction<'responder'>, id: ReportId, to: Person, instead?: string) => {
    const before = await reports.find(id);
    const already = before?.report.responder?.user === to.user;
    const command = { type: 'AssignReport', to, ...defined({ instead }) } as const;
    await handle(id, command, { kind: 'person', person: interaction.person });
    const done = already ? 'assigned_already' : 'assigned';
    await interaction.answer(show('doneNote', { id, done, to }, interaction.language));
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
    const to = user === undefined ? undefined : await responder(user);
    if (to === undefined) {
      const problem =
        name === undefined ? 'person_missing' : user === undefined ? 'person_unreadable' : 'person_not_a_responder';
      return await typed.answer(show('usageNote', { verb: 'assign', problem }, typed.language));
    }
    const current = (await reports.find(id))?.report.responder?.user;
    await assign(typed, id, to, current);
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
    const to = await responder(chosen.user);
    if (to === undefined) throw new Refusal('not_a_responder', chosen);
    await handle(id, { type: 'AssignReport', to, ...defined({ instead }) }, actor);
    return closed;
  };

  return {
    buttons: {
      assignToMe: { who: 'responder', press: (pressed) => assign(pressed, pressedId(pressed), pressed.person) },
      more: { who: 'responder', press: openMore },
      assign: { who: 'responder', press: openAssign },
    },
    verbs: { assign: typeAssign },
    forms: { assignForm: { who: 'responder', submit: give } },
  } satisfies Handlers;
}
