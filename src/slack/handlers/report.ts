import { suggestedUpdate } from '../../deadline/next-update.js';
import { versionChoices } from '../../deadline/versions.js';
import { localeOf } from '../../locales/catalogue.js';
import { defined } from '../../report/defined.js';
import { Language, readForm } from '../../report/form.js';
import type { Reporter } from '../../report/person.js';
import { Refusal } from '../../report/refusal.js';
import { formErrors, readSubmission } from '../views/forms/report-form-values.js';
import { receiptFacts } from '../views/receipt-facts.js';
import { reportFacts } from '../views/report-facts.js';
import { show } from '../views/surfaces.js';
import type { HandlerDeps } from './handler-deps.js';
import type { ButtonRoute, FormAnswer, FormRoute, Interaction, Submitted, VerbRoute } from './interaction.js';

/** The first step of every report: the form, its faults told at the field, and the receipt. */
export function reportHandlers(parts: HandlerDeps) {
  const { policy, submit, people, clock } = parts;

  /** The team itself is not counted: it files what came by mail. */
  const admit = async ({ person, team }: Interaction, now: Date) => {
    if (team) return;
    const { personHour, personDay, workspaceHour } = policy.forms;
    const somebody = `${person.team}/${person.user}`;
    const until = await parts.rateLimits.pass(
      [
        { key: somebody, limit: personHour, seconds: 3600 },
        { key: somebody, limit: personDay, seconds: 86_400 },
        { key: person.team, limit: workspaceHour, seconds: 3600 },
      ],
      now,
    );
    if (until !== undefined) throw new Refusal('too_many_forms', { until });
  };

  const openForm = async (interaction: Interaction, onBehalf: boolean) => {
    const { language, person, open } = interaction;
    const now = clock();
    await admit(interaction, now);
    const versions = versionChoices(policy, now);
    const files = defined({ files: policy.contact });
    const contact = onBehalf ? {} : { contact: `Slack: ${person.name}` };
    await open(
      show(
        'reportForm',
        { project: policy.project, versions, language, ...contact, onBehalf, now, ...files },
        language,
      ),
    );
  };

  const receive = async (submitted: Submitted): Promise<FormAnswer> => {
    const { person, view, team, checked, values } = submitted;
    const read = readSubmission(values);
    // Of somebody from elsewhere Slack tells no language: the one they chose in the form is theirs.
    const told = people.known(person.user)?.language !== undefined;
    const language = (told ? undefined : Language.safeParse(read.typed.language).data) ?? submitted.language;
    const known = policy.versions.map(({ name }) => name);
    const { form, problems } = readForm(read.typed, known);
    const errors = formErrors(problems, read, localeOf(language));
    if (form === undefined || Object.keys(errors).length > 0) return { kind: 'problems', byBlock: errors };
    const name = read.onBehalfOf ?? '';
    if (name !== '' && !team) throw new Refusal(checked ? 'not_for_you' : 'access_unchecked', {});
    const reporter: Reporter = name === '' ? { kind: 'slack', person } : { kind: 'elsewhere', name, filedBy: person };
    const receivedAt = name === '' || read.receivedAt === undefined ? {} : { receivedAt: read.receivedAt };
    const tracked = await submit({ by: person, view, reporter, form, ...receivedAt });
    if (reporter.kind === 'elsewhere') {
      const now = clock();
      const facts = {
        ...reportFacts(tracked, policy, now),
        responder: person,
        project: policy.project,
        updateBy: suggestedUpdate(now, policy.calendar),
      };
      return { kind: 'become', shown: show('sentElsewhere', { ...facts, justFiled: true }, language) };
    }
    const amended = tracked.history.some(({ type }) => type === 'ReportAmended');
    const facts = receiptFacts(tracked.report, policy, (user) => people.known(user)?.name, amended);
    return { kind: 'become', shown: show('receipt', facts, language) };
  };

  return {
    buttons: {
      openForm: { who: 'anyone', press: (interaction) => openForm(interaction, false) },
      openFormForAnother: { who: 'responder', press: (interaction) => openForm(interaction, true) },
    } satisfies Record<string, ButtonRoute>,
    verbs: {
      report: { who: 'anyone', type: (interaction) => openForm(interaction, interaction.team) },
    } satisfies Record<string, VerbRoute>,
    forms: { reportForm: { who: 'anyone', submit: receive } } satisfies Record<string, FormRoute>,
  };
}
