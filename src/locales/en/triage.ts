import type { LineFault, RangeWords } from '../../report/read-affected-lines.js';
import type { DeclineReason } from '../../report/report.js';
import type { DraftFacts, ReplyDraftFacts } from './acknowledge.js';

const reasons: Readonly<Record<Exclude<DeclineReason, 'spam'>, readonly string[]>> = {
  not_a_vulnerability: [
    "We looked into it and don't see how it weakens the security of the project. So we don't treat it as a vulnerability.",
    "Have we missed something, such as a step or a setting that somebody could abuse? Please tell us, and we'll take another look.",
  ],
  works_as_intended: [
    "We looked into it, and this is how it is meant to work. So we don't treat it as a vulnerability.",
    "If you see a way to use it against somebody, please show us how. We'll take another look.",
  ],
  cannot_reproduce: [
    "We followed your steps and couldn't reproduce it. So we can't treat it as a vulnerability yet.",
    "If you can send the exact version, the configuration and your steps, we'll gladly try again.",
  ],
  out_of_scope: [
    "What you describe is in a part that this team doesn't maintain. So we can't handle it as our vulnerability.",
    "Please report it to the maintainers of that part. If you don't know how to reach them, we'll help you find them.",
  ],
  unsupported_version: [
    "It affects a version that is no longer supported, so we won't fix it there.",
    "Please move to a supported version. If you can reproduce it there too, tell us, and we'll handle it.",
  ],
};

type DeclineFacts = ReplyDraftFacts & Readonly<{ reason: DeclineReason; asksForPublicBug: boolean }>;

