import type { DayConcern } from '../../deadline/publish-day.js';
import type { Language } from '../../report/form.js';

const whose = { team: 'the team', us: 'most of the United States', eu: 'most of the European Union' } as const;

export const disclosure = {
  button: {
    credit: 'Credit…',
    prepare: 'Prepare disclosure…',
    correct: 'Prepare correction…',
    approve: 'Approve…',
    publish: 'Publish…',
    ownCredit: 'How you are thanked…',
  },
  title: {
    credit: 'Credit',
    prepare: 'Prepare disclosure',
    correct: 'Prepare correction',
    approve: 'Approve the advisory',
    publish: 'Publish the advisory',
    ownCredit: 'How you are thanked',
  },
  submit: {
    save: 'Save',
    prepare: 'Prepare',
    approve: 'Approve',
    publish: 'Publish',
  },
  row: {
    prepared: 'Advisory',
    published: 'Published',
    credit: 'Credit',
  },
  thread: {
    creditChanged: (by: string) =>
      `${by} changed how the reporter is thanked. An advisory that was prepared has to be prepared again.`,
    duplicateCreditChanged:
      'The reporter of a duplicate wants to be thanked in another way. The advisory has to be prepared again.',
    prepared: (by: string) => `${by} prepared the advisory. Somebody else has to approve it.`,
    approved: (by: string) => `${by} approved the advisory.`,
    published: (by: string, revision: number) =>
      revision === 1 ? `${by} published the advisory.` : `${by} published revision ${revision} of the advisory.`,
    thanked: (reporter: string) => `${reporter} is told that it is public, and thanked.`,
    doubted: 'It is not certain that the announcement was posted. The card asks.',
    failed: 'Slack refused the announcement. The card says what to do.',
    confirmed: (by: string) => `${by} confirmed that the announcement was posted.`,
    sentAgain: (by: string) => `${by} had the announcement posted again.`,
  },
  preparedBy: (name: string, time: string) => `prepared by ${name}, ${time}`,
  approvedBy: (name: string, time: string) => `approved by ${name}, ${time}`,
  waitsForApproval: 'waits for approval by somebody else',
  publishedIn: (channel: string, time: string, revision: number) =>
    revision === 1 ? `${time}, in ${channel}` : `revision ${revision}, ${time}, in ${channel}`,
  announcementDoubt: (time: string) =>
    `It is not certain that the announcement of ${time} was posted. Did this arrive?`,
  announcementFailed:
    'Slack refused the announcement, so the advisory is not public there. Invite the bot to the channel for announcements, then press Send again.',
  credit: {
    intro: (id: string, reporter: string) =>
      `How ${reporter} is thanked for ${id} in public. Record what they told you.`,
    ownIntro: (id: string) => `How you are thanked in public for ${id}. You can change it until it is published.`,
    now: 'As it will be published',
    by: 'Thank',
    byName: 'by name or handle',
    byNobody: 'without a name',
    name: 'Name or handle',
    link: 'Link',
    linkHint: 'The https address of your own page, if you like.',
    nameMissing: 'Enter a name or handle, or choose to be thanked without one.',
  },
  check: {
    heading: 'Check list',
    patched: 'Every affected product line has a patched release, or will not be fixed.',
    linesLeft: (lines: string) =>
      `Neither a release nor a decision is recorded for ${lines}. Press Fix released… first.`,
    noRelease: 'No patched release is recorded. Nothing is published before: press Fix released… first.',
    noEmbargo: 'No embargo is agreed.',
    embargoOver: 'The embargo is over.',
    agreedEarly: 'The reporter agrees to publish before the embargo ends.',
    embargoRuns: (time: string) =>
      `The embargo runs until ${time}. It can be prepared and approved, and published after that, or once the reporter agrees to publish earlier.`,
    broken: 'It is public already: the embargo and lines without a release are skipped.',
    goodDay: (day: string) => `Today, ${day}, is a good day to publish.`,
    badDay: (day: string) => `Think about the day. Today, ${day}:`,
    concern: (concern: DayConcern) => {
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
    credit: (sentences: string) => `Credit: ${sentences}`,
    channel: (channel: string) => `It is announced in ${channel}.`,
    noChannel: 'No channel for announcements is configured. Ask whoever runs the bot to set ANNOUNCE_CHANNEL.',
    secondPerson: 'Somebody other than the one who prepares it has to approve it.',
    thankByHand: (reporter: string) =>
      `This app cannot reach ${reporter}: tell them by e-mail or telephone that it is public, and thank them.`,
    closedWords:
      'When it is prepared and when it is published, the text is compared with the verification process and the code in the report: no long run of their words goes out.',
  },
  prepare: {
    intro: (id: string) =>
      `The advisory for ${id}, written for the public. The preview goes to the thread of the card.`,
    notYet: 'The text can be written once this is done.',
    languages: { en: 'English', zh: 'Chinese' } satisfies Record<Language, string>,
    title: (language: string) => `Title (${language})`,
    summary: (language: string) => `Summary (${language})`,
    workaround: (language: string) => `Workaround (${language})`,
    change: 'What this correction changes',
    changeHint: 'In English. It stands in the revision history.',
    publicHint: 'Everybody reads this. No exploit details.',
    translationHint: 'May be left out. With a title it needs a summary, and the other way round.',
    missing: 'This is needed: write at least a sentence for the public.',
    incomplete: (language: string) =>
      `The ${language} text needs a title and a summary. Fill in both, or empty all of it.`,
  },
  approve: {
    intro: (by: string, id: string) => `${by} prepared this advisory for ${id}. What you see here is what you approve.`,
  },
  publish: {
    intro: (id: string, channel: string) =>
      `${id} becomes public in ${channel} as soon as you press Publish. That cannot be undone.`,
    by: (preparer: string, approver: string) => `Prepared by ${preparer}, approved by ${approver}.`,
  },
  notWrittenIn: (languages: string) => `There is no text yet in: ${languages}. Prepare it again to add one.`,
};
