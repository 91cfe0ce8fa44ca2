// What the bot is measured against: a job queue on MongoDB as Agenda works, tuned. One job is locked at a time, a hundred are in work
// at once, and each is marked when it is done and then removed. Together they make as many calls to Slack as the bot.
import { setTimeout as after } from 'node:timers/promises';
import { WebClient } from '@slack/web-api';
import { MongoClient } from 'mongodb';

const { MONGODB_URI, SLACK_API_URL, CHANNEL, JOBS, LATER, POSTS, EDITS } = process.env;
const client = await new MongoClient(MONGODB_URI, { w: 'majority', journal: true }).connect();
const jobs = client.db('bench_jobs').collection('jobs');
await jobs.drop().catch(() => undefined);
const text = 'x'.repeat(500);
const made = (count, nextRunAt) =>
  Array.from({ length: count }, () => ({ name: 'remind', text, nextRunAt, lockedAt: null }));
await jobs.insertMany(made(Number(JOBS), new Date(0)));
await jobs.insertMany(made(Number(LATER), new Date('2100-01-01')));
await jobs.createIndex({ name: 1, nextRunAt: 1, lockedAt: 1 });
const slack = new WebClient('xoxb-bench', { slackApiUrl: SLACK_API_URL, retryConfig: { retries: 0 } });
const mostInWork = 100;
let commands = 0;
let done = 0;
let posted = 0;
let edited = 0;
/** What is edited: the first message stands before anything else is done. */
let { ts } = await slack.chat.postMessage({ channel: CHANNEL, text });

async function run() {
  const inWork = new Set();
  for (;;) {
    while (inWork.size >= mostInWork) await Promise.race(inWork);
    commands += 1;
    const due = { name: 'remind', lockedAt: null, nextRunAt: { $lte: new Date() } };
    const job = await jobs.findOneAndUpdate(due, { $set: { lockedAt: new Date() } }, { sort: { nextRunAt: 1 } });
    if (job === null) break;
    const work = carryOut(job).finally(() => inWork.delete(work));
    inWork.add(work);
  }
  await Promise.all(inWork);
}

async function carryOut(job) {
  if (posted < Number(POSTS)) {
    posted += 1;
    const answer = await slack.chat.postMessage({ channel: CHANNEL, text: job.text });
    ts = answer.ts;
  }
  if (edited < Number(EDITS)) {
    edited += 1;
    await slack.chat.update({ channel: CHANNEL, ts, text: job.text });
  }
  commands += 2;
  await jobs.updateOne({ _id: job._id }, { $set: { lastFinishedAt: new Date() }, $unset: { nextRunAt: '' } });
  await jobs.deleteOne({ _id: job._id });
  done += 1;
}

process.send({ ready: true });
process.on('message', (question) => {
  void answer(question);
});

async function answer(question) {
  if (question === 'start') void run();
  while (question === 'idle' && done < Number(JOBS)) await after(5);
  const { user, system } = process.cpuUsage();
  process.send({ cpuMs: (user + system) / 1000, commands });
}
process.on('disconnect', () => process.exit(0));
