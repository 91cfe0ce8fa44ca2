/** What the draft of a message to the reporter is made of. */
export type DraftFacts = Readonly<{ reporter: string; id: string; project: string; responder: string }>;

export const acknowledge = {
  title: 'Write to the reporter',
  submit: 'Send',
  intro: (id: string, reporter: string) =>
    `Your message goes to ${reporter} as a direct message from this app. Sending it acknowledges ${id} and stops the clock.`,
  wishes: (language: string) => `The reporter asked to be written to in this language: ${language}.`,
  label: 'Message to the reporter',
  hint: 'This is a draft: change it as you like. At most 3,000 characters.',
  contact: 'Contact information',
  elsewhere: {
    title: 'Write to the reporter',
    submit: 'I sent it',
    cancel: 'Not yet',
    stored: (id: string) => `Stored as ${id}.`,
    notOnSlack: (reporter: string) => `${reporter} is not on Slack, so this app cannot deliver your message.`,
    undelivered: (reporter: string) => `Slack could not deliver the last message to ${reporter}.`,
    how: (id: string) =>
      `Copy the message, send it by e-mail or pass it on by telephone, then press I sent it. That acknowledges ${id} and stops the clock.`,
    hint: 'If you said it in other words, put those here: this text is kept with the report.',
  },
  /** What a responder may start from, in the reporter's language. */
  template: ({ reporter, id, project, responder }: DraftFacts) =>
    [
      `Hello ${reporter},`,
      `thank you for reporting this to the ${project} security team. We have your report, ${id}, and I have read it.`,
      'Next we check what you found and how serious it is. You hear from us when we know, and earlier if we have a question.',
      'Please keep it confidential until we have released a patch, and do not share details such as exploit code.',
      `${responder}\n${project} security team`,
    ].join('\n\n'),
};