/** Whether it is a vulnerability, and how bad: what responders press, fill in and write to the reporter. */
export const triage = {
  button: {
    triage: 'Triage…',
    accept: 'Accept…',
    correct: 'Correct severity…',
    decline: 'Decline…',
    duplicate: 'Mark as duplicate…',
    buildV31: 'Build v3.1',
    buildV40: 'Build v4.0',
    typeVector: 'Type a vector',
    showScore: 'Show score',
    reopen: 'Reopen…',
    theirAnswer: 'Record their reply…',
    makePublicBug: 'Make it a public bug',
    recordPublicBug: 'Record consent to a public bug',
    publicBugText: 'Show public bug text',
  },
  title: {
    triage: 'Triage',
    accept: 'Accept the report',
    decline: 'Decline the report',
    duplicate: 'Mark as duplicate',
    reopen: 'Reopen the report',
    theirAnswer: 'Their reply',
    publicBugText: 'Public bug text',
  },
  submit: { accept: 'Accept', decline: 'Decline', duplicate: 'Mark as duplicate', reopen: 'Reopen' },
  row: {
    severity: 'Severity',
    vector: 'CVSS vector',
    lines: 'Affected versions',
    weaknesses: 'Weaknesses',
    decision: 'Declined because',
    original: 'Duplicate of',
    duplicates: 'Duplicates',
    publicBug: 'Public bug',
    paused: 'Waited for the reporter',
  },
  reason: {
    not_a_vulnerability: 'not a vulnerability',
    works_as_intended: 'works as intended',
    cannot_reproduce: "can't be reproduced",
    out_of_scope: 'out of scope',
    unsupported_version: 'unsupported version',
    spam: 'spam',
  } satisfies Record<DeclineReason, string>,
  thread: {
    accepted: (by: string, rating: string, score: string, lines: string) =>
      `${by} accepted the report: ${rating} (${score}), in ${lines}.`,
    declined: (by: string, reason: string) => `${by} declined the report: ${reason}.`,
    publicBugAgreed: 'The reporter agrees to a public bug. You can find its text under More… on the card.',
    markedDuplicate: (by: string, of: string) => `${by} marked this as a duplicate of ${of}.`,
    duplicateNoted: (by: string, duplicate: string) =>
      `${by} marked ${duplicate} as a duplicate of this. We'll thank its reporter too.`,
    duplicateDropped: (duplicate: string) => `${duplicate} was reopened. It's no longer a duplicate of this.`,
    originalWithdrawn: (of: string) =>
      `This was a duplicate of ${of}, which its reporter withdrew. So this report is open again.`,
    reopened: (by: string) => `${by} reopened the report.`,
  },
  /** Above the versions with their verdicts. */
  supportOn: (day: string) => `Support status on the day of the report: ${day}`,
  range: {
    and: '; ',
    all: 'all',
    upTo: (version: string) => `up to ${version}`,
    before: (version: string) => `before ${version}`,
    from: (version: string) => `from ${version}`,
    between: (first: string, last: string) => `${first} - ${last}`,
    fromBefore: (first: string, end: string) => `from ${first}, before ${end}`,
  } satisfies RangeWords,
  goesTo: (reporter: string) => `${reporter} gets your message and the decision as a direct message from this app.`,
  goesByHand: (reporter: string, contact: string) =>
    `This app can't reach ${reporter} (${contact}). Send the message by e-mail, or tell them by phone. Then press the button below to keep the text with the report.`,
  severityHeading: 'Severity',
  vectorLabel: 'CVSS vector',
  vectorHint: 'CVSS v3.1 or v4.0, such as CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N.',
  choose: 'Choose',
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
  messageLabel: 'Message to the reporter',
  messageNeeded:
    'Nobody has written to the reporter yet. This message acknowledges the report. 3,000 characters at most.',
  messageHint: 'Edit it as you like. 3,000 characters at most.',
  /** Whether the reporter hears of a decision, where they have had a person's message before. */
  tell: {
    label: 'Tell the reporter?',
    send: 'Yes, send the message below',
    sent: 'Yes, I sent the message below',
    none: 'No, send nothing',
    written: 'You wrote a message of your own. Choose “Yes” to send it, or delete the text.',
    missing: 'Write a message, or choose “No, send nothing”.',
  },
  scoreNotSeen: (score: string) => `This vector scores ${score}. Press Accept again if that is right.`,
  severityIsPutIn: 'Until you edit the text, we fill in the severity.',
  messageMissing: 'Write to the reporter. They need to know, and to be thanked.',
  acceptDraft: ({ reporter, id, project, responder, severity }: DraftFacts & Readonly<{ severity?: string }>) =>
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
  reopenIntro: (id: string) => `${id} goes back to the status it had before it was closed.`,
  reopenNobodyTold: "The reporter hasn't been told anything yet, so there is nothing to correct.",
  /** What the reporter was told before, and that it no longer holds. */
  reopenDraft: ({
    reporter,
    id,
    project,
    responder,
    closedAs,
  }: DraftFacts & Readonly<{ closedAs: 'declined' | 'duplicate' | 'withdrawn' }>) =>
    [
      `Hi ${reporter},`,
      closedAs === 'declined'
        ? `We told you that we wouldn't treat ${id} as a vulnerability. We're taking another look, so it's open again.`
        : closedAs === 'duplicate'
          ? `We told you that someone had reported the same as ${id} before you. We now handle your report on its own again.`
          : `You withdrew ${id}. We'd still like to look into it, so we've opened it again.`,
      "We'll write again when we know more. Until then, please keep it confidential.",
      `${responder}\n${project} security team`,
    ].join('\n\n'),
  reasonLabel: 'Reason',
  reasonHint: 'Choose one to get a draft for the reporter.',
  reasonMissing: 'Choose a reason.',
  publicBugLabel: 'Public bug',
  publicBugAsk: 'Ask whether it may become a public bug',
  publicBugHint: (byHand: boolean) =>
    byHand
      ? 'If the reporter agrees, record it under More… on the card. You can find the text there.'
      : 'The reporter can agree under My reports. Then you can find the text under More… on the card.',
  /** Empty where no message is needed. */
  declineDraft: ({ reporter, id, project, responder, reason, asksForPublicBug, byHand }: DeclineFacts) =>
    reason === 'spam'
      ? ''
      : [
          `Hi ${reporter},`,
          `Thank you for taking the time to report ${id} to us.`,
          ...reasons[reason],
          ...(asksForPublicBug
            ? [
                `It would still be good to improve. May we put it into our public bug list, without your name and contact information? ${byHand ? 'If so, just tell us.' : 'If so, press “Make it a public bug” under My reports, or just tell us.'}`,
              ]
            : []),
          "We'd be glad to hear from you again when you find something.",
          `${responder}\n${project} security team`,
        ].join('\n\n'),
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
  duplicateDraft: ({ reporter, id, project, responder }: DraftFacts) =>
    [
      `Hi ${reporter},`,
      `Thank you for your report ${id}. Someone reported the same vulnerability before you, so we handle both under the earlier report.`,
      "You found it on your own. When we publish it, we'll thank you too, the way you chose in the form.",
      "Please keep it confidential until a patched release is out. We'll tell you when it is.",
      `${responder}\n${project} security team`,
    ].join('\n\n'),
  theirAnswerLabel: 'What the reporter wrote or said',
  theirAnswerHint: 'Only the team can read this. If a question was open, the time to decide starts again.',
  publicBug: { asked: 'The reporter was asked', agreed: 'The reporter agrees' },
  publicBugQuestion: 'May we put this into our public bug list, without your name and contact information?',
  /** For the reporter who said yes. */
  publicBugYours: 'You agreed that we may put this into our public bug list.',
  publicBugTitle: 'Make it public?',
  publicBugConfirm:
    'We may then put the title, overview, versions and verification into our public bug list. Your name and contact information stay private.',
  publicBugYes: 'Make it public',
  publicBugNo: 'Not yet',
  publicBugIntro:
    'Copy this into the public bug list. Read it once more, so that it names neither the reporter nor anybody else.',
  paused: (from: string, to: string) => `${from} – ${to}`,
  publicBugRecorded: (id: string) =>
    `Noted. The reporter of ${id} agrees to a public bug. You can find its text under More… on the card.`,
};
