import { defined } from '../../../report/defined.js';
import { mayBeReporter } from '../../../report/permissions.js';
import { form } from '../declare-surface.js';
import type { AssignFacts } from '../facts.js';
import { button, buttons, context, input, modal, nameOf, plain, section } from '../kit/blocks.js';
import { select } from '../kit/choices.js';
import { readInputs } from '../kit/input-values.js';
import { writeModalMetadata } from '../modal-metadata.js';
import { sharedActions } from '../shared-actions.js';

/** The input of this form. */
export const assignInputs = {
  assignTo: 'assign_to',
} as const;

/** People that Slack takes in one list, beside the one entry for nobody. */
const mostPeople = 99;
/** In place of a person: nobody is the responder any more. No user id is like it. */
const nobody = 'nobody';

/** Who is to be in charge of a report: somebody else on the team, or nobody. */
export const assignForm = form('assign_form', 'responder', 'B', ({ report, responders }: AssignFacts, locale) => {
  const { assign: say, terms } = locale;
  const { id, responder } = report;
  const others = responders.filter((person) => person.user !== responder?.user && !mayBeReporter(person, report));
  const shown = others.slice(0, mostPeople);
  const options = [
    ...shown.map((person) => [person.user, nameOf(person)] as const),
    ...(responder === undefined ? [] : [[nobody, say.unassign] as const]),
  ];
  const intro = section(plain(say.intro(id, responder && nameOf(responder))));
  if (options.length === 0) {
    const blocks = [
      intro,
      section(plain(say.nobodyElse)),
      buttons(button(sharedActions.show, locale.card.show, { id })),
    ];
    return modal({ title: say.formTitle, close: terms.close, blocks });
  }
  const blocks = [
    intro,
    ...(responder === undefined ? [] : [section(plain(say.askedFirst(nameOf(responder))))]),
    input({ id: assignInputs.assignTo, label: say.label }, select(assignInputs.assignTo, say.placeholder, options)),
    ...(others.length > shown.length ? [context(plain(say.tooMany(shown.length)))] : []),
  ];
  const carries = writeModalMetadata({ id, ...defined({ instead: responder?.user }) });
  return modal({ title: say.formTitle, close: terms.cancel, blocks }, { submit: say.submit, carries });
});

/** Whom the report is to be given to, as a Slack user id; `nobody`: it is taken from its responder. */
export function readAssignee(values: unknown): Readonly<{ user: string } | 'nobody'> | undefined {
  const chosen = readInputs(values).choice(assignInputs.assignTo);
  return chosen === undefined || chosen === nobody ? chosen : { user: chosen };
}
