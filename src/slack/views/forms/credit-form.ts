import type { InputBlock, ModalView } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { creditOf } from '../../../report/credit.js';
import { defined } from '../../../report/defined.js';
import { type Credit, CreditRole, fieldLimits } from '../../../report/form.js';
import { oneLine } from '../../../report/plain-text.js';
import type { Report } from '../../../report/report.js';
import { surface } from '../declare-surface.js';
import { callbacks, inputs } from '../ids.js';
import { input, marked, modal, plain, section, textInput } from '../kit/blocks.js';
import { radioInput } from '../kit/choices.js';
import { httpsLink, linkLimit } from '../kit/https-link.js';
import { readInputs } from '../kit/input-values.js';
import { writeModalMetadata } from '../modal-metadata.js';
import { creditText } from '../parts/credit-text.js';
import { reporterName } from '../parts/labels.js';

/** How a reporter is to be thanked, for a responder who was told. */
const creditForm = surface('modal', 'responder', 'C', ({ report }: Readonly<{ report: Report }>, locale) => {
  const intro = locale.disclosure.credit.intro(report.id, reporterName(report));
  return form(report, locale.disclosure.title.credit, intro, callbacks.creditForm, locale);
});

/** The same for the reporter themselves. */
const ownCreditForm = surface('modal', 'own_reporter', 'C', ({ report }: Readonly<{ report: Report }>, locale) => {
  const intro = locale.disclosure.credit.ownIntro(report.id);
  return form(report, locale.disclosure.title.ownCredit, intro, callbacks.ownCreditForm, locale);
});

function form(report: Report, title: string, intro: string, callback: string, locale: Locale): ModalView {
  const { disclosure, terms } = locale;
  const { credit: say } = disclosure;
  const credit = creditOf(report);
  const named = credit.by === 'name' ? credit : undefined;
  const blocks = [
    section(plain(intro)),
    section(marked(`*${say.now}*`)),
    section(plain(creditText([credit], locale))),
    radioInput(
      { id: inputs.creditBy, label: say.by },
      [
        ['name', say.byName],
        ['nobody', say.byNobody],
      ],
      credit.by,
    ),
    textInput({
      id: inputs.creditName,
      label: say.name,
      optional: true,
      limit: fieldLimits.creditName,
      value: named?.name,
    }),
    textInput({
      id: inputs.creditLink,
      label: say.link,
      hint: say.linkHint,
      optional: true,
      limit: linkLimit,
      value: named?.link,
    }),
    roleInput(named?.role ?? 'reporter', locale),
  ];
  return modal(
    { title, close: terms.cancel, blocks },
    { callback, submit: disclosure.submit.save, carries: writeModalMetadata({ id: report.id }) },
  );
}

function roleInput(role: CreditRole, { disclosure: { credit: say } }: Locale): InputBlock {
  const option = (one: CreditRole) => ({ text: plain(say.roles[one], 75), value: one });
  return input(
    { id: inputs.creditRole, label: say.role },
    {
      type: 'static_select',
      action_id: inputs.creditRole,
      options: CreditRole.options.map(option),
      initial_option: option(role),
    },
  );
}

/** Reads either form: the credit, or what is wrong at which input. */
export function readCredit(
  values: unknown,
  { disclosure, remediation }: Locale,
): Readonly<{ credit: Credit } | { byBlock: Record<string, string> }> {
  const read = readInputs(values);
  if (read.choice(inputs.creditBy) === 'nobody') return { credit: { by: 'nobody' } };
  const name = oneLine(read.text(inputs.creditName)).slice(0, fieldLimits.creditName);
  const typed = oneLine(read.text(inputs.creditLink));
  const link = typed === '' ? undefined : httpsLink(typed);
  if (name === '') return { byBlock: { [inputs.creditName]: disclosure.credit.nameMissing } };
  if (typed !== '' && link === undefined) return { byBlock: { [inputs.creditLink]: remediation.notALink } };
  const chosen = CreditRole.safeParse(read.choice(inputs.creditRole)).data;
  const role = chosen === 'reporter' ? undefined : chosen;
  return { credit: { by: 'name', name, ...defined({ link, role }) } };
}

export const creditForms = { creditForm, ownCreditForm };
