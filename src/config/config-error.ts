import { distance } from 'fastest-levenshtein';

/**
 * A fault of the configuration. `name` is the setting, or the place in a file. `what` continues the sentence: what is wrong and
 * what to do. It never contains a secret.
 */
export type ConfigFault = Readonly<{ name: string; file?: string; line?: number; what: string }>;

/** All faults of a configuration. */
export class ConfigFaults extends Error {
  override readonly name = 'ConfigFaults';
  readonly faults: readonly ConfigFault[];
  constructor(faults: readonly ConfigFault[]) {
    super(faults.map(formatFault).join('\n'));
    this.faults = faults;
  }
}

/** One line: `SLACK_BOT_TOKEN is missing…`, `policy/kubesphere.yaml:12: calendar.open …`. */
export function formatFault({ name, file, line, what }: ConfigFault): string {
  const place = file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`}: `;
  return `${place}${name}${name === '' ? '' : ' '}${what}`;
}

/** The known word that was probably meant: at most two letters off, ignoring case and punctuation. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const [best] = known
    .map((candidate) => ({ candidate, off: distance(bare(word), bare(candidate)) }))
    .filter(({ candidate, off }) => off <= Math.min(2, bare(candidate).length / 3))
    .sort((a, b) => a.off - b.off);
  return best?.candidate;
}
