export const menu = {
  intro: 'Vulnerability reports go to the security team, in confidence. What would you like to do?',
  report: 'Report a vulnerability',
  reportForAnother: 'File for somebody else',
  list: 'List reports',
  mine: 'My reports',
  help: 'Help',
};

export const help = {
  heading: 'What you can type',
  verb: {
    report: 'opens the form for a vulnerability report.',
    list: 'lists the reports, newest first, with status, deadline and responder.',
    mine: 'shows your own reports: how they stand, what the team wrote, and how to answer.',
    show: 'opens one report.',
    assign: 'makes somebody the responder for a report.',
    ack: 'opens the message to the reporter; sending it acknowledges the report.',
    triage: 'opens what decides on a report: accept with a severity, decline, or duplicate of another.',
    setup: 'puts the way in for reporters into each shared channel, pinned.',
    help: 'explains all of this, or one verb.',
  },
  ids: 'An ID looks like VR-7K2Q-9FDX. Small letters, and no dashes, are fine too.',
  unknown: (typed: string) => `There is no “${typed}” here.`,
  didYouMean: (usage: string) => `Did you mean ${usage}?`,
  seeHelp: 'Type /vuln help to see what there is.',
};

export const usage = {
  idMissing: 'The id of the report is missing.',
  idUnreadable: 'That is not the id of a report. An id looks like VR-7K2Q-9FDX.',
  personMissing: 'It is not said who is to be the responder.',
  personUnreadable: 'The name was not understood. Type @ and choose the person from the list.',
  personNotAResponder: 'That person is not in the security team. Choose somebody who is in the security channel.',
  typeIt: (form: string) => `Type it like this: ${form}`,
};
