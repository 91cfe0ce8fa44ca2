// What the bot is measured against: a Bolt app over HTTP that is connected to the database, and does nothing.
import bolt from '@slack/bolt';
import { MongoClient } from 'mongodb';

const { MONGODB_URI, PORT } = process.env;
await new MongoClient(MONGODB_URI).connect();
const receiver = new bolt.HTTPReceiver({ signingSecret: 'bench', endpoints: '/slack/events' });
const authorize = async () => ({ botToken: 'xoxb-bench', botId: 'B0', botUserId: 'U0', teamId: 'T0' });
const app = new bolt.App({ receiver, authorize, convoStore: false });
await app.start({ host: '127.0.0.1', port: Number(PORT) });
console.log('started');
