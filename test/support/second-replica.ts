import { type BotApp, createApp } from '../../src/app.js';
import type { Policy } from '../../src/deadline/policy.js';
import { createLog } from '../../src/ops/log.js';
import { freePort, type RunningBot } from './running-bot.js';

export type SecondReplica = Readonly<{
  app: BotApp;
  /** From now on Slack delivers to this one. */
  answers(): void;
  /** Resolves when neither has anything to do. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}>;

/** Another bot on the same database and Slack, with this changed in its policy. It is reached over HTTP, so that a test can choose which of the two gets deliveries. */
export async function startSecondReplica(bot: RunningBot, changed: Partial<Policy> = {}): Promise<SecondReplica> {
  const { botToken, apiUrl } = bot.config.slack;
  const port = await freePort();
  const secret = { mode: 'http', signingSecret: bot.signingSecret, host: '127.0.0.1', port } as const;
  const log = createLog('debug', { write: (line: string) => void bot.logged.push(line) });
  const policy = { ...bot.policy, ...changed };
  const app = createApp(
    { ...bot.config, policy, slack: { botToken, apiUrl, ...secret } },
    { clock: bot.clock.now, log },
  );
  await app.start();
  return {
    app,
    answers: () => bot.slack.deliverTo(`http://127.0.0.1:${port}/slack/events`),
    quiet: async () => {
      await bot.quiet();
      await app.idle();
      await bot.quiet();
    },
    stop: () => app.stop(),
  };
}
