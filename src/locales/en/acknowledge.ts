/** What the draft of a message to the reporter is made of. */
export type DraftFacts = Readonly<{ reporter: string; id: string; project: string; responder: string }>;
/** `byHand`: the app can't reach the reporter, so that they have none of its buttons. */
export type ReplyDraftFacts = DraftFacts & Readonly<{ byHand: boolean }>;

export const acknowledge = {
  title: 'Write to the reporter',
  submit: 'Send',
  intro: (id: string, reporter: string) =>
    `${reporter} gets your message as a direct message from this app. Sending it acknowledges ${id}.`,
  wishes: (language: string) => `The reporter asked for messages in ${language}.`,
  label: 'Message to the reporter',
  hint: 'Edit this draft as you like. 3,000 characters at most.',
  contact: 'Contact information',
  elsewhere: {
    title: 'Write to the reporter',
    submit: 'I sent it',
    cancel: 'Not yet',
    stored: (id: string) => `Saved as ${id}.`,
    notOnSlack: (reporter: string) => `${reporter} isn't on Slack, so this app can't deliver your message.`,
    undelivered: (reporter: string) => `Slack couldn't deliver the last message to ${reporter}.`,
    how: (id: string) =>
      `Copy the message and send it by e-mail, or tell them by phone. Then press “I sent it” to acknowledge ${id}.`,
    hint: 'Did you say it differently? Put that here. This text is kept with the report.',
  },
  /** What a responder may start from, in the reporter's language. */
  template: ({ reporter, id, project, responder }: DraftFacts) =>
    [
      `Hi ${reporter},`,
      `Thank you for reporting this to the ${project} security team. I've read your report, ${id}.`,
      "Next, we'll check what you found and how serious it is. We'll write again when we know, or sooner if we have a question.",
      "Please keep it confidential until a patched release is out. Don't share details such as exploit code.",
      `${responder}\n${project} security team`,
    ].join('\n\n'),
};
