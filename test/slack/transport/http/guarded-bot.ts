import { BSON } from 'mongodb';
import { type BotOptions, type RunningBot, startRunningBot } from '../../../support/running-bot.js';
import { catchResponses, createPoster, type Parcel, type Posted, type Poster, signedHeaders } from './posting.js';

export type GuardedBot = Readonly<{
  bot: RunningBot;
  poster: Poster;
  secret: string;
  url: string;
  /** Where payloads say that their answers go. */
  responseUrl: string;
  postSigned(parcel: Parcel, timestamp?: number): Promise<Posted>;
  /** All that a handler can leave behind: calls to Slack, answers to response_urls, and every document. */
  traces(): Promise<Traces>;
  stop(): Promise<void>;
}>;
export type Traces = Readonly<{ calls: number; responses: number; documents: string }>;

/** The whole app over HTTP, and somebody who knows its address. */
export async function startGuardedBot(options: BotOptions = {}): Promise<GuardedBot> {
  const bot = await startRunningBot({ ...options, transport: 'http' });
  const { slack } = bot.config;
  if (slack.mode !== 'http') throw new Error('the bot does not listen on HTTP');
  const url = `http://${slack.host}:${slack.port}/slack/events`;
  const poster = createPoster(url);
  const catcher = await catchResponses();
  const { signingSecret: secret } = slack;
  return {
    bot,
    poster,
    secret,
    url,
    responseUrl: catcher.url,
    postSigned: (parcel, timestamp) => poster.post(parcel.text, signedHeaders(secret, parcel, timestamp)),
    traces: async () => {
      await bot.quiet();
      const { db } = bot.database;
      const names = (await db.collections()).map(({ collectionName }) => collectionName).sort();
      const found = await Promise.all(names.map((name) => db.collection(name).find().sort({ _id: 1 }).toArray()));
      const documents = BSON.EJSON.stringify(names.map((name, at) => ({ name, found: found[at] })));
      return { calls: bot.slack.requests.length, responses: catcher.count(), documents };
    },
    stop: async () => {
      poster.close();
      await catcher.stop();
      await bot.stop();
    },
  };
}
