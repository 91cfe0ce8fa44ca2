import type { InputBlock, KnownBlock, RichTextBlock, RichTextSection } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { problemSentence } from '../../../locales/problem-sentence.js';
import { defined } from '../../../report/defined.js';
import {
  type FormProblem,
  fieldLimits,
  KnownAlready,
  Language,
  type TypedField,
  type TypedForm,
  typedFields,
} from '../../../report/form.js';
import { oneLine } from '../../../report/plain-text.js';
import type { AffectedVersion } from '../../../report/report.js';
import { form } from '../declare-surface.js';
import type { FormFacts, ReportedMessage } from '../facts.js';
import { context, divider, input, modal, plain, section, textInput } from '../kit/blocks.js';
import { option, radioInput, select } from '../kit/choices.js';
import { readInputs } from '../kit/input-values.js';
import { cut } from '../kit/truncate.js';
import { breakLines } from '../parts/break-lines.js';
import { verdictMark } from '../parts/labels.js';
import { sharedInputs } from '../shared-inputs.js';

/** The inputs of the report form. A block id never changes, so that Slack keeps what was typed. */
export const reportInputs = {
  onBehalfOf: 'on_behalf_of',
  receivedAt: 'received_at',
  title: 'title',
  overview: 'overview',
  versions: 'versions',
  otherVersions: 'other_versions',
  cve: sharedInputs.cve,
  verification: 'verification',
  contact: 'contact',
  knownAlready: 'known_already',
  creditName: sharedInputs.creditName,
  language: 'language',
} as const;

/** Versions that Slack takes in one list. */
const mostVersions = 100;

/**
 * The policy's six fields and three small ones, as somebody tells who found something: what it is, where, how to see it, and how to
 * reach them. What helps and may be left out comes after that. Block ids never change, so that Slack keeps what was typed.
 */
export const reportForm = form('report_form', 'own_reporter', 'C', (facts: FormFacts, locale) => {
  const { form: say, terms } = locale;
  const blocks: KnownBlock[] = [
    section(plain(say.intro(facts.project))),
    ...breakLines(facts.back, 'form', locale).map((line) => section(plain(line))),
    ...(facts.message ? [section(plain(facts.message.isPublic ? say.fromPublicMessage : say.fromMessage))] : []),
    ...(facts.onBehalf ? onBehalfBlocks(facts, locale) : []),
    typed('title', locale),
    typed('overview', locale, { multiline: true, ...(facts.message ? { value: messageText(facts.message) } : {}) }),
    affectedHeading(locale),
    ...versionBlocks(facts.versions, locale),
    typed('otherVersions', locale, { optional: true }),
    typed('verification', locale, { multiline: true }),
    contactBlock(facts, locale),
    divider,
    section(plain(say.helpful)),
    knownAlreadyBlock(locale),
    typed('cve', locale, { optional: true, placeholder: 'CVE-2026-12345' }),
    creditBlock(facts, locale),
    languageBlock(facts, locale),
    ...(facts.files === undefined ? [] : [context(plain(locale.intakeMessage.files(facts.files)))]),
  ];
  return modal({ title: say.title, close: terms.cancel, blocks }, { submit: say.submit });
});

