import type { IntakeWords, LetterWords, MineWords } from '../letter-words.js';

export const messages: LetterWords = {
  ask: 'Ask a question…',
  inform: 'Send information…',
  note: 'Internal note…',
  askTitle: 'Ask the reporter',
  informTitle: 'Write to the reporter',
  noteTitle: 'Internal note',
  send: 'Send',
  save: 'Save',
  goesTo: (reporter, id) => `Your message about ${id} goes to ${reporter} as a direct message from this app.`,
  goesByHand: (reporter, id) =>
    `This app cannot reach ${reporter}. Send your message about ${id} by e-mail or telephone, then press Send: the text is kept with the report.`,
  messageLabel: 'Message to the reporter',
  noteLabel: 'Note',
  noteHint: 'Only the security team reads it, under Show report. At most 3,000 characters.',
  askTemplate: ({ reporter, id, project, responder }) =>
    [
      `Hello ${reporter},`,
      `a question about your report ${id}:`,
      '…',
      'You can answer under My reports. Thank you for your help.',
      `${responder}\n${project} security team`,
    ].join('\n\n'),
  informTemplate: ({ reporter, id, project, responder }) =>
    [`Hello ${reporter},`, `news about your report ${id}:`, '…', `${responder}\n${project} security team`].join('\n\n'),
  answerTitle: 'Answer the team',
  moreTitle: 'Add information',
  replyInputLabel: 'Your text',
  replyHint: 'Only the people who handle your report read it. At most 3,000 characters.',
  replyIntro: (id) => `This is added to your report ${id}, and its responder is told.`,
  notes: 'Internal notes',
  replies: 'From the reporter',
  reply: (time, purpose) => (purpose === 'answer' ? `Answer, ${time}` : `More information, ${time}`),
};

export const mine: MineWords = {
  title: 'My reports',
  none: 'You have not reported anything yet.',
  status: {
    received: 'Received: a person will write to you',
    acknowledged: 'A person has read it and is looking into it',
    accepted: 'Accepted: the team is working on a fix',
    fixed: 'Fixed: a patched release is out, the publication is being prepared',
    disclosed: 'Fixed and public. Thank you.',
    declined: 'The team does not treat it as a vulnerability',
    duplicate: 'Known from an earlier report. You are thanked as well, if you wish',
    withdrawn: 'You withdrew it',
  },
  declinedInAMessage: 'The team does not treat it as a vulnerability. Its message says why',
  due: {
    acknowledge: (team, reader) => `You are answered by ${team}, for you ${reader}.`,
    confirm: (team, reader) => `You hear by ${team}, for you ${reader}, what the team has decided.`,
    next_update: (team, reader) => `You hear from us again by ${team}, for you ${reader}.`,
  },
  overdue: (time) => `We promised an answer by ${time}, and are late. The team is being reminded.`,
  messages: 'Messages from the team',
  noMessages: 'No messages yet.',
  from: (name, time) => `${name}, ${time}`,
  answer: 'Answer',
  addInformation: 'Add information',
  withdraw: 'Withdraw',
  withdrawTitle: 'Withdraw this report?',
  withdrawText: 'The team stops working on it. What you wrote stays sealed. You can file it again later.',
  withdrawYes: 'Withdraw',
  withdrawNo: 'Keep it',
  home: 'Your reports',
  open: 'Open reports',
  nothingOpen: 'No report is open.',
};

export const intakeMessage: IntakeWords = {
  heading: 'Found a vulnerability?',
  text: (project) =>
    `Report it to the ${project} security team here. It opens a form that only you and the team see; please do not write details into this channel.`,
  report: 'Report a vulnerability',
  mine: 'My reports',
  receiptWaits: () =>
    'Your report is stored. This app cannot write to you directly: you find everything about it under My reports.',
  mention: (project) =>
    `Please do not write about vulnerabilities in the open. Delete the message if it has details, and report it to the ${project} security team here: the form is seen by you and the team alone.`,
  setupHandlers: (channel) => `The way in for reporters is pinned in ${channel} and is kept there.`,
  notSetUp: (channel) =>
    `The way in could not be put up in ${channel}. Invite this app to the channel and type /vuln setup again.`,
  noChannels: 'No shared channel is configured. Name them in INTAKE_CHANNELS and start the bot again.',
  files: (contact) => `This form takes no files. To send one, write to ${contact} and name the id of your report.`,
};
