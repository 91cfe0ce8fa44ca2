import type { DeclineReason } from '../../report/report.js';

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
  choose: 'Choose',
  theirAnswerLabel: 'What the reporter wrote or said',
  theirAnswerHint: 'Only the team can read this. If a question was open, the time to decide starts again.',
  publicBug: { asked: 'The reporter was asked', agreed: 'The reporter agrees' },
  paused: (from: string, to: string) => `${from} – ${to}`,
};
