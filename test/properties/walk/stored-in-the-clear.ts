import { BSON, type Db, type Document } from 'mongodb';
import { mayHold } from './canaries.js';
import type { Sighting } from './sightings.js';

/** Every document whose bytes hold the beginning of a canary, sealed part included; and how many bytes were looked at. */
export async function storedInTheClear(db: Db): Promise<Readonly<{ bytes: number; sightings: readonly Sighting[] }>> {
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
  let bytes = 0;
  const sightings: Sighting[] = [];
  for (const name of names) {
    const found = db.collection(name).find({}, { raw: true });
    for await (const raw of found as unknown as AsyncIterable<Buffer>) {
      bytes += raw.length;
      if (!mayHold(raw)) continue;
      const document = BSON.deserialize(raw) as Document;
      for (const [field, content] of Object.entries(document)) {
        const where = `the field ${field} of a document in ${name}`;
        const text = BSON.EJSON.stringify({ content });
        const bytesToo = Buffer.from(BSON.serialize({ content })).toString('latin1');
        sightings.push({ place: 'nowhere', where, content: mayHold(text) ? text : bytesToo });
      }
    }
  }
  return { bytes, sightings };
}
