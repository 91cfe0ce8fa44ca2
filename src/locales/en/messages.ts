import type { ReplyPurpose } from '../../report/message.js';
import type { DraftFacts } from './acknowledge.js';

export const messages = {
  ask: 'Ask a question…',
  inform: 'Send information…',
  note: 'Internal note…',
  askTitle: 'Ask the reporter',
  informTitle: 'Write to the reporter',
  noteTitle: 'Internal note',
  send: 'Send',
  save: 'Save',
  goesTo: (reporter: string, id: string) =>
    `Your message about ${id} goes to ${reporter} as a direct message from this app.`,
  goesByHand: (reporter: string, id: string) =>
    `This app cannot reach ${reporter}. Send your message about ${id} by e-mail or telephone, then press Send: the text is kept with the report.`,
  messageLabel: 'Message to the reporter',
  noteLabel: 'Note',
  noteHint: 'Only the security team reads it, under Show report. At most 3,000 characters.',
  askTemplate: ({ reporter, id, project, responder }: DraftFacts) =>
    [
      `Hello ${reporter},`,
      `a question about your report ${id}:`,
      '…',
      'You can answer under My reports. Thank you for your help.',
      `${responder}\n${project} security team`,
    ].join('\n\n'),
  informTemplate: ({ reporter, id, project, responder }: DraftFacts) =>
    [`Hello ${reporter},`, `news about your report ${id}:`, '…', `${responder}\n${project} security team`].join('\n\n'),
  answerTitle: 'Answer the team',
  moreTitle: 'Add information',
  replyInputLabel: 'Your text',
  replyHint: 'Only the people who handle your report read it. At most 3,000 characters.',
  replyIntro: (id: string) => `This is added to your report ${id}, and its responder is told.`,
  notes: 'Internal notes',
  replies: 'From the reporter',
  reply: (time: string, purpose: ReplyPurpose) =>
    purpose === 'answer' ? `Answer, ${time}` : `More information, ${time}`,
};

export const message = {
  from: (responder: string, project: string) => `A message from ${responder}, ${project} security team`,
  about: (id: string, title: string) => `About your report ${id}: ${title}`,
  footer: 'Please keep this confidential until a patched release is out.',
  nextUpdate: (time: string) => `You hear from us again by ${time}.`,
  embargo: (id: string) =>
    `As agreed with you, nothing about ${id} is published before the embargo ends. If that is not what we agreed, press Answer.`,
  embargoUntil: (time: string) => `The embargo ends ${time}.`,
  /** `sentence` is how the reporter will be thanked; without it: not by name. */
  credit: (id: string, sentence?: string) =>
    sentence === undefined
      ? `The publication of ${id} is being prepared. You will be thanked without your name, as you wished. You can change that under My reports until it is public.`
      : `The publication of ${id} is being prepared. This is how you will be thanked: “${sentence}” You can change that under My reports until it is public.`,
  thanks: (id: string, project: string, name?: string) =>
    `${id} is fixed and public now. Thank you${name === undefined ? '' : `, ${name},`} for reporting it and for keeping it confidential: ${project} is safer for it.`,
};
