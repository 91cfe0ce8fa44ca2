// What the bot is measured against: a program that takes the next of as many posts with one command, posts it and marks it posted,
// and waits as long as Slack says.
import { setTimeout as after } from 'node:timers/promises';
import { WebAPIRateLimitedError, WebClient } from '@slack/web-api';
import { MongoClient } from 'mongodb';

const { MONGODB_URI, SLACK_API_URL, CHANNEL, POSTS, BYTES } = process.env;
const client = await new MongoClient(MONGODB_URI, { w: 'majority', journal: true }).connect();
const posts = client.db('bench_bare').collection('posts');
const text = 'x'.repeat(Number(BYTES));
await posts.drop().catch(() => undefined);
await posts.insertMany(Array.from({ length: Number(POSTS) }, (_, n) => ({ _id: n, text })));
await posts.createIndex({ doneAt: 1, _id: 1 });
const slack = new WebClient('xoxb-bench', {
  slackApiUrl: SLACK_API_URL,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
});
let commands = 0;
let posted = 0;

async function run() {
  for (;;) {
    commands += 1;
    const takenAt = new Date();
    const next = await posts.findOneAndUpdate({ doneAt: null }, { $set: { takenAt } }, { sort: { doneAt: 1, _id: 1 } });
    if (next === null) return;
    for (let done = false; !done; ) {
      try {
        await slack.chat.postMessage({ channel: CHANNEL, text: next.text });
        done = true;
      } catch (error) {
        if (!(error instanceof WebAPIRateLimitedError)) throw error;
        await after(error.retryAfter * 1000);
      }
    }
    commands += 1;
    posted += 1;
    await posts.updateOne({ _id: next._id }, { $set: { doneAt: new Date() } });
  }
}

process.send({ ready: true });
process.on('message', (question) => {
  if (question === 'start') void run();
  const { user, system } = process.cpuUsage();
  process.send({ cpuMs: (user + system) / 1000, commands, posted });
});
process.on('disconnect', () => process.exit(0));
