import type { InputBlock, ModalView } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { creditOf } from '../../../report/credit.js';
import { defined } from '../../../report/defined.js';
import { type Credit, CreditRole, fieldLimits } from '../../../report/form.js';
import { oneLine } from '../../../report/plain-text.js';
import type { Report } from '../../../report/report.js';
import { form } from '../declare-surface.js';
import { input, marked, modal, plain, section, textInput } from '../kit/blocks.js';
import { radioInput } from '../kit/choices.js';
import { httpsLink, linkLimit } from '../kit/https-link.js';
import { readInputs } from '../kit/input-values.js';
import { writeModalMetadata } from '../modal-metadata.js';
import { creditText } from '../parts/credit-text.js';
import { reporterName } from '../parts/labels.js';
import { sharedInputs } from '../shared-inputs.js';

/** The inputs of these forms alone. */
export const creditInputs = {
  creditBy: 'credit_by',
  creditLink: 'credit_link',
  creditRole: 'credit_role',
} as const;

/** How a reporter is to be thanked, for a responder who was told. */
const creditForm = form('credit_form', 'responder', 'C', ({ report }: Readonly<{ report: Report }>, locale) => {
  const intro = locale.disclosure.credit.intro(report.id, reporterName(report));
  return askHow(report, locale.disclosure.title.credit, intro, locale);
});

/** The same for the reporter themselves. */
const ownCreditForm = form(
  'own_credit_form',
  'own_reporter',
  'C',
  ({ report }: Readonly<{ report: Report }>, locale) => {
    const intro = locale.disclosure.credit.ownIntro(report.id);
    return askHow(report, locale.disclosure.title.ownCredit, intro, locale);
  },
);

function askHow(report: Report, title: string, intro: string, locale: Locale): ModalView {
  const { disclosure, terms } = locale;
  const { credit: say } = disclosure;
  const credit = creditOf(report);
  const named = credit.by === 'name' ? credit : undefined;
  const blocks = [
    section(plain(intro)),
    section(marked(`*${say.now}*`)),
    section(plain(creditText([credit], locale))),
    radioInput(
      { id: creditInputs.creditBy, label: say.by },
      [
        ['name', say.byName],
        ['nobody', say.byNobody],
      ],
      credit.by,
    ),
    textInput({
      id: sharedInputs.creditName,
      label: say.name,
      optional: true,
      limit: fieldLimits.creditName,
      value: named?.name,
    }),
    textInput({
      id: creditInputs.creditLink,
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
    { submit: disclosure.submit.save, carries: writeModalMetadata({ id: report.id }) },
  );
}

function roleInput(role: CreditRole, { disclosure: { credit: say } }: Locale): InputBlock {
  const option = (one: CreditRole) => ({ text: plain(say.roles[one], 75), value: one });
  return input(
    { id: creditInputs.creditRole, label: say.role },
    {
      type: 'static_select',
      action_id: creditInputs.creditRole,
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
  if (read.choice(creditInputs.creditBy) === 'nobody') return { credit: { by: 'nobody' } };
  const name = oneLine(read.text(sharedInputs.creditName)).slice(0, fieldLimits.creditName);
  const typed = oneLine(read.text(creditInputs.creditLink));
  const link = typed === '' ? undefined : httpsLink(typed);
  if (name === '') return { byBlock: { [sharedInputs.creditName]: disclosure.credit.nameMissing } };
  if (typed !== '' && link === undefined) return { byBlock: { [creditInputs.creditLink]: remediation.notALink } };
  const chosen = CreditRole.safeParse(read.choice(creditInputs.creditRole)).data;
  const role = chosen === 'reporter' ? undefined : chosen;
  return { credit: { by: 'name', name, ...defined({ link, role }) } };
}

export const creditForms = { creditForm, ownCreditForm };
