import type { Db } from 'mongodb';
import type { Homes } from '../handling/ports.js';

/** On whose Home reports of others stand: documents `home/U…` of the collection `desk`, without any content. */
export function mongoHomes(db: Db): Homes {
  const collection = db.collection<{ _id: string }>('desk');
  return {
    add: async (user) => {
      const _id = idOf(user);
      await collection.updateOne({ _id }, { $setOnInsert: { _id } }, { upsert: true });
    },
    all: async () => {
      const found = await collection.find({ _id: { $regex: '^home/' } }).toArray();
      return found.map(({ _id }) => _id.slice('home/'.length));
    },
    remove: async (user) => {
      await collection.deleteOne({ _id: idOf(user) });
    },
  };
}

function idOf(user: string): string {
  return `home/${user}`;
}
