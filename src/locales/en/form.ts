import type { FormField, KnownAlready } from '../../report/form.js';

type ForAnother = 'onBehalfOf' | 'receivedAt';

export const form = {
  title: 'Report a vulnerability',
  submit: 'Submit',
  intro: (project: string) =>
    `This goes to the security team of ${project} and to nobody else. Fields marked * are required; tell us what you know.`,
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
    language: 'Language to write to you in',
  } satisfies Record<FormField | ForAnother, string>,
  hint: {
    onBehalfOf: 'The name of the person who wrote or rang. Leave it empty if you report this yourself.',
    receivedAt: 'When the report reached the team: the deadline counts from there. Used only with a name above.',
    title:
      'One line that names the problem. The whole security team sees it, so keep the details for the fields below.',
    overview: 'What is wrong, and what could somebody do with it?',
    versions: 'How each version is supported today stands beside it.',
    otherVersions: 'For example a component, an exact build, or a version that is not in the list.',
    cve: 'Only if it has one already, for example CVE-2026-12345.',
    verification: 'The steps by which we can see it ourselves. Only the people who handle your report open this.',
    contact: 'How we reach you if a message on Slack does not, for example an e-mail address.',
    creditName:
      'Write your name as it should stand in the thanks after the fix. Leave it empty if you do not want to be named.',
  } satisfies Record<Exclude<FormField, 'knownAlready' | 'language'> | ForAnother, string>,
  /** Above the two fields that together are the policy's field of components and versions. */
  affected: 'Affected components and version number*',
  affectedHint: 'Choose the versions, describe what is affected, or both: one of the two fields is needed.',
  versionsPlaceholder: 'Choose versions',
  knownAlready: {
    no: 'Not as far as I know',
    exploited: 'It is being exploited',
    public: 'It is public somewhere',
    unsure: 'I am not sure',
  } satisfies Record<KnownAlready, string>,
  /** The labels and hints that read otherwise when the form may be filled for somebody else. */
  another: {
    contactHint: 'How the reporter can be reached: an e-mail address or a telephone number.',
    credit: 'Name for the public thanks',
    creditHint: 'As the reporter wants to be named after the fix. Leave it empty if not, or if you have not asked.',
    language: 'Language to write to the reporter in',
  },
  unsure: 'We could not confirm that it was saved. Press Submit again: it will not be filed twice.',
};

export const problems = {
  required: (field: FormField | 'onBehalfOf') =>
    field === 'versions' || field === 'otherVersions'
      ? 'Choose a version, or describe what is affected in the field below.'
      : 'This field is needed. Write at least a few words.',
  tooLong: (length: number, limit: number) =>
    `This has ${length} characters and at most ${limit} fit. Shorten it by ${length - limit}; you can send the rest once we have written to you.`,
  notACveNumber: 'A CVE number looks like CVE-2026-12345. Correct it, or leave the field empty.',
  unknownVersion: 'One of these versions is not in our list any more. Choose again, or describe it in the field below.',
  unknownChoice: 'Choose one of the answers.',
};
