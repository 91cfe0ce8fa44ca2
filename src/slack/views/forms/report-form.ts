import type { InputBlock, KnownBlock, PlainTextOption, RichTextBlock, RichTextSection } from '@slack/types';
import type { Locale } from '../../../locales/locale.js';
import { fieldLimits, KnownAlready, Language } from '../../../report/form.js';
import type { AffectedVersion } from '../../../report/report.js';
import type { FormFacts } from '../facts.js';
import { callbacks, inputs } from '../ids.js';
import { context, input, modal, plain, section } from '../kit/blocks.js';
import { cut } from '../kit/truncate.js';
import { verdictMark } from '../parts/labels.js';
import { surface } from '../surface.js';

/** Versions that Slack takes in one list. */
const mostVersions = 100;

/** The policy's six fields and three small ones. Block ids never change, so that Slack keeps what was typed. */
export const reportForm = surface('modal', 'own_reporter', 'C', (facts: FormFacts, locale) => {
  const { form: say, terms } = locale;
  const blocks: KnownBlock[] = [
    section(plain(say.intro(facts.project))),
    ...(facts.onBehalf ? onBehalfBlocks(facts, locale) : []),
    textInput('title', locale),
    textInput('overview', locale, { multiline: true }),
    affectedHeading(locale),
    ...versionBlocks(facts.versions, locale),
    textInput('otherVersions', locale, { optional: true }),
    textInput('cve', locale, { optional: true, placeholder: 'CVE-2026-12345' }),
    textInput('verification', locale, { multiline: true }),
    contactBlock(facts, locale),
    knownAlreadyBlock(locale),
    creditBlock(facts, locale),
    languageBlock(facts, locale),
    ...(facts.files === undefined ? [] : [context(plain(locale.intakeMessage.files(facts.files)))]),
  ];
  return modal(
    { title: say.title, close: terms.cancel, blocks },
    { callback: callbacks.reportForm, submit: say.submit },
  );
});

function onBehalfBlocks({ now }: FormFacts, { form: say }: Locale): KnownBlock[] {
  return [
    input(
      { id: inputs.onBehalfOf, label: say.label.onBehalfOf, hint: say.hint.onBehalfOf, optional: true },
      { type: 'plain_text_input', action_id: inputs.onBehalfOf, max_length: fieldLimits.onBehalfOf },
    ),
    input(
      { id: inputs.receivedAt, label: say.label.receivedAt, hint: say.hint.receivedAt, optional: true },
      {
        type: 'datetimepicker',
        action_id: inputs.receivedAt,
        initial_date_time: Math.floor(now.getTime() / 1000),
      },
    ),
  ];
}

/** Rich text, because a star at the end of bold marked-up text would be read as mark-up. */
function affectedHeading({ form: say }: Locale): RichTextBlock {
  const elements: RichTextSection['elements'] = [
    { type: 'text', text: say.affected, style: { bold: true } },
    { type: 'text', text: `\n${say.affectedHint}` },
  ];
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

type TextField = 'title' | 'overview' | 'otherVersions' | 'cve' | 'verification';
type TextLook = Readonly<{ multiline?: boolean; optional?: boolean; placeholder?: string }>;

function textInput(
  field: TextField,
  { form: say }: Locale,
  { multiline, optional, placeholder }: TextLook = {},
): InputBlock {
  return input(
    { id: inputs[field], label: say.label[field], hint: say.hint[field], optional: optional ?? false },
    {
      type: 'plain_text_input',
      action_id: inputs[field],
      multiline: multiline ?? false,
      max_length: fieldLimits[field],
      ...(placeholder === undefined ? {} : { placeholder: plain(placeholder, 150) }),
    },
  );
}

function versionBlocks(versions: readonly AffectedVersion[], { form: say, terms }: Locale): KnownBlock[] {
  if (versions.length === 0) return [];
  const options = versions
    .slice(0, mostVersions)
    .map(({ version, verdict }) =>
      option(version, `${cut(version, 50)} · ${verdictMark[verdict]} ${terms.verdict[verdict]}`),
    );
  return [
    input(
      { id: inputs.versions, label: say.label.versions, hint: say.hint.versions, optional: true },
      {
        type: 'multi_static_select',
        action_id: inputs.versions,
        placeholder: plain(say.versionsPlaceholder, 150),
        options,
      },
    ),
  ];
}

function contactBlock({ contact, onBehalf }: FormFacts, { form: say }: Locale): InputBlock {
  return input(
    { id: inputs.contact, label: say.label.contact, hint: onBehalf ? say.another.contactHint : say.hint.contact },
    {
      type: 'plain_text_input',
      action_id: inputs.contact,
      max_length: fieldLimits.contact,
      ...(contact === undefined || contact === '' ? {} : { initial_value: cut(contact, fieldLimits.contact) }),
    },
  );
}

/** Nobody has said yet whether it is known: that is what stands there first. */
function knownAlreadyBlock({ form: say }: Locale): InputBlock {
  const options = KnownAlready.options.map((answer) => option(answer, say.knownAlready[answer]));
  const unsure = option('unsure', say.knownAlready.unsure);
  return input(
    { id: inputs.knownAlready, label: say.label.knownAlready },
    { type: 'radio_buttons', action_id: inputs.knownAlready, options, initial_option: unsure },
  );
}

function creditBlock({ onBehalf }: FormFacts, { form: say }: Locale): InputBlock {
  return input(
    {
      id: inputs.creditName,
      label: onBehalf ? say.another.credit : say.label.creditName,
      hint: onBehalf ? say.another.creditHint : say.hint.creditName,
      optional: true,
    },
    { type: 'plain_text_input', action_id: inputs.creditName, max_length: fieldLimits.creditName },
  );
}

function languageBlock({ language, onBehalf }: FormFacts, { form: say, terms }: Locale): InputBlock {
  const options = Language.options.map((one) => option(one, terms.languages[one]));
  return input(
    { id: inputs.language, label: onBehalf ? say.another.language : say.label.language },
    {
      type: 'static_select',
      action_id: inputs.language,
      options,
      initial_option: option(language, terms.languages[language]),
    },
  );
}

function option(value: string, text: string): PlainTextOption {
  return { text: plain(text, 75), value };
}
