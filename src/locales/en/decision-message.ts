/** The message to the reporter that goes with a decision. */
export const decisionMessage = {
  goesTo: (reporter: string) => `${reporter} gets your message and the decision as a direct message from this app.`,
  goesByHand: (reporter: string, contact: string) =>
    `This app can't reach ${reporter} (${contact}). Send the message by e-mail, or tell them by phone. Then press the button below to keep the text with the report.`,
  label: 'Message to the reporter',
  needed: 'Nobody has written to the reporter yet. This message acknowledges the report. 3,000 characters at most.',
  hint: 'Edit it as you like. 3,000 characters at most.',
  /** Whether the reporter hears of a decision, where they have had a person's message before. */
  tell: {
    label: 'Tell the reporter?',
    send: 'Yes, send the message below',
    sent: 'Yes, I sent the message below',
    none: 'No, send nothing',
    written: 'You wrote a message of your own. Choose “Yes” to send it, or delete the text.',
    missing: 'Write a message, or choose “No, send nothing”.',
  },
  missing: 'Write to the reporter. They need to know, and to be thanked.',
};
