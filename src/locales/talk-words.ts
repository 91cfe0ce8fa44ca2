export interface MenuWords {
  readonly intro: string;
  readonly report: string;
  readonly reportForAnother: string;
  readonly list: string;
  readonly mine: string;
  readonly help: string;
}

export interface HelpWords {
  readonly heading: string;
  readonly verb: Readonly<
    Record<'report' | 'list' | 'mine' | 'show' | 'assign' | 'ack' | 'triage' | 'setup' | 'help', string>
  >;
  readonly ids: string;
  unknown(typed: string): string;
  didYouMean(usage: string): string;
  readonly seeHelp: string;
}

export interface UsageWords {
  readonly idMissing: string;
  readonly idUnreadable: string;
  readonly personMissing: string;
  readonly personUnreadable: string;
  readonly personNotAResponder: string;
  typeIt(usage: string): string;
}

export interface TroubleWords {
  readonly title: string;
  unexpected(reference: string): string;
  storeAway(reference: string): string;
  /** A modal other than the report form could not be confirmed in time. */
  readonly unsure: string;
}
