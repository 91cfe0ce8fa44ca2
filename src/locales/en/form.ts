import type { FormField, KnownAlready } from '../../report/form.js';

type ForAnother = 'onBehalfOf' | 'receivedAt';

export const form = {
  title: 'Report a vulnerability',
  submit: 'Submit',
  fromMessage: 'We put the message into the overview. Complete the report and check what it says.',
  fromPublicMessage:
    "We put the message into the overview. The original is still in a public channel. Once you have sent this report, delete the message, or ask its author to. Please don't discuss it there.",
  intro: (project: string) =>
    `Only the ${project} security team sees what you write here. Fields marked * are required. If you close this form before you submit it, your text is lost.`,
  /** Above the fields that may be left as they are. */
  helpful: 'The rest helps us, and you can leave it as it is.',
  label: {
    onBehalfOf: 'On behalf of',
    receivedAt: 'Received at',
    title: 'Issue title*',
    overview: 'Overview*',
    versions: 'Affected versions',
    otherVersions: 'Affected components, exact versions',
    cve: 'CVE number',
    verification: 'Vulnerability verification process*',
    contact: 'Contact information*',
    knownAlready: 'Is it already exploited or public?',
    creditName: 'May we thank you by name?',
    language: 'Language for our messages to you',
  } satisfies Record<FormField | ForAnother, string>,
  hint: {
    onBehalfOf: 'The name of the person who wrote or called. Leave it empty if this is your own report.',
    receivedAt: 'When the report reached the team. The deadline counts from then. Only used with a name above.',
    title: 'One line that names the problem. The whole security team sees it, so keep details for the fields below.',
    overview: 'What is wrong, and what could somebody do with it?',
    versions: 'Each version shows how it is supported today.',
    otherVersions: "Such as a component, an exact build, or a version that isn't in the list.",
    cve: 'Only if it already has one, such as CVE-2026-12345.',
    verification: 'Steps to reproduce it. Only the people who handle your report can read them.',
    contact: 'How to reach you. An e-mail address helps if Slack does not.',
    creditName: "Your name as it should appear in the credits. Leave it empty if you don't want to be named.",
  } satisfies Record<Exclude<FormField, 'knownAlready' | 'language'> | ForAnother, string>,
  /** Above the two fields that together are the policy's field of components and versions. */
  affected: 'Affected components and version number*',
  affectedHint: 'Choose versions, describe what is affected, or do both. At least one is required.',
  versionsPlaceholder: 'Choose versions',
  knownAlready: {
    no: 'Not as far as I know',
    exploited: "It's being exploited",
    public: "It's public somewhere",
    unsure: "I'm not sure",
  } satisfies Record<KnownAlready, string>,
  /** The labels and hints that read otherwise when the form may be filled for somebody else. */
  another: {
    contactHint: 'How to reach the reporter, such as an e-mail address or a phone number.',
    credit: 'Name for the credits',
    creditHint: "The name the reporter wants. Leave it empty if they don't want one, or if you haven't asked.",
    language: 'Language for messages to the reporter',
  },
  unsure: "We couldn't confirm that it was saved. Press Submit again. It won't be filed twice.",
};

export const problems = {
  required: (field: FormField | 'onBehalfOf') =>
    field === 'versions' || field === 'otherVersions'
      ? 'Choose a version, or describe what is affected in the field below.'
      : 'This field is required. Write at least a few words.',
  tooLong: (length: number, limit: number) =>
    `This has ${length} characters, and ${limit} fit. Remove ${length - limit}. You can add the rest later.`,
  notACveNumber: 'A CVE number looks like CVE-2026-12345. Correct it, or leave the field empty.',
  unknownVersion: 'One of these versions is no longer in the list. Choose again, or describe it in the field below.',
  unknownChoice: 'Choose one of the options.',
};
