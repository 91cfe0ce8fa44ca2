import type { Document } from 'mongodb';
import { turn } from '../handling/slices.js';

/** What a rest sets on a document. The names of the fields are listed so that absent ones are removed. */
type Fields<R> = Readonly<{ names: readonly string[]; of(rest: R): Document }>;

export type RestRules<R> = Readonly<{
  idOf(rest: R): string;
  versionOf(rest: R): number;
  wakeAtOf(rest: R): Date | undefined;
  /** Set by every rest. */
  always: Fields<R>;
  /** Set, like `wakeAt`, only where the document has not changed since the claim. */
  ifUnchanged?: Fields<R>;
  /** Whether a changed document takes the earlier of its own `wakeAt` and the rest's. Otherwise it keeps its own. */
  takesEarlierWake: boolean;
}>;

/** One update for many documents, each with its own values: they are looked up by the document's place in the list of ids. */
export async function restPipeline<R>(rules: RestRules<R>, rests: readonly R[]): Promise<Document[]> {
  const { idOf, versionOf, wakeAtOf, always, ifUnchanged, takesEarlierWake } = rules;
  const values: Document[] = [];
  for (const rest of rests) {
    const ifSame = { ...ifUnchanged?.of(rest), wakeAt: wakeAtOf(rest) };
    values.push({ version: versionOf(rest), always: always.of(rest), ifUnchanged: ifSame });
    await turn();
  }
  const own = { $arrayElemAt: [{ $literal: values }, { $indexOfArray: [{ $literal: rests.map(idOf) }, '$_id'] }] };
  const unchanged = { $and: [{ $eq: ['$version', '$resting.version'] }, { $ne: ['$lease.again', true] }] };
  const wakeOfChanged = takesEarlierWake ? { $min: ['$wakeAt', '$resting.ifUnchanged.wakeAt'] } : '$wakeAt';
  const setAlways = always.names.map((name) => [name, orAbsent(`$resting.always.${name}`)] as const);
  const setIfUnchanged = (ifUnchanged?.names ?? []).map((name) => {
    const value = { $cond: [unchanged, orAbsent(`$resting.ifUnchanged.${name}`), orAbsent(`$${name}`)] };
    return [name, value] as const;
  });
  const wakeAt = { $cond: [unchanged, orAbsent('$resting.ifUnchanged.wakeAt'), orAbsent(wakeOfChanged)] };
  return [
    { $set: { resting: own } },
    { $set: { ...Object.fromEntries<Document>([...setAlways, ...setIfUnchanged]), wakeAt } },
    { $unset: ['resting', 'lease'] },
  ];
}

/** The value of an expression. Where there is none, the field is removed. */
export function orAbsent(expression: unknown): Document {
  return { $ifNull: [expression, '$$REMOVE'] };
}
