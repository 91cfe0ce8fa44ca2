import type { DraftFacts } from './acknowledge.js';

/** Which earlier report this one repeats, and what its reporter reads of it. */
export const duplicate = {
  originalLabel: 'Similar reports',
  originalHint:
    'They have the same CVE number, or a similar title and component. Only the security team sees this list.',
  sameCve: 'same CVE number',
  nothingSimilar: 'We found no similar report. Enter the id of the earlier one.',
  /** Below a list to choose from, and where there is none. */
  originalIdLabel: 'Or its id',
  originalIdAlone: 'Its id',
  originalIdHint: 'The earlier report, such as VR-7K2Q-9FDX.',
  originalMissing: 'Choose the earlier report, or enter its id.',
  originalTwice: 'You chose one report and entered the id of another. Keep one of them.',
  draft: ({ reporter, id, project, responder }: DraftFacts) =>
    [
      `Hi ${reporter},`,
      `Thank you for your report ${id}. Someone reported the same vulnerability before you, so we handle both under the earlier report.`,
      "You found it on your own. When we publish it, we'll thank you too, the way you chose in the form.",
      "Please keep it confidential until a patched release is out. We'll tell you when it is.",
      `${responder}\n${project} security team`,
    ].join('\n\n'),
};
