import type { LifeWords } from '../life-words.js';

export const life: LifeWords = {
  rating: { none: 'None', low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' },
  reason: {
    not_a_vulnerability: 'not a vulnerability',
    works_as_intended: 'works as intended',
    cannot_reproduce: 'cannot be reproduced',
    out_of_scope: 'out of scope',
    unsupported_version: 'unsupported version',
    spam: 'spam',
  },
  accepted: (by, rating, score, lines) => `${by} accepted the report: ${rating} (${score}), in ${lines}.`,
  declined: (by, reason) => `${by} declined the report: ${reason}.`,
  publicBugAgreed: 'The reporter agrees that this becomes a public bug. More… has the text.',
  markedDuplicate: (by, of) => `${by} marked this as a duplicate of ${of}.`,
  duplicateNoted: (by, duplicate) =>
    `${by} found that ${duplicate} is a duplicate of this. Its reporter is thanked too.`,
  duplicateDropped: (duplicate) => `${duplicate} was opened again and is no duplicate of this any more.`,
  originalWithdrawn: (of) =>
    `${of}, which this was a duplicate of, was withdrawn by its reporter. This report is open again and stands for itself.`,
  duplicateCreditChanged:
    'The reporter of a duplicate wants to be thanked in another way. The advisory has to be prepared again.',
  reopened: (by) => `${by} opened the report again.`,
  cveRequested: (by) => `${by} requested a CVE number.`,
  cveRecorded: (by, number) => `${by} recorded ${number}.`,
  embargoAgreed: (by, until) => `${by} agreed with the reporter that nothing is published before ${until}.`,
  earlyAgreed: (by) => `${by}: the reporter agrees to publication before the embargo ends.`,
  embargoBroken: (by) => `${by} says that this is public already. The short way to publication is open.`,
  fixRecorded: (by, fixes) => `${by} recorded what became of the versions: ${fixes}.`,
  fixed: (line, version) => `${line} fixed in ${version}`,
  wontFix: (line) => `${line} will not be fixed`,
  creditChanged: (by) =>
    `${by} changed how the reporter is thanked. An advisory that was prepared has to be prepared again.`,
  prepared: (by) => `${by} prepared the advisory. Somebody else has to approve it.`,
  approved: (by) => `${by} approved the advisory.`,
  published: (by, revision) =>
    revision === 1 ? `${by} published the advisory.` : `${by} published revision ${revision} of the advisory.`,
  thanked: (reporter) => `${reporter} is told that it is public, and thanked.`,
  noChinese: 'There is no Chinese text yet. Prepare it again to add one.',
};
