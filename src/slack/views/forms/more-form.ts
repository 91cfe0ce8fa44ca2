import type { KnownBlock } from '@slack/types';
import { defined } from '../../../report/defined.js';
import { mayBeReporter } from '../../../report/permissions.js';
import { isOpen } from '../../../report/status.js';
import { surface } from '../declare-surface.js';
import type { MoreFacts } from '../facts.js';
import { callbacks, inputs } from '../ids.js';
import { button, buttons, context, input, modal, nameOf, plain, section } from '../kit/blocks.js';
import { select } from '../kit/choices.js';
import { readInputs } from '../kit/input-values.js';
import { writeModalMetadata } from '../modal-metadata.js';
import { stepsByStage } from '../parts/steps-by-stage.js';

/** People that Slack takes in one list. */
const mostPeople = 100;

/** What else can be done with a report now: write to its reporter, note something, take a step, give it to somebody else. */
export const more = surface('modal', 'responder', 'B', ({ report, responders, lead }: MoreFacts, locale) => {
  const { assign: say, terms } = locale;
  const { id, responder } = report;
  const others = responders.filter((person) => person.user !== responder?.user && !mayBeReporter(person, report));
  const shown = others.slice(0, mostPeople);
  const intro = section(plain(say.intro(id, responder && nameOf(responder))));
  const ending =
    lead && !isOpen(report) ? [buttons(button('erase', locale.erasure.button, { style: 'danger', id }))] : [];
  const steps = stepsByStage(report, lead, locale);
  if (shown.length === 0)
    return modal({
      title: say.title,
      close: terms.close,
      blocks: [intro, ...steps, ...ending, section(plain(say.nobodyElse))],
    });
  const blocks: KnownBlock[] = [
    intro,
    ...steps,
    ...ending,
    input(
      { id: inputs.assignTo, label: say.label },
      select(
        inputs.assignTo,
        say.placeholder,
        shown.map((person) => [person.user, nameOf(person)]),
      ),
    ),
    ...(others.length > shown.length ? [context(plain(say.tooMany(shown.length)))] : []),
  ];
  const carries = writeModalMetadata({ id, ...defined({ instead: responder?.user }) });
  return modal(
    { title: say.title, close: terms.cancel, blocks },
    { callback: callbacks.more, submit: say.submit, carries },
  );
});

/** Reads whom the report is to be given to, as a Slack user id. */
export function readAssignee(values: unknown): string | undefined {
  return readInputs(values).choice(inputs.assignTo);
}
