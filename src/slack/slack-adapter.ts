import type { WebClient } from '@slack/web-api';
import type { Notifier } from '../handling/notifier.js';
import type { IntakeMessages, Languages } from '../handling/ports.js';
import { defined } from '../report/defined.js';
import type { HandlerDeps } from './handlers/handler-deps.js';
import { createDuplicateCards } from './notifier/duplicate-cards.js';
import { createIntakePublisher } from './notifier/intake-publisher.js';
import { createSecurityChannel } from './notifier/security-channel.js';
import { createSlackNotifier } from './notifier/slack-notifier.js';
import { registerRoutes } from './routing/router.js';
import { createBolt, type Transport } from './transport/bolt.js';
import { createInFlight } from './transport/in-flight.js';
import { createAccess } from './workspace/access.js';
import { createAnnouncementChannel } from './workspace/announcement-channel.js';
import { createClients, postTimeoutMs } from './workspace/clients.js';
import { createPeople } from './workspace/people.js';
import { slackCode } from './workspace/slack-error.js';
import { SlackRefusal } from './workspace/slack-refusal.js';

export type SlackAdapterDeps = Omit<HandlerDeps, 'access' | 'people' | 'intakePublisher' | 'announcementChannel'> &
  Readonly<{
    intakeMessages: IntakeMessages;
    languages: Languages;
    intake: readonly string[];
    /** The channel for announcements. */
    announce?: string;
    slack: Transport & Readonly<{ botToken: string; apiUrl: string }>;
    userGroup?: string;
  }>;

export type SlackAdapter = Readonly<{
  notifier: Notifier;
  /** The longest a post may take. Milliseconds. */
  postMs: number;
  start(): Promise<void>;
  /** Takes nothing new and waits, ten seconds at most, for what was begun. */
  stop(): Promise<void>;
  /** Resolves when nobody's press or command is being worked on. */
  settled(): Promise<void>;
  /** Whether something is being worked on that somebody waits for. */
  busy(): boolean;
  connected(): Promise<boolean>;
  /** Whether the security channel was safe when it was last looked at. */
  channelSafe(): boolean;
}>;

/** How often the security channel is looked at, besides before each post. */
const channelCheckMs = 600_000;

/** Everything on Slack: who asks, what they see, and where things are said. Asks Slack who the bot is. @throws SlackRefusal */
export async function createSlackAdapter(parts: SlackAdapterDeps): Promise<SlackAdapter> {
  const { slack, channel, policy, clock, log, userGroup } = parts;
  const { interactive, background } = createClients(slack.botToken, slack.apiUrl, log);
  const self = await whoAmI(background);
  const people = createPeople(interactive, clock);
  const membership = defined({ userGroup });
  const { leads, teamLanguage } = policy;
  const access = createAccess({ client: interactive, people, home: self.team, channel, ...membership, leads, clock });
  const leadsToTell = async () => (leads.length > 0 ? leads : (await access.responders()).map(({ user }) => user));
  const channels = createSecurityChannel({
    client: background,
    people,
    home: self.team,
    channel,
    leads: leadsToTell,
    rateLimits: parts.rateLimits,
    teamLanguage,
    clock,
    log,
  });
  const { app: bolt, connected } = createBolt({
    transport: slack,
    apiUrl: slack.apiUrl,
    botToken: slack.botToken,
    self,
    log,
  });
  const inFlight = createInFlight();
  bolt.use(async ({ next }) => await inFlight.during(next));
  bolt.error(async (error) => {
    log.fail('slack request failed', error.original ?? error);
  });
  const { project } = policy;
  const intakePublisher = createIntakePublisher({
    client: background,
    intakeMessages: parts.intakeMessages,
    intake: parts.intake,
    project,
    log,
  });
  const announcementChannel = createAnnouncementChannel({
    client: interactive,
    announce: parts.announce,
    security: channel,
    log,
  });
  const duplicateCards = createDuplicateCards({ client: background, reports: parts.reports, channel, log });
  registerRoutes(bolt, {
    ...parts,
    client: interactive,
    people,
    access,
    home: self.team,
    intakePublisher,
    announcementChannel,
    duplicateCards,
  });

  let checking: NodeJS.Timeout | undefined;
  return {
    notifier: createSlackNotifier({
      client: background,
      people,
      access,
      channels,
      policy,
      channel,
      intake: parts.intake,
      clock,
      log,
    }),
    postMs: postTimeoutMs,
    start: async () => {
      await channels.check();
      await (slack.mode === 'http' ? bolt.start({ host: slack.host, port: slack.port }) : bolt.start());
      checking = setInterval(() => void channels.check().then(intakePublisher.keep), channelCheckMs);
    },
    stop: async () => {
      clearInterval(checking);
      await bolt.stop();
      await inFlight.drained(10_000);
    },
    settled: () => inFlight.drained(10_000),
    busy: inFlight.busy,
    channelSafe: () => channels.lastSeen() === 'safe',
    connected: async () => {
      if (!connected()) return false;
      await background.auth.test();
      return true;
    },
  };
}

async function whoAmI(client: WebClient) {
  try {
    const { team_id: team, user_id: user, bot_id: bot } = await client.auth.test();
    if (team !== undefined && user !== undefined && bot !== undefined) return { team, user, bot };
  } catch (error) {
    const code = slackCode(error);
    throw new SlackRefusal(
      code === undefined
        ? 'Slack does not answer at the address in SLACK_API_URL. Check the network and start again.'
        : `Slack refuses the bot token (${code}). Check SLACK_BOT_TOKEN: it is shown in the settings of the Slack app under OAuth & Permissions.`,
      { cause: error },
    );
  }
  throw new SlackRefusal('SLACK_BOT_TOKEN is not the token of a bot. It begins with xoxb-.');
}
