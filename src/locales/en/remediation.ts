import type { RemedyWords } from '../remedy-words.js';

const whose = { team: 'the team', us: 'most of the United States', eu: 'most of the European Union' } as const;

export const remedy: RemedyWords = {
  button: {
    cve: 'CVE number…',
    embargo: 'Embargo…',
    credit: 'Credit…',
    fix: 'Fix released…',
    prepare: 'Prepare disclosure…',
    correct: 'Prepare correction…',
    approve: 'Approve…',
    publish: 'Publish…',
    embargoBroken: 'Embargo broken…',
    agreedEarly: 'Reporter agrees to publish earlier',
    ownCredit: 'How you are thanked…',
    agreeEarly: 'I agree to publish earlier',
  },
  title: {
    cve: 'CVE number',
    embargo: 'Embargo',
    credit: 'Credit',
    fix: 'Fix released',
    prepare: 'Prepare disclosure',
    correct: 'Prepare correction',
    approve: 'Approve the advisory',
    publish: 'Publish the advisory',
    embargoBroken: 'Embargo broken',
    ownCredit: 'How you are thanked',
  },
  submit: {
    record: 'Record',
    save: 'Save',
    prepare: 'Prepare',
    approve: 'Approve',
    publish: 'Publish',
    embargoBroken: 'It is public',
  },
  row: {
    severity: 'Severity',
    embargo: 'Embargo',
    fixes: 'Fixes',
    prepared: 'Advisory',
    published: 'Published',
    nextUpdate: 'Next update',
    credit: 'Credit',
    broken: 'Public already',
    lines: 'Accepted product lines',
  },
  severityText: (rating, score) => `${rating} (${score})`,
  cveRequested: 'requested',
  embargoOver: 'over',
  agreedEarly: 'the reporter agrees to publish earlier',
  noted: (id) => `Noted: the reporter of ${id} agrees to publish earlier.`,
  fixed: (line, version, day) => `${line}: fixed in ${version}, released ${day}`,
  wontFix: (line) => `${line}: will not be fixed`,
  noFixYet: (line) => `${line}: not yet`,
  preparedBy: (name, time) => `prepared by ${name}, ${time}`,
  approvedBy: (name, time) => `approved by ${name}, ${time}`,
  waitsForApproval: 'waits for approval by somebody else',
  publishedIn: (channel, time, revision) =>
    revision === 1 ? `${time}, in ${channel}` : `revision ${revision}, ${time}, in ${channel}`,
  announcementDoubt: (time) => `It is not certain that the announcement of ${time} was posted. Did this arrive?`,
  announcementFailed:
    'Slack refused the announcement, so the advisory is not public there. Invite the bot to the channel for announcements, then press Send again.',
  lineDoubted: 'It is not certain that the announcement was posted. The card asks.',
  lineFailed: 'Slack refused the announcement. The card says what to do.',
  lineConfirmed: (by) => `${by} confirmed that the announcement was posted.`,
  lineSentAgain: (by) => `${by} had the announcement posted again.`,
  cve: {
    intro: (id) => `The CVE number of ${id}. It stands in the advisory.`,
    label: 'CVE number',
    hint: 'Leave it empty to note that a number was requested.',
    requested: (time) => `A number was requested ${time}.`,
  },
  embargo: {
    intro: (id) => `Until when nothing about ${id} is published, as agreed with its reporter.`,
    current: (time) => `Agreed now: not before ${time}`,
    day: 'Day',
    time: 'Time',
    hint: (zone) => `Day and time are those of the team’s time zone, ${zone}.`,
    told: (reporter) => `${reporter} is told by a direct message from this app.`,
    tellByHand: (reporter) => `This app cannot reach ${reporter}: tell them the day by e-mail or telephone.`,
  },
  fix: {
    intro: (id) =>
      `What became of each product line of ${id}. Leave a line empty while nothing is decided: it stays as it was.`,
    affected: (versions) => `Affected versions: ${versions}`,
    version: 'Fixed in version',
    link: 'Link to the release',
    linkHint: 'An https address. The advisory points to it.',
    day: 'Released on',
    wont: 'Will not be fixed',
    wontLabel: 'Or',
    tooMany: (shown) => `${shown} product lines are shown. Record these, then open this again for the others.`,
    both: 'Give a version, or say that it will not be fixed, not both.',
    dayMissing: 'Say on which day it was released.',
    nothing: 'Nothing is filled in. Record at least one product line.',
  },
  notALink: 'This is not an address to link to. Enter one that begins with https:// and holds no password.',
  credit: {
    intro: (id, reporter) => `How ${reporter} is thanked for ${id} in public. Record what they told you.`,
    ownIntro: (id) => `How you are thanked in public for ${id}. You can change it until it is published.`,
    now: 'As it will be published',
    by: 'Thank',
    byName: 'by name or handle',
    byNobody: 'without a name',
    name: 'Name or handle',
    link: 'Link',
    linkHint: 'The https address of your own page, if you like.',
    nameMissing: 'Enter a name or handle, or choose to be thanked without one.',
  },
  nextUpdate: {
    label: 'The reporter hears again by',
    hint: (time, zone) =>
      `Until ${time} on that day (${zone}). It stands in the message, and you are reminded before. Leave it empty to promise nothing.`,
  },
  check: {
    heading: 'Check list',
    patched: 'Every affected product line has a patched release, or will not be fixed.',
    linesLeft: (lines) => `Neither a release nor a decision is recorded for ${lines}. Press Fix released… first.`,
    noRelease: 'No patched release is recorded. Nothing is published before: press Fix released… first.',
    noEmbargo: 'No embargo is agreed.',
    embargoOver: 'The embargo is over.',
    agreedEarly: 'The reporter agrees to publish before the embargo ends.',
    embargoRuns: (time) =>
      `The embargo runs until ${time}. It can be prepared and approved, and published after that, or once the reporter agrees to publish earlier.`,
    broken: 'It is public already: the embargo and lines without a release are skipped.',
    goodDay: (day) => `Today, ${day}, is a good day to publish.`,
    badDay: (day) => `Think about the day. Today, ${day}:`,
    concern: (concern) => {
      switch (concern.concern) {
        case 'friday':
          return 'It is a Friday: users would have to upgrade at the weekend.';
        case 'weekend':
          return 'It is the weekend: few people are at work to upgrade.';
        case 'day_off_tomorrow':
          return 'Nobody works tomorrow: users have little time to upgrade.';
        case 'beyond_calendar':
          return 'The calendar has no holidays for the days from here on.';
        case 'holiday':
          return `It is ${concern.name.en}, a day off for ${whose[concern.where]}.`;
        case 'eve_of_holiday':
          return `Tomorrow is ${concern.name.en}, a day off for ${whose[concern.where]}.`;
        default:
          return concern satisfies never;
      }
    },
    credit: (sentences) => `Credit: ${sentences}`,
    channel: (channel) => `It is announced in ${channel}.`,
    noChannel: 'No channel for announcements is configured. Ask whoever runs the bot to set ANNOUNCE_CHANNEL.',
    secondPerson: 'Somebody other than the one who prepares it has to approve it.',
    thankByHand: (reporter) =>
      `This app cannot reach ${reporter}: tell them by e-mail or telephone that it is public, and thank them.`,
    closedWords:
      'When it is prepared and when it is published, the text is compared with the verification process and the code in the report: no long run of their words goes out.',
  },
  prepare: {
    intro: (id) => `The advisory for ${id}, written for the public. The preview goes to the thread of the card.`,
    notYet: 'The text can be written once this is done.',
    enTitle: 'Title (English)',
    enSummary: 'Summary (English)',
    enWorkaround: 'Workaround (English)',
    zhTitle: 'Title (Chinese)',
    zhSummary: 'Summary (Chinese)',
    zhWorkaround: 'Workaround (Chinese)',
    change: 'What this correction changes',
    changeHint: 'In English. It stands in the revision history.',
    publicHint: 'Everybody reads this. No exploit details.',
    zhHint: 'May be left out. With a title it needs a summary, and the other way round.',
    missing: 'This is needed: write at least a sentence for the public.',
    zhIncomplete: 'The Chinese text needs a title and a summary. Fill in both, or empty all of it.',
  },
  approve: { intro: (by, id) => `${by} prepared this advisory for ${id}. What you see here is what you approve.` },
  publish: {
    intro: (id, channel) => `${id} becomes public in ${channel} as soon as you press Publish. That cannot be undone.`,
    by: (preparer, approver) => `Prepared by ${preparer}, approved by ${approver}.`,
  },
  embargoBroken: {
    intro: (id) => `For when ${id} is public already, whoever made it so.`,
    skips:
      'This skips the end of the embargo, the reporter’s agreement, and product lines that have no release yet: the advisory says that they have none.',
    needs: 'It still takes one patched release, and two people: one who prepares the advisory and one who approves it.',
    label: 'Where it is public',
    hint: 'A link is best. Only the security team reads it.',
  },
  mine: {
    embargo: (time) => `Nothing is published before ${time}`,
    credit: (sentence) => `How you are thanked: ${sentence}`,
    agreed: 'You agree to publish earlier.',
    agreeTitle: 'Publish before the embargo ends?',
    agreeText: 'The team may then publish as soon as a patched release is out. It cannot be taken back here.',
    agreeYes: 'I agree',
    agreeNo: 'No, wait',
  },
};
