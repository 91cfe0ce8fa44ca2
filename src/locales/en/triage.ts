import type { LineFault, RangeWords } from '../../report/read-affected-lines.js';
import type { DeclineReason } from '../../report/report.js';
import type { DraftFacts } from './acknowledge.js';

const reasons: Readonly<Record<Exclude<DeclineReason, 'spam'>, readonly string[]>> = {
  not_a_vulnerability: [
    'We looked into it and do not see a way in which it weakens the security of the project, so we do not treat it as a vulnerability.',
    'If we have missed something, such as a step or a setting that somebody could abuse, please tell us: we look at it again.',
  ],
  works_as_intended: [
    'We looked into it: this is how it is meant to work, so we do not treat it as a vulnerability.',
    'If you see a way to use it against somebody, please show us how: we look at it again.',
  ],
  cannot_reproduce: [
    'We followed your description and could not make it happen, so we cannot treat it as a vulnerability as it stands.',
    'If you can send the exact version, the configuration and the steps that you took, we gladly try again.',
  ],
  out_of_scope: [
    'What you describe is in a part that this team does not look after, so we cannot handle it as a vulnerability of ours.',
    'The people who maintain that part are the ones to tell. If you do not know how to reach them, we help you find them.',
  ],
  unsupported_version: [
    'It is in a version that is no longer supported, so there will be no fix for that version.',
    'Please move to a supported version. If you can make it happen there too, tell us: then we handle it.',
  ],
};

type DeclineFacts = DraftFacts & Readonly<{ reason: DeclineReason; asksForPublicBug: boolean }>;

