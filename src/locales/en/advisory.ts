import type { CreditRole } from '../../report/form.js';

/** The sentences of an advisory and its announcement. Whoever puts them into Markdown or Slack escapes what they are handed. */
export const advisory = {
  heading: {
    severity: 'Severity',
    weaknesses: 'Weaknesses',
    affected: 'Affected products',
    impact: 'Impact',
    patches: 'Patches',
    workarounds: 'Workarounds',
    references: 'References',
    credits: 'Credits',
    history: 'Revision history',
    change: 'What this correction changes',
    withdrawal: 'Why it is withdrawn',
    more: 'For more information',
  },
  column: {
    product: 'Product',
    affected: 'Affected versions',
    patched: 'Patched version',
    revision: 'Revision',
    date: 'Date',
    change: 'Change',
  },
  label: { id: 'Advisory', cve: 'CVE', published: 'Published', updated: 'Updated' },
  summary: 'Summary',
  noCve: 'not assigned',
  allVersions: 'all versions',
  /** Ends that are included. */
  fromTo: (from: string, upTo: string) => `${from} to ${upTo}`,
  upTo: (version: string) => `up to ${version}`,
  from: (version: string) => `${version} and later`,
  fromBefore: (from: string, fixed: string) => `${from} and later, before ${fixed}`,
  before: (fixed: string) => `before ${fixed}`,
  withoutCommit: (commit: string, from?: string) =>
    from === undefined ? `all without commit ${commit}` : `${from} and later, without commit ${commit}`,
  wontFix: 'will not be fixed',
  noFixYet: 'none yet',
  takeCommit: (commit: string, day: string) => `use a version that contains commit ${commit} (${day}).`,
  upgrade: (version: string, day: string) => `upgrade to ${version} or later (released ${day}).`,
  moveOn: 'there will be no fix. Move to a patched product line.',
  waitForFix: 'there is no fix yet.',
  /** A product line, its affected versions, and what its users are to do. */
  affectedLine: (line: string, versions: string, advice: string) => `${line} (${versions}): ${advice}`,
  noWorkaround: 'No workaround is known.',
  noReferences: 'None.',
  thanks: (name: string, what: string) => `We thank ${name} for ${what} this vulnerability.`,
  thankedFor: {
    finder: 'finding',
    reporter: 'reporting',
    analyst: 'analysing',
    coordinator: 'coordinating the disclosure of',
    remediation_developer: 'fixing',
    remediation_reviewer: 'reviewing the fix of',
    remediation_verifier: 'verifying the fix of',
    tool: 'a tool that found',
    sponsor: 'sponsoring the work on',
    other: 'their help with',
  } satisfies Record<CreditRole, string>,
  thanksOneUnnamed: 'We thank a reporter who prefers not to be named.',
  thanksUnnamed: (count: number) => `We thank ${count} reporters who prefer not to be named.`,
  nobodyToThank: 'The team found this vulnerability itself.',
  /** How somebody who is not named stands in a list of names. */
  unnamed: 'A reporter who prefers not to be named',
  firstRevision: 'First published.',
  revisionOf: (id: string, revision: number) => (revision === 1 ? id : `${id}, revision ${revision}`),
  contact: (project: string, contact: string) =>
    `Questions about this advisory? Write to the ${project} security team at ${contact}.`,
  confidentialReports: 'Please report vulnerabilities in confidence, not as public issues.',
  announced: (project: string, title: string, id: string) => `${project} security advisory ${id}: ${title}`,
  withdrawn: (project: string, title: string, id: string, revision: number) =>
    `${project} security advisory ${id}, withdrawn (revision ${revision}): ${title}`,
  withdrawnOn: (day: string) => `Withdrawn on ${day}.`,
  withdrawnFor: (reason: string) => `This advisory is withdrawn. ${reason}`,
  /** The text with which a CVE number is rejected. */
  rejected: (project: string, id: string, reason: string) =>
    `The ${project} security team has withdrawn its advisory ${id}. ${reason}`,
  /** Above an earlier announcement, as a link to the one that withdraws it. */
  withdrawnLater: 'This advisory is withdrawn.',
  supersededBy: (revision: number) => `Superseded by revision ${revision}.`,
  corrected: (project: string, title: string, id: string, revision: number) =>
    `${project} security advisory ${id}, corrected (revision ${revision}): ${title}`,
};
