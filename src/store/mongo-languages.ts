import type { Db } from 'mongodb';
import { z } from 'zod';
import type { Languages } from '../handling/ports.js';
import { Language } from '../report/form.js';
import type { KeyedIds } from './keyed-ids.js';

const LanguageDocument = z.object({ _id: z.string().startsWith('language/'), language: Language, expireAt: z.date() });
type LanguageDocument = z.infer<typeof LanguageDocument>;

/** Milliseconds for which a choice is kept after it was last made. */
const keptMs = 365 * 24 * 3_600_000;

/** The languages that people chose: documents `language/…` of the collection `desk`, which do not tell whose they are. */
export function mongoLanguages(db: Db, ids: Pick<KeyedIds, 'pseudonym'>): Languages {
  const collection = db.collection<LanguageDocument>('desk');
  const idOf = (user: string) => `language/${ids.pseudonym(user)}`;
  return {
    find: async (user) => LanguageDocument.safeParse(await collection.findOne({ _id: idOf(user) })).data?.language,
    keep: async (user, language) => {
      // By the real time, as the server forgets.
      const expireAt = new Date(Date.now() + keptMs);
      await collection.updateOne({ _id: idOf(user) }, { $set: { language, expireAt } }, { upsert: true });
    },
  };
}
