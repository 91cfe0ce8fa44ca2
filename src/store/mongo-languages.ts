import type { Db } from 'mongodb';
import { z } from 'zod';
import type { Languages } from '../handling/ports.js';
import { Language } from '../report/form.js';
import type { KeyedIds } from './keyed-ids.js';

const LanguageDocument = z.object({ _id: z.string().startsWith('language/'), language: Language, expireAt: z.date() });
type LanguageDocument = z.infer<typeof LanguageDocument>;

/** How long a choice is kept, in milliseconds. */
const keptMs = 365 * 24 * 3_600_000;

/** The languages that people chose: documents `language/…` of the collection `desk`, under a pseudonym. */
export function mongoLanguages(db: Db, ids: Pick<KeyedIds, 'pseudonym'>): Languages {
  const collection = db.collection<LanguageDocument>('desk');
  const idOf = (user: string) => `language/${ids.pseudonym(user)}`;
  return {
    find: async (user) => LanguageDocument.safeParse(await collection.findOne({ _id: idOf(user) })).data?.language,
    keep: async (user, language) => {
      // Real time: the server deletes the document by its own clock.
      const expireAt = new Date(Date.now() + keptMs);
      await collection.updateOne({ _id: idOf(user) }, { $set: { language, expireAt } }, { upsert: true });
    },
  };
}