function onBehalfBlocks({ now }: FormFacts, { form: say }: Locale): KnownBlock[] {
  return [
    textInput({
      id: reportInputs.onBehalfOf,
      label: say.label.onBehalfOf,
      hint: say.hint.onBehalfOf,
      optional: true,
      limit: fieldLimits.onBehalfOf,
    }),
    input(
      { id: reportInputs.receivedAt, label: say.label.receivedAt, hint: say.hint.receivedAt, optional: true },
      {
        type: 'datetimepicker',
        action_id: reportInputs.receivedAt,
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

type TextLook = Readonly<{ multiline?: boolean; optional?: boolean; placeholder?: string; value?: string }>;

/** What a message says, as people read it: Slack escapes three signs in it. */
function messageText({ text }: ReportedMessage): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function typed(
  field: 'title' | 'overview' | 'otherVersions' | 'cve' | 'verification',
  locale: Locale,
  look: TextLook = {},
) {
  const { label, hint } = locale.form;
  return textInput({
    id: reportInputs[field],
    label: label[field],
    hint: hint[field],
    limit: fieldLimits[field],
    ...look,
  });
}

function versionBlocks(versions: readonly AffectedVersion[], { form: say, terms }: Locale): KnownBlock[] {
  if (versions.length === 0) return [];
  const options = versions
    .slice(0, mostVersions)
    .map(({ version, verdict }) =>
      option([version, `${cut(version, 50)} · ${verdictMark[verdict]} ${terms.verdict[verdict]}`]),
    );
  return [
    input(
      { id: reportInputs.versions, label: say.label.versions, hint: say.hint.versions, optional: true },
      {
        type: 'multi_static_select',
        action_id: reportInputs.versions,
        placeholder: plain(say.versionsPlaceholder, 150),
        options,
      },
    ),
  ];
}

function contactBlock({ contact, onBehalf }: FormFacts, { form: say }: Locale): InputBlock {
  return textInput({
    id: reportInputs.contact,
    label: say.label.contact,
    hint: onBehalf ? say.another.contactHint : say.hint.contact,
    limit: fieldLimits.contact,
    value: contact,
  });
}

/** Nobody has said yet whether it is known: that is what stands there first. */
function knownAlreadyBlock({ form: say }: Locale): InputBlock {
  const choices = KnownAlready.options.map((answer) => [answer, say.knownAlready[answer]] as const);
  return radioInput({ id: reportInputs.knownAlready, label: say.label.knownAlready }, choices, 'unsure');
}

function creditBlock({ onBehalf }: FormFacts, { form: say }: Locale): InputBlock {
  return textInput({
    id: reportInputs.creditName,
    label: onBehalf ? say.another.credit : say.label.creditName,
    hint: onBehalf ? say.another.creditHint : say.hint.creditName,
    optional: true,
    limit: fieldLimits.creditName,
  });
}

function languageBlock({ language, onBehalf }: FormFacts, { form: say, terms }: Locale): InputBlock {
  const languages = Language.options.map((one) => [one, terms.languages[one]] as const);
  const label = onBehalf ? say.another.language : say.label.language;
  return input({ id: reportInputs.language, label }, select(reportInputs.language, label, languages, language));
}

/** A form as it was sent. `onBehalfOf` and `receivedAt` are there only when somebody else is named as the reporter. */
export type TypedSubmission = Readonly<{
  typed: TypedForm;
  onBehalfOf?: string;
  receivedAt?: Date;
  /** The form had a list of versions. */
  listedVersions: boolean;
}>;

/** Reads `view.state.values` of the form. @throws ZodError when it isn't shaped as Slack shapes it. */
export function readSubmission(values: unknown): TypedSubmission {
  const read = readInputs(values);
  const onBehalfOf = oneLine(read.text(reportInputs.onBehalfOf));
  const receivedAt = read.moment(reportInputs.receivedAt);
  return {
    typed: {
      ...(Object.fromEntries(typedFields.map((field) => [field, read.text(reportInputs[field])])) as Record<
        TypedField,
        string
      >),
      versions: read.choices(reportInputs.versions),
      knownAlready: read.choice(reportInputs.knownAlready) ?? '',
      language: read.choice(reportInputs.language) ?? '',
    },
    ...(onBehalfOf === '' ? {} : { onBehalfOf, ...defined({ receivedAt }) }),
    listedVersions: read.has(reportInputs.versions),
  };
}

/** What to show at which input; empty when nothing is wrong. Of two problems of one input the first is shown. */
export function formErrors(
  problems: readonly FormProblem[],
  submission: TypedSubmission,
  locale: Locale,
): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const problem of problems) {
    const field = problem.field === 'versions' && !submission.listedVersions ? 'otherVersions' : problem.field;
    errors[reportInputs[field]] ??= problemSentence(problem, locale);
  }
  const name = submission.onBehalfOf ?? '';
  if (name.length > fieldLimits.onBehalfOf)
    errors[reportInputs.onBehalfOf] = locale.problems.tooLong(name.length, fieldLimits.onBehalfOf);
  return errors;
}
