import type { ReplyPurpose } from '../../report/message.js';
import type { DraftFacts, ReplyDraftFacts } from './acknowledge.js';

export const messages = {
  ask: 'Ask a question…',
  inform: 'Send an update…',
  note: 'Add a note…',
  askTitle: 'Ask the reporter',
  informTitle: 'Update the reporter',
  noteTitle: 'Internal note',
  send: 'Send',
  save: 'Save',
  goesTo: (reporter: string, id: string) =>
    `${reporter} gets your message about ${id} as a direct message from this app.`,
  /** The reporter can't be reached by this app: the message goes by hand. */
  goesByHand: (reporter: string, id: string) =>
    `This app can't reach ${reporter}. Send your message about ${id} by e-mail, or tell them by phone. Then press “I sent it” to keep the text with the report.`,
  messageLabel: 'Message to the reporter',
  noteLabel: 'Note',
  noteHint: 'Only the security team can read it, in the report. 3,000 characters at most.',
  askTemplate: ({ reporter, id, project, responder, byHand }: ReplyDraftFacts) =>
    [
      `Hi ${reporter},`,
      `I have a question about your report ${id}:`,
      '…',
      byHand
        ? 'Please reply to this message. Thank you for your help.'
        : 'Use the Reply button to answer. Thank you for your help.',
      `${responder}\n${project} security team`,
    ].join('\n\n'),
  informTemplate: ({ reporter, id, project, responder }: DraftFacts) =>
    [`Hi ${reporter},`, `I have news about your report ${id}:`, '…', `${responder}\n${project} security team`].join(
      '\n\n',
    ),
  answerTitle: 'Reply to the team',
  moreTitle: 'Add information',
  replyInputLabel: 'Your message',
  replyHint: 'Only the people who handle your report can read it. 3,000 characters at most.',
  replyIntro: (id: string) => `We'll add this to your report ${id} and notify the team.`,
  /** `until`: a moment in the team's zone. */
  keptUntil: (id: string, until: string) =>
    `We'll add this to your report ${id}. The team will read it after ${until}.`,
  /** The reporter has nearly used up what one report can hold. */
  almostFull: (left: number, contact?: string) =>
    `This report is almost full. About ${left.toLocaleString('en')} characters still fit.${contact === undefined ? '' : ` After that, ${contact.startsWith('https:') ? 'go to' : 'write to'} ${contact}`}`,
  notes: 'Internal notes',
  replies: 'From the reporter',
  reply: { answer: 'Reply', more_information: 'More information' } satisfies Record<ReplyPurpose, string>,
};

export const message = {
  from: (responder: string, project: string) => `Message from ${responder}, ${project} security team`,
  fromTeam: (project: string) => `Message from the ${project} security team`,
  about: (id: string, title: string) => `About your report ${id}: ${title}`,
  footer: 'Please keep this confidential until a patched release is out.',
  nextUpdate: (time: string) => `Next update by ${time}.`,
  promiseMoved: (id: string, reason: string) => `The date we promised you for ${id} has changed. ${reason}`,
  /** After the sentence that a promise was missed. */
  stillReminding: "We've reminded the team, and we'll keep reminding them each working day until they write to you.",
  reminder: (id: string) =>
    `We still need your answer to our question about ${id}. Could you reply when you have a moment? If you need more time, just tell us.`,
  paused: (id: string, until: string | undefined) =>
    `${until === undefined ? `We'll read what you write about ${id} later.` : `We'll read what you write about ${id} after ${until}.`} You can still write, and nothing you send is lost. The dates we promised you stay the same.`,
  embargoProposal: (id: string) =>
    `We've planned a date to publish ${id}, and nothing will be published before then. Does it work for you?`,
  embargo: (id: string) => `As we agreed, nothing about ${id} will be published before the planned date.`,
  worksForMe: 'Works for me',
  suggestDate: 'Suggest another date…',
  dateAgreed: "You agreed to this date. We've told the team.",
  embargoUntil: (time: string) => `Planned publication: ${time}`,
  /** `sentence` is how the reporter will be thanked; without it: not by name. */
  credit: (id: string, sentence?: string) =>
    sentence === undefined
      ? `We're preparing to publish ${id}. We'll thank you without your name, as you asked. You can change this under My reports until it's public.`
      : `We're preparing to publish ${id}. This is your credit: “${sentence}” You can change it under My reports until it's public.`,
  withdrawal: (id: string, reason: string) => `We've withdrawn the public advisory ${id}. Reason: ${reason}`,
  thanks: (id: string, project: string, name?: string) =>
    `${id} is fixed and public now. Thank you${name === undefined ? '' : `, ${name},`} for reporting it and for keeping it confidential. You've made ${project} safer.`,
};
