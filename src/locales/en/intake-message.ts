export const intakeMessage = {
  heading: 'Found a vulnerability?',
  text: (project: string) =>
    `Report it here to the ${project} security team. Only you and the team see the form. Please don't post details in this channel.`,
  report: 'Report a vulnerability…',
  mine: 'My reports',
  receiptWaits: "Thanks, we've got your report. This app can't message you here, so look under My reports for news.",
  mention: (project: string) =>
    `Please don't discuss vulnerabilities in public. If your message has details, delete it. Report them here to the ${project} security team. Only you and the team see the form.`,
  pinned: (channel: string) => `The report button is pinned in ${channel}.`,
  notPinned: (channel: string) =>
    `The report button couldn't be posted in ${channel}. Invite this app to the channel and type /vuln setup again.`,
  noChannels: 'No shared channel is configured. Set INTAKE_CHANNELS and restart the bot.',
  files: (contact: string) => `This form takes no files. Send them to ${contact} with the id of your report.`,
};
