import { suggestedUpdate } from '../../deadline/next-update.js';
import { versionChoices } from '../../deadline/support-status.js';
import { backFromBreak } from '../../deadline/team-break.js';
import type { Filed } from '../../handling/submit-report.js';
import { localeOf } from '../../locales/locale-of.js';
import { defined } from '../../report/defined.js';
import { Language, readForm } from '../../report/form.js';
import type { Person } from '../../report/person.js';
import { Refusal } from '../../report/refusal.js';
import type { ReportedMessage } from '../views/facts.js';
import { formErrors, readSubmission } from '../views/forms/report-form.js';
import { receiptFacts } from '../views/receipt-facts.js';
import { reportFacts } from '../views/report-facts.js';
import { show } from '../views/surfaces.js';
import type { HandlerDeps } from './handler-deps.js';
import type { FormAnswer, Handlers, Interaction, Submitted } from './interaction.js';

/** Opens the form: for a responder, with the fields to file for somebody else; from a message, with what it says. @throws Refusal */
export async function openReportForm(
  deps: HandlerDeps,
  interaction: Interaction,
  { onBehalf = false, message }: Readonly<{ onBehalf?: boolean; message?: ReportedMessage }>,
): Promise<void> {
  const { policy, clock } = deps;
  const { language, person, open } = interaction;
  const now = clock();
  await admit(deps, interaction, now);
  const { project, contact: files } = policy;
  const contact = onBehalf ? undefined : `Slack: ${person.name}`;
  const { zone } = policy.calendar;
  const at = backFromBreak(now, deps.duty.current.known());
  const back = at && { at, zone };
  const facts = { project, versions: versionChoices(policy, now), language, onBehalf, now };
  await open(show('reportForm', { ...facts, ...defined({ contact, files, message, back }) }, language));
}

/** The first step of every report: the form, its faults told at the field, and the receipt. */
export function reportHandlers(deps: HandlerDeps) {
  const { policy } = deps;

  const receive = async (submitted: Submitted): Promise<FormAnswer> => {
    const { person, outside, view, team, checked, values } = submitted;
    const read = readSubmission(values);
    const language = languageOf(deps, submitted, read.typed.language);
    const known = policy.products.flatMap(({ versions }) => versions.map(({ name }) => name));
    const { form, problems } = readForm(read.typed, known);
    const errors = formErrors(problems, read, localeOf(language));
    if (form === undefined || Object.keys(errors).length > 0) return { kind: 'problems', byBlock: errors };
    const { onBehalfOf: name, receivedAt } = read;
    if (name === undefined) {
      const reporter = { kind: 'slack', person, ...defined({ outside }) } as const;
      return await deps.submit({ by: person, view, reporter, form }, (filed) => receiptOf(deps, filed, language));
    }
    if (!team) throw new Refusal(checked ? 'not_for_you' : 'access_unchecked', {});
    const reporter = { kind: 'elsewhere', name, filedBy: person } as const;
    const submission = { by: person, view, reporter, form, ...defined({ receivedAt }) };
    return await deps.submit(submission, (filed) => firstAnswerTo(deps, filed, person, language));
  };

  return {
    buttons: {
      openForm: { who: 'anyone', press: (pressed) => openReportForm(deps, pressed, {}) },
      openFormForAnother: { who: 'responder', press: (pressed) => openReportForm(deps, pressed, { onBehalf: true }) },
    },
    verbs: { report: (typed) => openReportForm(deps, typed, { onBehalf: typed.team }) },
    forms: { reportForm: { who: 'anyone', submit: receive } },
  } satisfies Handlers;
}

const daySeconds = 86_400;

/** The team itself is not counted: it files what came by mail. @throws Refusal */
async function admit({ policy, rateLimits }: HandlerDeps, { person, team }: Interaction, now: Date): Promise<void> {
  if (team) return;
  const { personHour, personDay, workspaceHour } = policy.forms;
  const somebody = `${person.team}/${person.user}`;
  const rules = [
    { key: somebody, limit: personHour, seconds: 3600 },
    { key: somebody, limit: personDay, seconds: daySeconds },
    // Nobody may lock out a whole workspace: beyond its limit it is served more slowly.
    { key: person.team, limit: workspaceHour, seconds: 3600, thenEverySeconds: 60 },
  ];
  const usedUp = await rateLimits.pass(rules, now);
  if (usedUp === undefined) return;
  const { rule, until } = usedUp;
  const contact = defined({ contact: policy.contact });
  if (rule.key === person.team) throw new Refusal('workspace_busy', { until, ...contact });
  const period = rule.seconds === daySeconds ? 'day' : 'hour';
  throw new Refusal('too_many_forms', { count: rule.limit, period, until, ...contact });
}

/** Slack tells no language of somebody from elsewhere: the one they chose in the form is theirs. */
function languageOf({ people }: HandlerDeps, { person, language }: Submitted, chosen: string): Language {
  if (people.known(person.user)?.language !== undefined) return language;
  return Language.safeParse(chosen).data ?? language;
}

function receiptOf({ duty, people }: HandlerDeps, { report, history }: Filed, language: Language): FormAnswer {
  const amended = history.some(({ type }) => type === 'ReportAmended');
  const facts = receiptFacts(report, duty.current.known(), (user) => people.known(user)?.name, amended);
  return { kind: 'become', to: 'anyone', shown: show('receipt', facts, language) };
}

/** What to write by hand to a reporter whom the app can't reach, right after a responder filed it for them. */
function firstAnswerTo(
  { policy, clock }: HandlerDeps,
  filed: Filed,
  responder: Person,
  language: Language,
): FormAnswer {
  const now = clock();
  const facts = {
    ...reportFacts(filed, policy, now),
    responder,
    project: policy.project,
    updateBy: suggestedUpdate(now, policy.calendar),
    justFiled: true,
  };
  return { kind: 'become', to: 'responder', shown: show('sentElsewhere', facts, language) };
}
