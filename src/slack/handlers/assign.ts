import { defined } from '../../report/defined.js';
import { isReporter } from '../../report/permissions.js';
import type { Person } from '../../report/person.js';
import { Refusal } from '../../report/refusal.js';
import type { ReportId } from '../../report/report-id.js';
import { readMention } from '../views/commands.js';
import { readAssignee } from '../views/forms/more-menu.js';
import { readModalMetadata } from '../views/ids.js';
import { show } from '../views/surfaces.js';
import { idFrom, pressedReport } from './find-report.js';
import type { HandlerDeps } from './handler-deps.js';
import {
  type ButtonRoute,
  closed,
  type FormAnswer,
  type FormRoute,
  type Interaction,
  type Submitted,
  type VerbRoute,
} from './interaction.js';

/** Who is in charge of a report: taken by a button, given in a modal, or typed. */
export function assignHandlers(parts: HandlerDeps) {
  const { reports, handle, access } = parts;

  const responder = async (user: string): Promise<Person | undefined> =>
    (await access.responders()).find((one) => one.user === user);

  const assign = async (interaction: Interaction, id: ReportId, to: Person, instead?: string) => {
    const before = await reports.find(id);
    const already = before?.report.responder?.user === to.user;
    const command = { type: 'AssignReport', to, ...defined({ instead }) } as const;
    await handle(id, command, { kind: 'person', person: interaction.person });
    await interaction.answer(
      show('doneNote', { id, done: already ? 'assigned_already' : 'assigned', to }, interaction.language),
    );
  };

  const give = async ({ metadata, values, person }: Submitted): Promise<FormAnswer> => {
    const carried = readModalMetadata(metadata);
    const chosen = readAssignee(values);
    if (carried === undefined || chosen === undefined) throw new Refusal('no_such_report', { id: '' });
    const to = await responder(chosen);
    if (to === undefined) throw new Refusal('not_a_responder', { user: chosen });
    const instead = defined({ instead: carried.instead });
    await handle(carried.id, { type: 'AssignReport', to, ...instead }, { kind: 'person', person });
    return closed;
  };

  return {
    buttons: {
      assignToMe: {
        who: 'responder',
        press: async (pressed) => {
          if (pressed.id === undefined) throw new Refusal('no_such_report', { id: '' });
          await assign(pressed, pressed.id, pressed.person);
        },
      },
      more: {
        who: 'responder',
        press: async (pressed) => {
          const { report } = await pressedReport(parts, pressed);
          // Everything in it is a responder's to do.
          if (isReporter(pressed.person, report)) throw new Refusal('own_report', { id: report.id });
          const [responders, lead] = await Promise.all([access.responders(), access.isLead(pressed.actor)]);
          await pressed.open(show('more', { report, responders, lead }, pressed.language));
        },
      },
    } satisfies Record<string, ButtonRoute>,
    verbs: {
      assign: {
        who: 'responder',
        type: async (typed) => {
          const id = await idFrom(typed, 'assign');
          if (id === undefined) return;
          const [, name] = typed.args;
          const user =
            name === undefined ? undefined : name.toLowerCase() === 'me' ? typed.person.user : readMention(name);
          const to = user === undefined ? undefined : await responder(user);
          if (to === undefined) {
            const problem =
              name === undefined
                ? 'person_missing'
                : user === undefined
                  ? 'person_unreadable'
                  : 'person_not_a_responder';
            await typed.answer(show('usageNote', { verb: 'assign', problem }, typed.language));
            return;
          }
          const current = (await reports.find(id))?.report.responder?.user;
          await assign(typed, id, to, current);
        },
      },
    } satisfies Record<string, VerbRoute>,
    forms: { more: { who: 'responder', submit: give } } satisfies Record<string, FormRoute>,
  };
}
