import type { CvssVersion } from '../../report/cvss-metrics.js';

/** The inputs that several forms have. An input's action id is its block id. */
export const sharedInputs = {
  cve: 'cve',
  creditName: 'credit_name',
  message: 'message',
  /** The same, drawn anew: a text under an id that was shown before stays as it was. */
  messageAnew: 'message_anew',
  /** Whether the message beside it is sent. */
  tell: 'tell',
  tellAnew: 'tell_anew',
  vector: 'cvss_vector',
  nextUpdate: 'next_update',
  change: 'change',
} as const;

/** The input of a base metric. */
export function metricInput(version: CvssVersion, metric: string): string {
  return `cvss_${version.replace('.', '_')}_${metric}`;
}
