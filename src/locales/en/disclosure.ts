import type { DayConcern } from '../../deadline/publish-day-concerns.js';
import type { CreditRole, Language } from '../../report/form.js';

const whose = { team: 'the team', us: 'most of the United States', eu: 'most of the European Union' } as const;

/** From the fix to the public thank-you. */
export const disclosure = {
  button: {
    credit: 'Edit credit…',
    prepare: 'Prepare disclosure…',
    correct: 'Prepare correction…',
    withdraw: 'Withdraw advisory…',
    approve: 'Approve…',
    publish: 'Publish…',
    ownCredit: 'Your credit…',
  },
  title: {
    credit: 'Credit',
    prepare: 'Prepare disclosure',
    correct: 'Prepare correction',
    withdraw: 'Withdraw the advisory',
    approve: 'Approve the advisory',
    publish: 'Publish the advisory',
    ownCredit: 'Your credit',
  },
  submit: { save: 'Save', prepare: 'Prepare', approve: 'Approve', publish: 'Publish' },
  row: { prepared: 'Advisory', published: 'Published', credit: 'Credit' },
  thread: {
    creditChanged: (by: string) => `${by} changed the credit.`,
    duplicateCreditChanged: 'The reporter of a duplicate changed their credit.',
    /** After a step that changed what was prepared. */
    prepareAgain: 'Prepare the advisory again.',
    prepared: (by: string) => `${by} prepared the advisory. Someone else has to approve it.`,
    withdrawalPrepared: (by: string) => `${by} prepared to withdraw the advisory. Someone else has to approve it.`,
    withdrawn: (by: string) => `${by} withdrew the advisory.`,
    withdrawalTold: (reporter: string) => `We're telling ${reporter} that the advisory is withdrawn.`,
    approved: (by: string) => `${by} approved the advisory.`,
    published: (by: string, revision: number) =>
      revision === 1 ? `${by} published the advisory.` : `${by} published revision ${revision} of the advisory.`,
    thanked: (reporter: string) => `We're telling ${reporter} that it's public, and thanking them.`,
    doubted: "Slack didn't confirm the announcement. Please check on the card.",
    failed: 'Slack refused the announcement. Open the card to fix this.',
    confirmed: (by: string) => `${by} confirmed that the announcement was posted.`,
    sentAgain: (by: string) => `${by} posted the announcement again.`,
  },
  preparedBy: (name: string, time: string) => `prepared by ${name}, ${time}`,
  approvedBy: (name: string, time: string) => `approved by ${name}, ${time}`,
  waitsForApproval: 'needs approval by someone else',
  /** `channel` is marked up already, as `time` is not. */
  publishedIn: (channel: string, time: string, revision: number) =>
    revision === 1 ? `${time}, in ${channel}` : `revision ${revision}, ${time}, in ${channel}`,
  withdrawnIn: (channel: string, time: string) => `withdrawn ${time}, in ${channel}`,
  announcementDoubt: (time: string) => `Was the announcement posted ${time}? Slack didn't confirm it.`,
  announcementFailed:
    "Slack refused the announcement, so the advisory isn't public there. Invite the bot to the announcement channel, then press Send again.",
  credit: {
    intro: (id: string, reporter: string) => `Record how ${reporter} wants to be thanked for ${id}.`,
    ownIntro: (id: string) => `Choose how we thank you for ${id}. You can change this until it's public.`,
    now: 'Current credit',
    by: 'Credit',
    byName: 'By name or handle',
    byNobody: 'Without a name',
    role: 'For what',
    roles: {
      finder: 'Finding it',
      reporter: 'Reporting it',
      analyst: 'Analysing it',
      coordinator: 'Coordinating the disclosure',
      remediation_developer: 'Developing the fix',
      remediation_reviewer: 'Reviewing the fix',
      remediation_verifier: 'Verifying the fix',
      tool: 'A tool that found it',
      sponsor: 'Sponsoring the work',
      other: 'Something else',
    } satisfies Record<CreditRole, string>,
    name: 'Name or handle',
    link: 'Link',
    linkHint: 'The https address of a personal page, if there is one.',
    nameMissing: 'Enter a name or handle, or choose “Without a name”.',
  },
  check: {
    heading: 'Checklist',
    patched: 'Every affected product line has a patched release, or will not be fixed.',
    linesLeft: (lines: string) => `No release or decision is recorded for ${lines}. Press Record fix… first.`,
    noRelease: 'No patched release is recorded. Press Record fix… first.',
    noEmbargo: 'There is no embargo.',
    embargoOver: 'The embargo is over.',
    agreedEarly: 'The reporter agrees to publish before the embargo ends.',
    /** `time` is marked up already. */
    embargoRuns: (time: string) =>
      `The embargo runs until ${time}. You can prepare and approve now. Publish after that, or once the reporter agrees to an earlier day.`,
    publicOneRelease: "It's already public, so one patched release is enough.",
    publicNoEmbargo: "It's already public, so there is no embargo to wait for.",
    goodDay: (day: string) => `Today, ${day}, is a good day to publish.`,
    badDay: (day: string) => `Is today, ${day}, a good day to publish?`,
    concern: (concern: DayConcern) => {
      switch (concern.concern) {
        case 'eve_of_weekend':
          return 'The weekend begins tomorrow. Users would have to upgrade then.';
        case 'weekend':
          return "It's the weekend. Few people are at work to upgrade.";
        case 'day_off_tomorrow':
          return 'Nobody works tomorrow. Users have little time to upgrade.';
        case 'beyond_calendar':
          return 'The calendar has no holidays from here on.';
        case 'holiday':
          return `It's ${concern.name.en}, a day off for ${whose[concern.where]}.`;
        case 'eve_of_holiday':
          return `Tomorrow is ${concern.name.en}, a day off for ${whose[concern.where]}.`;
        default:
          return concern satisfies never;
      }
    },
    credit: (sentences: string) => `Credit: ${sentences}`,
    /** `channel` is marked up already. */
    channel: (channel: string) => `We'll announce it in ${channel}.`,
    noChannel: 'No announcement channel is configured. Ask the operator to set ANNOUNCE_CHANNEL.',
    secondPerson: 'Someone else has to approve it.',
    thankByHand: (reporter: string) =>
      `This app can't reach ${reporter}. Once it's public, tell and thank them by e-mail or phone.`,
    closedWords:
      "We compare your text with the verification process and the code in the report. You can't publish what is copied from there.",
  },
  prepare: {
    intro: (id: string) => `Write the public advisory for ${id}. The preview goes to the card's thread.`,
    notYet: 'You can write the advisory once this is done.',
    /** Beside the name of an input. */
    languages: { en: 'English', zh: 'Chinese' } satisfies Record<Language, string>,
    title: (language: string) => `Title (${language})`,
    summary: (language: string) => `Summary (${language})`,
    workaround: (language: string) => `Workaround (${language})`,
    change: 'What this correction changes',
    changeHint: 'In English. It appears in the revision history.',
    publicHint: 'Everybody can read this. Leave out exploit details.',
    translationHint: 'Fill in both title and summary, or neither.',
    missing: 'This field is required. Write at least a sentence for the public.',
    incomplete: (language: string) => `Fill in both title and summary in ${language}, or leave all of it empty.`,
  },
  withdraw: {
    intro: (id: string) =>
      `The advisory for ${id} stays readable and is marked as withdrawn everywhere. Someone else has to approve that.`,
    reason: 'Why is it withdrawn?',
    reasonHint: "In English. Everybody can read it, and we'll tell the reporter.",
    /** Above what is approved and published. */
    reminder: 'This withdraws the advisory.',
  },
  /** Of a correction, before it is approved. */
  correction: {
    heading: 'Changes to the published advisory (old → new)',
    nothing: 'The text and the facts stay the same.',
    untouched: (untouched: string, touched: string) =>
      `Not changed: ${untouched}. Changed: ${touched}. Check that both still say the same.`,
  },
  approvalLine: (id: string) => `The advisory for ${id} is prepared. Someone who didn't prepare it has to approve it.`,
  approve: {
    intro: (by: string, id: string) => `${by} prepared this advisory for ${id}. You approve what you see here.`,
  },
  publish: {
    /** `channel` is marked up already. */
    intro: (id: string, channel: string) => `Pressing Publish makes ${id} public in ${channel}. You can't undo this.`,
    by: (preparer: string, approver: string) => `Prepared by ${preparer}, approved by ${approver}.`,
  },
  notWrittenIn: (languages: string) => `Not written yet in: ${languages}. To add it, prepare the advisory again.`,
};
