import type { LineFault, RangeWords } from '../../report/read-affected-lines.js';
import type { DraftFacts } from './acknowledge.js';

/** What a responder fills in to accept a report or to correct its severity, and what the reporter reads of it. */
export const accept = {
  range: {
    and: '; ',
    all: 'all',
    upTo: (version: string) => `up to ${version}`,
    before: (version: string) => `before ${version}`,
    from: (version: string) => `from ${version}`,
    between: (first: string, last: string) => `${first} - ${last}`,
    fromBefore: (first: string, end: string) => `from ${first}, before ${end}`,
  } satisfies RangeWords,
  severityHeading: 'Severity',
  vectorLabel: 'CVSS vector',
  vectorHint: 'CVSS v3.1 or v4.0, such as CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N.',
  severityMissing: 'The severity is missing. Type a CVSS vector, or build one with the buttons below it.',
  stillToChoose: (metrics: string) => `No score yet. Still to choose: ${metrics}.`,
  linesLabel: 'Affected versions, one product per row',
  linesHint:
    'Such as “KubeSphere: 3.4.0 - 3.4.1, 4.1.0 - 4.1.2”. A range is 3.4.0 - 3.4.1, up to 3.4.1, before 3.4.2, from 3.4.0, or all.',
  linesUnderstood: (lines: string) => `We understood:\n${lines}`,
  weaknesses: 'Weaknesses (CWE)',
  weaknessesHint: 'At least one, the main one first. Type a number or a word, such as 79 or “path traversal”.',
  weaknessesPlaceholder: 'Find a weakness',
  linesMissing: 'Name at least one affected product.',
  lineFault: ({ row, text, fault }: LineFault) => {
    const where = `Row ${row} (“${text}”)`;
    switch (fault) {
      case 'no_colon':
        return `${where} has no colon. Write the product, a colon and the versions, such as KubeSphere: up to 3.4.1.`;
      case 'no_name':
        return `${where} has no product before the colon. Add one, such as KubeSphere.`;
      case 'name_too_long':
        return `${where} has a product name of more than 100 characters. Shorten it.`;
      case 'unreadable_versions':
        return `${where} has versions that we can't read. A version is one word with a digit, such as 3.4.1 or r1234. Write 3.4.0 - 3.4.1, up to 3.4.1, before 3.4.2, from 3.4.0, or all.`;
      case 'no_number':
        return `${where} has a version without a number. A name such as “main” or “latest” will mean another release tomorrow. Write the release of today, such as 3.4.1 or r1234.`;
      case 'start_left_out':
        return `${where} doesn't name the first affected version. Write it, such as from 3.4.1.`;
      case 'backwards':
        return `${where} has a first version that is newer than the last. Swap them.`;
      default:
        return fault satisfies never;
    }
  },
  scoreNotSeen: (score: string) => `This vector scores ${score}. Press Accept again if that is right.`,
  severityIsPutIn: 'Until you edit the text, we fill in the severity.',
  draft: ({ reporter, id, project, responder, severity }: DraftFacts & Readonly<{ severity?: string }>) =>
    [
      `Hi ${reporter},`,
      severity === undefined
        ? `We've confirmed that what you reported in ${id} is a vulnerability.`
        : `We've confirmed that what you reported in ${id} is a vulnerability. We rate it ${severity}.`,
      "We're working on a fix. We won't publish anything before a patched release is out, and we'll tell you first.",
      'Please keep this confidential until then. Thank you for your help.',
      `${responder}\n${project} security team`,
    ].join('\n\n'),
  severityChangedDraft: ({
    reporter,
    id,
    project,
    responder,
    before,
    after,
  }: DraftFacts & Readonly<{ before: string; after: string }>) =>
    [
      `Hi ${reporter},`,
      `We've taken another look at ${id} and changed its severity. We now rate it ${after}. Before, it was ${before}.`,
      'If you see it differently, please reply.',
      `${responder}\n${project} security team`,
    ].join('\n\n'),
};
