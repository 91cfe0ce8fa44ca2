import type { DayConcern } from '../deadline/publish-day.js';

/** From the acceptance to the public thank-you: what people press, fill in and are told. */
export interface RemedyWords {
  readonly button: Readonly<
    Record<
      | 'cve'
      | 'embargo'
      | 'credit'
      | 'fix'
      | 'prepare'
      | 'correct'
      | 'approve'
      | 'publish'
      | 'embargoBroken'
      | 'agreedEarly'
      | 'ownCredit'
      | 'agreeEarly',
      string
    >
  >;
  readonly title: Readonly<
    Record<
      | 'cve'
      | 'embargo'
      | 'credit'
      | 'fix'
      | 'prepare'
      | 'correct'
      | 'approve'
      | 'publish'
      | 'embargoBroken'
      | 'ownCredit',
      string
    >
  >;
  readonly submit: Readonly<Record<'record' | 'save' | 'prepare' | 'approve' | 'publish' | 'embargoBroken', string>>;
  readonly row: Readonly<
    Record<
      'severity' | 'embargo' | 'fixes' | 'prepared' | 'published' | 'nextUpdate' | 'credit' | 'broken' | 'lines',
      string
    >
  >;
  severityText(rating: string, score: string): string;
  readonly cveRequested: string;
  readonly embargoOver: string;
  readonly agreedEarly: string;
  /** The reporter's agreement is kept. */
  noted(id: string): string;
  fixed(line: string, version: string, day: string): string;
  wontFix(line: string): string;
  noFixYet(line: string): string;
  preparedBy(name: string, time: string): string;
  approvedBy(name: string, time: string): string;
  readonly waitsForApproval: string;
  /** `channel` is marked up already, as `time` is not. */
  publishedIn(channel: string, time: string, revision: number): string;
  announcementDoubt(time: string): string;
  readonly announcementFailed: string;
  /** The same in the thread of the card. */
  readonly lineDoubted: string;
  readonly lineFailed: string;
  lineConfirmed(by: string): string;
  lineSentAgain(by: string): string;
  readonly cve: Readonly<{
    intro: (id: string) => string;
    label: string;
    hint: string;
    requested: (time: string) => string;
  }>;
  readonly embargo: Readonly<{
    intro: (id: string) => string;
    /** `time` is marked up already. */
    current: (time: string) => string;
    day: string;
    time: string;
    hint: (zone: string) => string;
    told: (reporter: string) => string;
    tellByHand: (reporter: string) => string;
  }>;
  readonly fix: Readonly<{
    intro: (id: string) => string;
    affected: (versions: string) => string;
    version: string;
    link: string;
    linkHint: string;
    day: string;
    wont: string;
    wontLabel: string;
    tooMany: (shown: number) => string;
    both: string;
    dayMissing: string;
    nothing: string;
  }>;
  /** An address that readers are pointed to. */
  readonly notALink: string;
  readonly credit: Readonly<{
    intro: (id: string, reporter: string) => string;
    ownIntro: (id: string) => string;
    now: string;
    by: string;
    byName: string;
    byNobody: string;
    name: string;
    link: string;
    linkHint: string;
    nameMissing: string;
  }>;
  readonly nextUpdate: Readonly<{ label: string; hint: (time: string, zone: string) => string }>;
  readonly check: Readonly<{
    heading: string;
    patched: string;
    linesLeft: (lines: string) => string;
    noRelease: string;
    noEmbargo: string;
    embargoOver: string;
    agreedEarly: string;
    /** `time` is marked up already. */
    embargoRuns: (time: string) => string;
    broken: string;
    goodDay: (day: string) => string;
    badDay: (day: string) => string;
    concern: (concern: DayConcern) => string;
    credit: (sentences: string) => string;
    /** `channel` is marked up already. */
    channel: (channel: string) => string;
    noChannel: string;
    secondPerson: string;
    thankByHand: (reporter: string) => string;
    closedWords: string;
  }>;
  readonly prepare: Readonly<{
    intro: (id: string) => string;
    notYet: string;
    enTitle: string;
    enSummary: string;
    enWorkaround: string;
    zhTitle: string;
    zhSummary: string;
    zhWorkaround: string;
    change: string;
    changeHint: string;
    publicHint: string;
    zhHint: string;
    missing: string;
    zhIncomplete: string;
  }>;
  readonly approve: Readonly<{ intro: (by: string, id: string) => string }>;
  readonly publish: Readonly<{
    /** `channel` is marked up already. */
    intro: (id: string, channel: string) => string;
    by: (preparer: string, approver: string) => string;
  }>;
  readonly embargoBroken: Readonly<{
    intro: (id: string) => string;
    skips: string;
    needs: string;
    label: string;
    hint: string;
  }>;
  readonly mine: Readonly<{
    /** `time` is marked up already. */
    embargo: (time: string) => string;
    credit: (sentence: string) => string;
    agreed: string;
    agreeTitle: string;
    agreeText: string;
    agreeYes: string;
    agreeNo: string;
  }>;
}
