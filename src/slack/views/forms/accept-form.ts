import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { dayIn, formatDay } from '../../../deadline/format-time.js';
import { cvssChoices, severityFaultSentence } from '../../../locales/cvss-choices.js';
import type { Locale } from '../../../locales/locale.js';
import type { CvssVersion } from '../../../report/cvss-metrics.js';
import { defined } from '../../../report/defined.js';
import { writeAffectedLines } from '../../../report/read-affected-lines.js';
import type { Report } from '../../../report/report.js';
import { cvssVersionOf, Rating, type Severity } from '../../../report/severity.js';
import { isAccepted } from '../../../report/status.js';
import { callbacks, inputs, metricInput, writeModalMetadata } from '../ids.js';
import { button, buttons, context, input, marked, modal, plain, section } from '../kit/blocks.js';
import { cut } from '../kit/truncate.js';
import { verdictMark } from '../parts/labels.js';
import { nextUpdateInput } from '../parts/next-update.js';
import { type SeverityTyping, severityTyped, vectorTyped } from '../parts/severity-typing.js';
import type { AcceptFormFacts, DecisionFacts } from '../triage-facts.js';
import { draftFacts, isTold, messageInput, theirWords, wayBlocks } from './decision-message.js';

/** Characters of the input for product lines: the most one Slack text input takes. */
const linesLimit = 3000;
/** Versions whose verdicts are shown beside the input. */
const mostVersions = 20;

/** It is a vulnerability: how bad, in which versions, and what the reporter is told. */
export function acceptForm(facts: AcceptFormFacts, locale: Locale): ModalView {
  const { triage: say, terms } = locale;
  const { report, byHand, seen, draft, updateBy } = facts;
  const needed = isTold(report) ? say.messageMayBeEmpty : say.messageNeeded;
  const hint = isAccepted(report) ? needed : terms.followed(needed, say.severityIsPutIn);
  const blocks: KnownBlock[] = [
    ...wayBlocks(facts, locale),
    ...severityBlocks(facts, locale),
    linesInput(report, locale),
    ...verdictBlocks(facts, locale),
    messageInput(draft, isTold(report), hint, locale),
    nextUpdateInput(updateBy, locale),
  ];
  const carries = writeModalMetadata({ id: report.id, seen, route: byHand ? 'by_hand' : 'direct_message' });
  return modal(
    { title: say.title.accept, close: terms.cancel, blocks },
    { callback: callbacks.acceptForm, submit: say.submit.accept, carries },
  );
}

/** What a responder may start from. A correction has no draft to start from: what it changes is for people to say. */
export function acceptDraft(facts: DecisionFacts, severity?: Severity): string {
  if (isAccepted(facts.report)) return '';
  const { triage, cvss } = theirWords(facts);
  const scored =
    severity && cvss.scored(severity.score.toFixed(1), cvss.rating[severity.rating], cvssVersionOf(severity));
  return triage.acceptDraft({ ...draftFacts(facts), ...defined({ severity: scored }) });
}

/** Every draft that `acceptDraft` may have put into the form. */
export function acceptDrafts(facts: DecisionFacts): readonly string[] {
  const { triage, cvss } = theirWords(facts);
  const draft = draftFacts(facts);
  const scores = Array.from({ length: 101 }, (_, tenths) => (tenths / 10).toFixed(1));
  const told = (['3.1', '4.0'] as const).flatMap((version) =>
    Rating.options.flatMap((rating) => scores.map((score) => cvss.scored(score, cvss.rating[rating], version))),
  );
  return [acceptDraft(facts), ...told.map((severity) => triage.acceptDraft({ ...draft, severity }))];
}

function severityBlocks({ typing, report }: AcceptFormFacts, locale: Locale): KnownBlock[] {
  const { triage: say } = locale;
  const { id } = report;
  const others = [
    ...(typing.by === '3.1' ? [] : [button('buildV31', say.button.buildV31, { id })]),
    ...(typing.by === '4.0' ? [] : [button('buildV40', say.button.buildV40, { id })]),
    ...(typing.by === 'typed' ? [] : [button('typeVector', say.button.typeVector, { id })]),
  ];
  const fields =
    typing.by === 'typed' ? [vectorInput(typing.vector, locale)] : metricInputs(typing.by, typing.choices, locale);
  const score = scoreText(typing, locale);
  return [
    section(marked(`*${say.severityHeading}*`)),
    buttons(...others),
    ...fields,
    ...(score === undefined ? [] : [section(plain(score))]),
  ];
}

function vectorInput(vector: string, { triage: say }: Locale): InputBlock {
  return {
    ...input(
      { id: inputs.vector, label: say.vectorLabel, hint: say.vectorHint },
      {
        type: 'plain_text_input',
        action_id: inputs.vector,
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
    const options = values.map((value) => ({ text: plain(value.name, 75), value: value.value }));
    const initial = options.find(({ value }) => value === chosen[metric]);
    const element = {
      type: 'static_select',
      action_id: id,
      placeholder: plain(locale.triage.choose, 150),
      options,
      ...defined({ initial_option: initial }),
    } as const;
    return { ...input({ id, label: locale.cvss.named(name, metric) }, element), dispatch_action: true };
  });
}

/** Score and rating as soon as there are any, and what is missing or wrong until then. */
function scoreText(typing: SeverityTyping, locale: Locale): string | undefined {
  const { cvss, triage: say, terms } = locale;
  if (typing.by === 'typed' && typing.vector.trim() === '') return undefined;
  const severity = severityTyped(typing);
  if (!('fault' in severity)) {
    const told = cvss.scored(severity.score.toFixed(1), cvss.rating[severity.rating], cvssVersionOf(severity));
    return typing.by === 'typed' ? told : `${told}\n${vectorTyped(typing)}`;
  }
  if (typing.by !== 'typed' && severity.fault === 'missing_metrics')
    return say.stillToChoose(terms.listed(severity.metrics));
  return severityFaultSentence(severity, locale);
}

/** The lines that were accepted, or the versions that the reporter named. */
function linesInput(report: Report, { triage: say }: Locale): InputBlock {
  const lines = report.lines.length > 0 ? report.lines : report.affected.map(({ version }) => ({ line: version }));
  const text = cut(writeAffectedLines(lines, say.range), linesLimit);
  return input(
    { id: inputs.lines, label: say.linesLabel, hint: say.linesHint },
    {
      type: 'plain_text_input',
      action_id: inputs.lines,
      multiline: true,
      max_length: linesLimit,
      ...(text.trim() === '' ? {} : { initial_value: text }),
    },
  );
}

/** How the versions stood on the day of the report. */
export function verdictBlocks(
  { report, versions, zone }: Pick<AcceptFormFacts, 'report' | 'versions' | 'zone'>,
  locale: Locale,
): KnownBlock[] {
  if (versions.length === 0 && report.affected.length === 0) return [];
  const { card, terms, triage: say, language } = locale;
  const told = versions
    .slice(0, mostVersions)
    .map(({ version, verdict }) => `${verdictMark[verdict]} ${card.version(cut(version, 80), terms.verdict[verdict])}`);
  const day = formatDay(dayIn(report.receivedAt, zone), language);
  return [context(plain([say.supportOn(day), ...told].join('\n')))];
}
