import type { InputBlock, KnownBlock } from '@slack/types';
import { cvssChoices, severityFaultSentence } from '../../../locales/cvss-choices.js';
import type { Locale } from '../../../locales/locale-of.js';
import { baseMetrics, type CvssVersion } from '../../../report/cvss-metrics.js';
import type { ReportId } from '../../../report/report-id.js';
import { cvssVersionOf, type Severity, type SeverityFault } from '../../../report/severity.js';
import { button, buttons, input, marked, plain, section } from '../kit/blocks.js';
import { select } from '../kit/choices.js';
import { cut } from '../kit/truncate.js';
import { metricInput, sharedInputs } from '../shared-inputs.js';
import { readTyping, type SeverityTyping, severityTyped, vectorTyped } from './severity-typing.js';

/** The buttons of the score. */
export const severityActions = {
  buildV31: 'build_cvss_3_1',
  buildV40: 'build_cvss_4_0',
  typeVector: 'type_cvss_vector',
  showScore: 'show_cvss_score',
} as const;

/** A severity while it is entered: the inputs, the ways to enter it otherwise, and the score as soon as there is one. */
export function severityBlocks(typing: SeverityTyping, id: ReportId, locale: Locale): KnownBlock[] {
  const { triage: say, accept } = locale;
  const ways = [
    ...(typing.by === 'typed' ? [button(severityActions.showScore, say.button.showScore, { id })] : []),
    ...(typing.by === '3.1' ? [] : [button(severityActions.buildV31, say.button.buildV31, { id })]),
    ...(typing.by === '4.0' ? [] : [button(severityActions.buildV40, say.button.buildV40, { id })]),
    ...(typing.by === 'typed' ? [] : [button(severityActions.typeVector, say.button.typeVector, { id })]),
  ];
  const fields =
    typing.by === 'typed' ? [vectorInput(typing.vector, locale)] : metricInputs(typing.by, typing.choices, locale);
  const score = scoreText(typing, locale);
  return [
    section(marked(`*${accept.severityHeading}*`)),
    ...(typing.by === 'typed' ? [...fields, buttons(...ways)] : [buttons(...ways), ...fields]),
    ...(score === undefined ? [] : [section(plain(score))]),
  ];
}

/** Reads the inputs: the severity, or what is missing or wrong, and at which of them that is told. */
export function readSeverityInputs(
  values: unknown,
  locale: Locale,
): Readonly<{ severity: Severity } | { byBlock: Record<string, string> }> {
  const typing = readTyping(values);
  const severity = severityTyped(typing);
  if (!('fault' in severity)) return { severity };
  const untouched = typing.by === 'typed' && typing.vector.trim() === '';
  const block = typing.by === 'typed' ? sharedInputs.vector : metricInput(typing.by, firstMissing(severity, typing.by));
  const sentence = untouched ? locale.accept.severityMissing : severityFaultSentence(severity, locale);
  return { byBlock: { [block]: sentence } };
}

function vectorInput(vector: string, { accept: say }: Locale): InputBlock {
  return {
    ...input(
      { id: sharedInputs.vector, label: say.vectorLabel, hint: say.vectorHint },
      {
        type: 'plain_text_input',
        action_id: sharedInputs.vector,
        max_length: 400,
        dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
        ...(vector.trim() === '' ? {} : { initial_value: cut(vector, 400) }),
      },
    ),
    dispatch_action: true,
  };
}

function metricInputs(version: CvssVersion, chosen: Readonly<Record<string, string>>, locale: Locale): InputBlock[] {
  return cvssChoices(version, locale).map(({ metric, name, values }) => {
    const id = metricInput(version, metric);
    const choices = values.map((one) => [one.value, one.name] as const);
    const element = select(id, locale.triage.choose, choices, chosen[metric]);
    return { ...input({ id, label: locale.cvss.named(name, metric) }, element), dispatch_action: true };
  });
}

/** Score and rating as soon as there are any, and what is missing or wrong until then. */
export function scoreText(typing: SeverityTyping, locale: Locale): string | undefined {
  const { cvss, accept, terms } = locale;
  if (typing.by === 'typed' && typing.vector.trim() === '') return undefined;
  const severity = severityTyped(typing);
  if (!('fault' in severity)) {
    const scored = cvss.scored(severity.score.toFixed(1), cvss.rating[severity.rating], cvssVersionOf(severity));
    return typing.by === 'typed' ? scored : `${scored}\n${vectorTyped(typing)}`;
  }
  if (typing.by !== 'typed' && severity.fault === 'missing_metrics')
    return accept.stillToChoose(terms.listed(severity.metrics));
  return severityFaultSentence(severity, locale);
}

/** The base metric at which a fault of chosen values is told. */
function firstMissing(fault: SeverityFault, version: CvssVersion): string {
  return (fault.fault === 'missing_metrics' ? fault.metrics[0] : undefined) ?? baseMetrics[version][0].name;
}
