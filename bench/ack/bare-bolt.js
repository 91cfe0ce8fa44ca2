// What the bot is measured against: a bare Bolt app that inserts one document (majority, journalled) and then acknowledges.
import bolt from '@slack/bolt';
import { MongoClient } from 'mongodb';

const { MONGODB_URI, SIGNING_SECRET, PORT, BYTES } = process.env;
const client = await new MongoClient(MONGODB_URI, { maxPoolSize: 64, minPoolSize: 2 }).connect();
const collection = client.db('bench_bare').collection('reports');
await collection.createIndex({ view: 1 }, { unique: true });
await collection.createIndex({ wakeAt: 1 });
const filler = Buffer.alloc(Number(BYTES), 7);

const receiver = new bolt.HTTPReceiver({ signingSecret: SIGNING_SECRET, endpoints: '/slack/events' });
const app = new bolt.App({
  receiver,
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B0', botUserId: 'U0', teamId: 'T0' }),
  convoStore: false,
});
app.view('report_form', async ({ view, ack }) => {
  const document = { view: view.id, wakeAt: new Date(), filler };
  await collection.insertOne(document, { writeConcern: { w: 'majority', journal: true } });
  await ack({
    response_action: 'update',
    view: { type: 'modal', title: { type: 'plain_text', text: 'Stored' }, blocks: [] },
  });
});
await app.start({ host: '127.0.0.1', port: Number(PORT) });
process.send({ ready: true });
process.on('disconnect', () => process.exit(0));