export const triage = {
  button: {
    triage: 'Triage…',
    accept: 'Accept…',
    correct: 'Correct severity…',
    decline: 'Decline…',
    duplicate: 'Duplicate of…',
    buildV31: 'Build v3.1',
    buildV40: 'Build v4.0',
    typeVector: 'Type a vector',
    reopen: 'Reopen',
    theirAnswer: 'Their answer…',
    makePublicBug: 'Make it a public bug',
    recordPublicBug: 'They agree to a public bug',
    publicBugText: 'Public bug text…',
  },
  title: {
    triage: 'Triage',
    accept: 'Accept the report',
    decline: 'Decline the report',
    duplicate: 'Duplicate of another',
    theirAnswer: 'Their answer',
    publicBugText: 'Public bug text',
  },
  submit: { accept: 'Accept', decline: 'Decline', duplicate: 'Mark as duplicate' },
  row: {
    severity: 'Severity',
    vector: 'CVSS vector',
    lines: 'Affected product lines',
    decision: 'Declined because',
    original: 'Duplicate of',
    duplicates: 'Duplicates of it',
    publicBug: 'Public bug',
    paused: 'Waited for the reporter',
  },
  reason: {
    not_a_vulnerability: 'not a vulnerability',
    works_as_intended: 'works as intended',
    cannot_reproduce: 'cannot be reproduced',
    out_of_scope: 'out of scope',
    unsupported_version: 'unsupported version',
    spam: 'spam',
  } satisfies Record<DeclineReason, string>,
  thread: {
    accepted: (by: string, rating: string, score: string, lines: string) =>
      `${by} accepted the report: ${rating} (${score}), in ${lines}.`,
    declined: (by: string, reason: string) => `${by} declined the report: ${reason}.`,
    publicBugAgreed: 'The reporter agrees that this becomes a public bug. More… has the text.',
    markedDuplicate: (by: string, of: string) => `${by} marked this as a duplicate of ${of}.`,
    duplicateNoted: (by: string, duplicate: string) =>
      `${by} found that ${duplicate} is a duplicate of this. Its reporter is thanked too.`,
    duplicateDropped: (duplicate: string) => `${duplicate} was opened again and is no duplicate of this any more.`,
    originalWithdrawn: (of: string) =>
      `${of}, which this was a duplicate of, was withdrawn by its reporter. This report is open again and stands for itself.`,
    reopened: (by: string) => `${by} opened the report again.`,
  },
  supportOn: (day: string) => `Support as it was on the day of the report, ${day}`,
  range: {
    all: 'all',
    upTo: (version: string) => `up to ${version}`,
    from: (version: string) => `from ${version}`,
    between: (first: string, last: string) => `${first} - ${last}`,
  } satisfies RangeWords,
  goesTo: (reporter: string) =>
    `Your message goes to ${reporter} as a direct message from this app, together with the decision.`,
  goesByHand: (reporter: string, contact: string) =>
    `This app cannot reach ${reporter}. Send the message by e-mail or pass it on by telephone (${contact}), then press the button below: the text is kept with the report.`,
  severityHeading: 'Severity',
  vectorLabel: 'CVSS vector',
  vectorHint:
    'CVSS v3.1 or v4.0, for example CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N. Press Enter to see the score.',
  choose: 'Choose',
  severityMissing: 'The severity is missing. Type a CVSS vector, or build one with the buttons above.',
  stillToChoose: (metrics: string) => `No score yet. Still to choose: ${metrics}.`,
  linesLabel: 'Affected versions, one product line a row',
  linesHint:
    'For example “KubeSphere v3.4: 3.4.0 - 3.4.1”. After the colon: 3.4.0 - 3.4.1, up to 3.4.1, from 3.4.0, or all.',
  linesMissing: 'No product line is named. Name at least one that the vulnerability is in.',
  lineFault: ({ row, text, fault }: LineFault) => {
    const where = `Row ${row} (“${text}”):`;
    switch (fault) {
      case 'no_colon':
        return `${where} there is no colon. Write the product line, a colon, and its versions, such as KubeSphere v3.4: up to 3.4.1.`;
      case 'no_name':
        return `${where} the product line is missing before the colon. Write it there, such as KubeSphere v3.4.`;
      case 'name_too_long':
        return `${where} the name of the product line has more than 100 characters. Shorten it.`;
      case 'unreadable_versions':
        return `${where} the versions were not understood. Write 3.4.0 - 3.4.1, up to 3.4.1, from 3.4.0, or all.`;
      case 'end_left_out':
        return `${where} it is not said which version is the last, or first, affected one. Name that one, such as up to 3.4.1.`;
      case 'backwards':
        return `${where} the first version is newer than the last. Put the older one first.`;
      default:
        return fault satisfies never;
    }
  },
  messageLabel: 'Message to the reporter',
  messageNeeded:
    'Nobody has written to the reporter yet: this message acknowledges the report. At most 3,000 characters.',
  messageMayBeEmpty: 'Change it as you like. Leave it empty to send nothing. At most 3,000 characters.',
  severityIsPutIn: 'While you leave the text as it is, the severity is put in.',
  messageMissing: 'Write to the reporter: they are told of it, and thanked.',
  acceptDraft: ({ reporter, id, project, responder, severity }: DraftFacts & Readonly<{ severity?: string }>) =>
    [
      `Hello ${reporter},`,
      severity === undefined
        ? `we have confirmed what you reported in ${id}: it is a vulnerability.`
        : `we have confirmed what you reported in ${id}: it is a vulnerability. We rate it ${severity}.`,
      'We are working on a fix now. Nothing is published before a patched release is out, and we tell you before it is.',
      'Please go on keeping it confidential until then. Thank you for your help.',
      `${responder}\n${project} security team`,
    ].join('\n\n'),
  reasonLabel: 'Reason',
  reasonHint: 'A draft for the reporter appears when you choose.',
  reasonMissing: 'Choose the reason.',
  publicBugLabel: 'Public bug',
  publicBugAsk: 'Ask whether it may become a public bug',
  publicBugHint: 'The reporter says yes under My reports. Then More… has the text for it.',
  /** Empty where no message is needed. */
  declineDraft: ({ reporter, id, project, responder, reason, asksForPublicBug }: DeclineFacts) =>
    reason === 'spam'
      ? ''
      : [
          `Hello ${reporter},`,
          `thank you for taking the time to report ${id} to us.`,
          ...reasons[reason],
          ...(asksForPublicBug
            ? [
                'It would still be good to improve. May we put it into our public bug list, without your name and contact? If so, press Make it a public bug under My reports, or just tell us.',
              ]
            : []),
          'We would be glad to hear from you again when you find something.',
          `${responder}\n${project} security team`,
        ].join('\n\n'),
  originalLabel: 'Reports that look alike',
  originalHint: 'Same CVE number, or a similar title and component. Only the security team sees this list.',
  sameCve: 'same CVE number',
  nothingSimilar: 'No other report looks alike. Enter the id of the one that came first.',
  originalIdLabel: 'Or its id',
  originalIdAlone: 'Its id',
  originalIdHint: 'The report that came first, such as VR-7K2Q-9FDX.',
  originalMissing: 'Choose the report that came first, or enter its id.',
  originalTwice: 'Two different reports are given. Keep either the one from the list or the id.',
  duplicateDraft: ({ reporter, id, project, responder }: DraftFacts) =>
    [
      `Hello ${reporter},`,
      `thank you for your report ${id}. Somebody told us of the same vulnerability before you, so we handle both together under the earlier report.`,
      'You found it on your own, and when it is published you are thanked as well, as you wished in the form.',
      'Please keep it confidential until a patched release is out. We tell you when it is.',
      `${responder}\n${project} security team`,
    ].join('\n\n'),
  theirAnswerLabel: 'What the reporter wrote or said',
  theirAnswerHint: 'Kept with the report, for the team alone. If a question was open, the time to decide runs again.',
  publicBug: { asked: 'The reporter is asked', agreed: 'The reporter agrees' },
  publicBugQuestion: 'May the team put this into its public bug list, without your name and contact?',
  publicBugYours: 'You agreed that the team may put this into its public bug list.',
  publicBugTitle: 'Make it public?',
  publicBugConfirm:
    'The team may then put title, overview, versions and verification into its public bug list, without your name and contact.',
  publicBugYes: 'Make it public',
  publicBugNo: 'Not yet',
  publicBugIntro:
    'Copy this into the public bug list. Read it once more: it must not name the reporter or anybody else.',
  paused: (from: string, to: string) => `${from} – ${to}`,
  reopened: (id: string) => `${id} is open again.`,
  publicBugRecorded: (id: string) => `Noted: the reporter of ${id} agrees to a public bug. More… has the text for it.`,
};
