// What the bot is measured against: a program that sleeps until its next job is due, claims it with one command, posts it and marks it.
import { setTimeout as after } from 'node:timers/promises';
import { WebClient } from '@slack/web-api';
import { MongoClient } from 'mongodb';

const { MONGODB_URI, SLACK_API_URL, CHANNEL, JOBS, FROM, BEGAN } = process.env;
const now = () => Number(FROM) + Date.now() - Number(BEGAN);
const client = await new MongoClient(MONGODB_URI, { w: 'majority', journal: true }).connect();
const jobs = client.db('bench_sleeper').collection('jobs');
await jobs.drop().catch(() => undefined);
await jobs.insertMany(JSON.parse(JOBS).map((dueAt) => ({ dueAt })));
await jobs.createIndex({ doneAt: 1, dueAt: 1 });
const slack = new WebClient('xoxb-bench', { slackApiUrl: SLACK_API_URL, retryConfig: { retries: 0 } });

async function run() {
  for (;;) {
    const next = await jobs.findOne({ doneAt: null }, { sort: { doneAt: 1, dueAt: 1 } });
    if (next === null) return;
    await after(Math.max(0, next.dueAt - now()));
    const claimed = await jobs.findOneAndUpdate({ _id: next._id, takenAt: null }, { $set: { takenAt: now() } });
    await slack.chat.postMessage({ channel: CHANNEL, text: String(claimed.dueAt) });
    await jobs.updateOne({ _id: next._id }, { $set: { doneAt: now() } });
  }
}

process.send({ ready: true });
process.on('message', () => {
  void run();
  process.send({});
});
process.on('disconnect', () => process.exit(0));
