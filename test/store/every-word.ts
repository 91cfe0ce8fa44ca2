import { BSON, type Db, type Document } from 'mongodb';
import type { Keyring } from '../../src/keys/keyring.js';
import { open } from '../../src/store/sealing.js';

/** Where the sealed part of a document of each collection belongs. */
const placeOf: Readonly<Record<string, (document: Document) => Readonly<{ id: string; version: number }>>> = {
  reports: ({ _id, version }) => ({ id: String(_id), version }),
  audit: ({ _id }) => ({ id: `audit/${_id}`, version: 1 }),
  sent: ({ _id }) => ({ id: `sent/${_id}`, version: 1 }),
};

/** All that a database holds, for somebody who has the keys: each document as JSON, its sealed part opened. */
export async function everyWord(db: Db, ring: Keyring): Promise<string> {
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).toSorted();
  const texts: string[] = [];
  for (const name of names)
    for await (const document of db.collection<Document>(name).find({}, { sort: { _id: 1 } }))
      texts.push(textOf(name, document, db.databaseName, ring));
  return texts.join('\n');
}

function textOf(name: string, { sealed, ...clear }: Document, database: string, ring: Keyring): string {
  const place = placeOf[name];
  if (sealed === undefined) return BSON.EJSON.stringify(clear);
  if (place === undefined) throw new Error(`nothing says where the sealed part of a document in ${name} belongs`);
  const whole = { sealed: unwrapped(sealed), ...clear };
  return BSON.EJSON.stringify({
    ...clear,
    opened: BSON.deserialize(open(whole.sealed, { database, ...place(whole) }, ring)),
  });
}

/** The driver returns bytes as `Binary` where nobody promotes them. */
function unwrapped(sealed: Document): Parameters<typeof open>[0] {
  const bytes = (value: { buffer: Uint8Array } | Buffer) =>
    Buffer.isBuffer(value) ? value : Buffer.from(value.buffer);
  const { v, dk, n, ct } = sealed;
  return { v, dk: { kid: dk.kid, n: bytes(dk.n), ct: bytes(dk.ct) }, n: bytes(n), ct: bytes(ct) };
}
