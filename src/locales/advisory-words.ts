/** The sentences of an advisory and its announcement. Whoever puts them into Markdown or Slack escapes what they are handed. */
export interface AdvisoryWords {
  readonly heading: Readonly<
    Record<
      'severity' | 'affected' | 'impact' | 'patches' | 'workarounds' | 'references' | 'credits' | 'history' | 'more',
      string
    >
  >;
  readonly column: Readonly<Record<'product' | 'affected' | 'patched' | 'revision' | 'date' | 'change', string>>;
  readonly label: Readonly<Record<'id' | 'cve' | 'published' | 'updated', string>>;
  readonly noCve: string;
  readonly allVersions: string;
  /** Ends that are included. */
  fromTo(from: string, upTo: string): string;
  upTo(version: string): string;
  from(version: string): string;
  fromBefore(from: string, fixed: string): string;
  before(fixed: string): string;
  readonly wontFix: string;
  readonly noFixYet: string;
  /** What the users of a product line are to do; it goes on after a colon or a semicolon. */
  upgrade(version: string, day: string): string;
  readonly moveOn: string;
  readonly waitForFix: string;
  /** A product line, its affected versions, and what its users are to do. */
  affectedLine(line: string, versions: string, advice: string): string;
  readonly noWorkaround: string;
  readonly noReferences: string;
  thanks(name: string): string;
  readonly thanksOneUnnamed: string;
  thanksUnnamed(count: number): string;
  readonly nobodyToThank: string;
  /** How somebody who is not named stands in a list of names. */
  readonly unnamed: string;
  readonly firstEdition: string;
  revisionOf(id: string, revision: number): string;
  contact(project: string, contact: string): string;
  readonly confidentialReports: string;
  announced(project: string, title: string, id: string): string;
  corrected(project: string, title: string, id: string, revision: number): string;
}
