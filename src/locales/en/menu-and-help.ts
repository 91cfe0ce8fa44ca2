export const menu = {
  intro: 'Vulnerability reports go to the security team in confidence. What would you like to do?',
  report: 'Report a vulnerability…',
  reportForAnother: 'Report for someone else…',
  list: 'List reports',
  mine: 'My reports',
  help: 'Show help',
};

export const help = {
  heading: 'What you can type',
  verb: {
    report: 'Report a vulnerability.',
    list: 'List reports, the most urgent first.',
    search: 'Search reports by title, component, id, CVE number, name or text.',
    mine: 'See your own reports, read our messages, and reply.',
    show: 'Open one report. If it is your own, you see what its reporter sees.',
    assign: 'Assign a report to somebody.',
    ack: 'Write to the reporter. This acknowledges the report.',
    triage: 'Accept a report, decline it, or mark it as a duplicate.',
    duty: 'See who is on duty now and in the next four weeks. Ask a colleague to swap a turn, or to take yours.',
    away: 'Say when you are away, and who stands in for you. /vuln away end says that you are back, and /vuln away weekends fri sat which days you have off each week.',
    break:
      'Say when the whole team answers again. The report button, form and receipt show it. /vuln break end says that you are back.',
    setup: 'Pin the report button in each shared channel.',
    help: 'Show all commands, or explain one.',
  },
  ids: 'An ID looks like VR-7K2Q-9FDX. You can type it in lower case and without dashes.',
  unknown: (typed: string) => `Unknown command “${typed}”.`,
  unknownWord: (typed: string) => `Unknown list “${typed}”.`,
  didYouMean: (usage: string) => `Did you mean ${usage}?`,
  seeHelp: 'Type /vuln help to see all commands.',
};

export const usage = {
  idMissing: 'Which report? Add its id.',
  idUnreadable: "That isn't the id of a report. An id looks like VR-7K2Q-9FDX.",
  daysMissing: 'From when to when? Add the first and the last day.',
  weekdaysUnreadable: "We couldn't read these weekdays. Name the days that you have off, and leave at least one.",
  daysUnreadable: "We couldn't read these days. Write them as 2026-10-01, the first day first, a year ahead at most.",
  ownSubstitute: "You can't stand in for yourself. Name somebody else, or nobody.",
  personMissing: 'Who should take it? Add a name.',
  personUnreadable: "We couldn't read that name. Type @ and choose the person from the list.",
  personNotAResponder: "That person isn't on the security team. Choose a member of the security channel.",
  breakDayUnreadable: 'On which day will the team answer again? Write a day after today, such as 2026-10-08.',
  breakDayTooFar: 'That is more than 60 days ahead. Choose an earlier day.',
  breakDayOff: 'That is a day off. Choose the first working day after the break.',
  textMissing: 'What are you looking for? Add a word.',
  typeIt: (form: string) => `Type: ${form}`,
};
