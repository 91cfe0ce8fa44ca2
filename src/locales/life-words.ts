import type { DeclineReason } from '../report/report.js';
import type { Rating } from '../report/severity.js';

/** The terms of the life from triage to the thank-you, and its steps as sentences of class B. */
export interface LifeWords {
  readonly rating: Readonly<Record<Rating, string>>;
  readonly reason: Readonly<Record<DeclineReason, string>>;
  accepted(by: string, rating: string, score: string, lines: string): string;
  declined(by: string, reason: string): string;
  readonly publicBugAgreed: string;
  markedDuplicate(by: string, of: string): string;
  duplicateNoted(by: string, duplicate: string): string;
  duplicateDropped(duplicate: string): string;
  originalWithdrawn(of: string): string;
  readonly duplicateCreditChanged: string;
  reopened(by: string): string;
  cveRequested(by: string): string;
  cveRecorded(by: string, number: string): string;
  embargoAgreed(by: string, until: string): string;
  earlyAgreed(by: string): string;
  embargoBroken(by: string): string;
  fixRecorded(by: string, fixes: string): string;
  fixed(line: string, version: string): string;
  wontFix(line: string): string;
  creditChanged(by: string): string;
  prepared(by: string): string;
  approved(by: string): string;
  published(by: string, revision: number): string;
  thanked(reporter: string): string;
  /** In a preview: the advisory has no Chinese words. */
  readonly noChinese: string;
}
