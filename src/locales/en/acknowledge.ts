import type { AcknowledgeWords, MessageWords } from '../acknowledge-words.js';

export const acknowledge: AcknowledgeWords = {
  title: 'Write to the reporter',
  submit: 'Send',
  intro: (id, reporter) =>
    `Your message goes to ${reporter} as a direct message from this app. Sending it acknowledges ${id} and stops the clock.`,
  wishes: (language) => `The reporter asked to be written to in this language: ${language}.`,
  label: 'Message to the reporter',
  hint: 'This is a draft: change it as you like. At most 3,000 characters.',
  contact: 'Contact information',
  elsewhere: {
    title: 'Write to the reporter',
    submit: 'I sent it',
    cancel: 'Not yet',
    stored: (id) => `Stored as ${id}.`,
    notOnSlack: (reporter) => `${reporter} is not on Slack, so this app cannot deliver your message.`,
    undelivered: (reporter) => `Slack could not deliver the last message to ${reporter}.`,
    how: (id) =>
      `Copy the message, send it by e-mail or pass it on by telephone, then press I sent it. That acknowledges ${id} and stops the clock.`,
    hint: 'If you said it in other words, put those here: this text is kept with the report.',
  },
  template: ({ reporter, id, project, responder }) =>
    [
      `Hello ${reporter},`,
      `thank you for reporting this to the ${project} security team. We have your report, ${id}, and I have read it.`,
      'Next we check what you found and how serious it is. You hear from us when we know, and earlier if we have a question.',
      'Please keep it confidential until we have released a patch, and do not share details such as exploit code.',
      `${responder}\n${project} security team`,
    ].join('\n\n'),
};

export const message: MessageWords = {
  from: (responder, project) => `A message from ${responder}, ${project} security team`,
  about: (id, title) => `About your report ${id}: ${title}`,
  footer: 'Please keep this confidential until a patched release is out.',
  nextUpdate: (time) => `You hear from us again by ${time}.`,
  embargo: (id) =>
    `As agreed with you, nothing about ${id} is published before the embargo ends. If that is not what we agreed, press Answer.`,
  embargoUntil: (time) => `The embargo ends ${time}.`,
  credit: (id, sentence) =>
    sentence === undefined
      ? `The publication of ${id} is being prepared. You will be thanked without your name, as you wished. You can change that under My reports until it is public.`
      : `The publication of ${id} is being prepared. This is how you will be thanked: “${sentence}” You can change that under My reports until it is public.`,
  thanks: (id, project, name) =>
    `${id} is fixed and public now. Thank you${name === undefined ? '' : `, ${name},`} for reporting it and for keeping it confidential: ${project} is safer for it.`,
};
