/** Fields of facts whose strings are names of the program's own: ids, codes, zones, keys. Any other string may be a person's. */
const ours = new Set([
  ...[
    'type',
    'kind',
    'code',
    'id',
    'user',
    // Of a turn of duty: a user id.
    'deputy',
    // Days.
    'from',
    'to',
    'said',
    'mention',
    'substitute',
    'team',
    'channel',
    'zone',
    'language',
    'status',
    'verdict',
    'route',
    'purpose',
  ],
  ...[
    'delivery',
    'duty',
    'because',
    // Slack's own word for where the card is.
    'card',
    'done',
    'problem',
    'verb',
    'notice',
    'key',
    'policyRevision',
    'submission',
    'knownAlready',
    'why',
  ],
  ...[
    'date',
    'first',
    'last',
    'tell',
    'responder',
    // A Slack user id.
    'holder',
    'reference',
    'cve',
    'reasons',
    'severity',
    'vector',
    'version',
    'rating',
    'block',
    'seen',
    'reason',
    'day',
    'close',
    'number',
    'open',
    'today',
  ],
]);
/** Of these a string is a person's where an object of facts has it, and a code elsewhere. */
const named = (key: string, parent: unknown) => ours.has(key) || (key === 'by' && typeof parent === 'object');

/** The same facts with every string that a person may have given replaced by `tell()`. */
export function toldAnew<T>(facts: T, tell: () => string, key = '', parent?: unknown): T {
  if (typeof facts === 'string') return (named(key, parent) ? facts : tell()) as T;
  if (Array.isArray(facts)) return facts.map((one) => toldAnew(one, tell, key, facts)) as T;
  if (typeof facts !== 'object' || facts === null || facts instanceof Date || key === 'calendar') return facts;
  // What a refusal is about, reasons of an unsafe channel excepted, may be as somebody typed it.
  const isRefusal = 'code' in facts && 'reasons' in facts;
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      if (isRefusal && name === 'reasons' && facts.code === 'no_such_report') return [name, { id: tell() }];
      return [name, toldAnew(value, tell, name, facts)];
    }),
  ) as T;
}
