// What the bot is measured against: Agenda, a job queue on MongoDB, tuned as far as it goes: it looks every 200 ms, locks 200 jobs ahead,
// has a hundred in work and removes what is done. Together its jobs make as many calls to Slack as the bot.
import { setTimeout as after } from 'node:timers/promises';
import { MongoBackend } from '@agendajs/mongo-backend';
import { WebClient } from '@slack/web-api';
import { Agenda } from 'agenda';
import { MongoClient } from 'mongodb';

const { MONGODB_URI, SLACK_API_URL, CHANNEL, JOBS, LATER, POSTS, EDITS } = process.env;
const client = await new MongoClient(MONGODB_URI, { w: 'majority', journal: true }).connect();
const db = client.db('bench_jobs');
const jobs = db.collection('agendaJobs');
await jobs.drop().catch(() => undefined);
const text = 'x'.repeat(500);
const made = (count, nextRunAt) =>
  Array.from({ length: count }, () => ({ name: 'remind', type: 'normal', priority: 0, nextRunAt, data: { text } }));
await jobs.insertMany(made(Number(JOBS), new Date(0)));
await jobs.insertMany(made(Number(LATER), new Date('2100-01-01')));
const slack = new WebClient('xoxb-bench', { slackApiUrl: SLACK_API_URL, retryConfig: { retries: 0 } });
let done = 0;
let posted = 0;
let edited = 0;
/** What is edited: the first message stands before anything else is done. */
let { ts } = await slack.chat.postMessage({ channel: CHANNEL, text });

const inWork = { concurrency: 100, lockLimit: 200, removeOnComplete: true };
const agenda = new Agenda({
  backend: new MongoBackend({ mongo: db }),
  processEvery: 200,
  maxConcurrency: inWork.concurrency,
});
agenda.define('remind', (job, end) => void carryOut(job).then(() => end(), end), inWork);
agenda.on('complete', () => {
  done += 1;
});
await agenda.ready;

async function carryOut(job) {
  if (posted < Number(POSTS)) {
    posted += 1;
    const answer = await slack.chat.postMessage({ channel: CHANNEL, text: job.attrs.data.text });
    ts = answer.ts;
  }
  if (edited < Number(EDITS)) {
    edited += 1;
    await slack.chat.update({ channel: CHANNEL, ts, text: job.attrs.data.text });
  }
}

process.send({ ready: true });
process.on('message', (question) => {
  void answer(question);
});

async function answer(question) {
  if (question === 'start') await agenda.start();
  while (question === 'idle' && done < Number(JOBS)) await after(5);
  const { user, system } = process.cpuUsage();
  process.send({ cpuMs: (user + system) / 1000 });
}
process.on('disconnect', () => process.exit(0));
