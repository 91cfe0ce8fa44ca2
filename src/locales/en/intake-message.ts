export const intakeMessage = {
  heading: 'Found a vulnerability?',
  text: (project: string) =>
    `Report it to the ${project} security team here. It opens a form that only you and the team see; please do not write details into this channel.`,
  report: 'Report a vulnerability',
  mine: 'My reports',
  receiptWaits: () =>
    'Your report is stored. This app cannot write to you directly: you find everything about it under My reports.',
  mention: (project: string) =>
    `Please do not write about vulnerabilities in the open. Delete the message if it has details, and report it to the ${project} security team here: the form is seen by you and the team alone.`,
  setupHandlers: (channel: string) => `The way in for reporters is pinned in ${channel} and is kept there.`,
  notSetUp: (channel: string) =>
    `The way in could not be put up in ${channel}. Invite this app to the channel and type /vuln setup again.`,
  noChannels: 'No shared channel is configured. Name them in INTAKE_CHANNELS and start the bot again.',
  files: (contact: string) =>
    `This form takes no files. To send one, write to ${contact} and name the id of your report.`,
};
