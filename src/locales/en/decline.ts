import type { DeclineReason } from '../../report/report.js';
import type { ReplyDraftFacts } from './acknowledge.js';

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

/** What a responder chooses to decline a report, and what the reporter reads of it. */
export const decline = {
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
  draft: ({ reporter, id, project, responder, reason, asksForPublicBug, byHand }: DeclineFacts) =>
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
};
