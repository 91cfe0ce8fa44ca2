import type { WebClient } from '@slack/web-api';
import { askedAtMost } from '../handling/asked-at-most.js';
import type { Erased, SentMessages, Trace } from '../handling/erasure.js';
import { failedLookup } from '../handling/failed-lookup.js';
import { lastReminders } from '../handling/last-reminders.js';
import type { Metrics } from '../handling/metrics.js';
import type { Notifier } from '../handling/notifier.js';
import { openDutyRows } from '../handling/open-duty-rows.js';
import type { Homes, IntakeMessages, Languages, People } from '../handling/ports.js';
import type { CardsSeen } from '../handling/restore-hold.js';
import { inSlices } from '../handling/slices.js';
import { defined } from '../report/defined.js';
import type { DutyDeps, HandlerDeps } from './handlers/handler-deps.js';
import { cardsInChannel } from './notifier/cards-in-channel.js';
import { longestTurnMs } from './notifier/channel-pace.js';
import { createDuplicateCards } from './notifier/duplicate-cards.js';
import { eraseFromSlack } from './notifier/erase-from-slack.js';
import { createHomeKeeper } from './notifier/home-keeper.js';
import { createIntakePublisher } from './notifier/intake-publisher.js';
import { createSecurityChannel } from './notifier/security-channel.js';
import { createSlackNotifier } from './notifier/slack-notifier.js';
import { createTellPerson } from './notifier/tell-person.js';
import { createTellWithinHours } from './notifier/tell-within-hours.js';
import { registerRoutes } from './routing/router.js';
import { createBolt, type Transport } from './transport/bolt.js';
import { createInFlight } from './transport/in-flight.js';
import { createAccess } from './workspace/access.js';
import { createAnnouncementChannel } from './workspace/announcement-channel.js';
import { type Clients, createClients, postTimeoutMs } from './workspace/clients.js';
import { type OwnWorkspace, ownWorkspaceOf } from './workspace/own-workspace.js';
import { createPeople } from './workspace/people.js';
import { slackCode } from './workspace/slack-error.js';
import { SlackRefusal } from './workspace/slack-refusal.js';

export type SlackAdapterDeps = Omit<
  HandlerDeps,
  'access' | 'people' | 'intakePublisher' | 'announcementChannel' | 'duty'
> &
  Readonly<{
    duty: Omit<DutyDeps, 'tell' | 'tellWithinHours' | 'lastReminders'> & Readonly<{ putOff: People['tell'] }>;
    intakeMessages: IntakeMessages;
    sent: SentMessages;
    homes: Homes;
    languages: Languages;
    metrics: Metrics;
    intake: readonly string[];
    /** The channel for announcements. */
    announce?: string;
    slack: Transport & Readonly<{ botToken: string; apiUrl: string }>;
    userGroup?: string;
  }>;

export type SlackAdapter = Readonly<{
  notifier: Notifier;
  /** Takes what an erased report has left on Slack away. Resolves to whether that is done. */
  eraseFromSlack(erased: Erased, trace: Trace): Promise<boolean>;
  /** The bot's cards in the security channel. */
  cardsInChannel(): Promise<CardsSeen>;
  /** The longest a post may take. Milliseconds. */
  postMs: number;
  start(): Promise<void>;
  /** Takes nothing new and waits, ten seconds at most, for what was begun. */
  stop(): Promise<void>;
  /** Resolves when nobody's press or command is being worked on. */
  settled(): Promise<void>;
  /** Whether something is being worked on that somebody waits for, or was a moment ago. */
  busy(): boolean;
  /** People changed on Slack: it is asked about them again. */
  peopleChanged(): void;
  /** Whether Slack answers, as of ten seconds ago at most. */
  connected(): Promise<boolean>;
  /** How many seconds the clock was ahead of Slack's at Slack's last answer. */
  clockAhead(): number;
  /** Whether the security channel was safe when it was last looked at. */
  channelSafe(): boolean;
}>;

/** How often it is asked whether the security channel is to be looked at, besides before each post. */
const channelCheckMs = 60_000;
/** How long Slack's answer about the bot holds, so that probes cost Slack little. */
const answerHoldsMs = 10_000;

/** Everything on Slack: who asks, what they see, and where things are posted. Asks Slack who the bot is. @throws SlackRefusal */
export async function createSlackAdapter(deps: SlackAdapterDeps): Promise<SlackAdapter> {
  const { slack, channel, clock, log, metrics } = deps;
  const { apiUrl, botToken } = slack;
  let ahead = 0;
  const clockAhead = (seconds: number) => {
    ahead = seconds;
    metrics.clockAhead(seconds);
  };
  const clients = createClients({ token: botToken, apiUrl, log, metrics: { ...metrics, clockAhead }, clock });
  const self = await whoAmI(clients.background);
  const workspace = createWorkspace(deps, clients, self.own);
  const publishing = createPublishing(deps, clients.background, workspace, self.user);
  const { app: bolt, connected } = await createBolt({ transport: slack, apiUrl, botToken, self, log });
  const inFlight = createInFlight();
  const answers = askedAtMost(answerHoldsMs, async () => (await clients.background.auth.test()).ok);
  bolt.error(async (error) => {
    log.fail('slack request failed', error.original ?? error);
  });
  const tell = createTellPerson(clients.interactive, log);
  const duty: DutyDeps = {
    ...deps.duty,
    tell,
    tellWithinHours: createTellWithinHours({
      ...deps,
      ...deps.duty,
      tell,
      zones: async (users) => await notifier.zones(users),
      people: workspace.people,
    }),
    lastReminders: async (user, from, until) => {
      const policy = await deps.duty.current.now();
      const { rows, zoneOf } = await openDutyRows({ reports: deps.reports, notifier }, policy, from, user);
      return await inSlices(lastReminders(user, rows, policy, zoneOf, { from, until }));
    },
  };
  const { homes } = registerRoutes(bolt, {
    ...deps,
    ...workspace,
    ...publishing,
    duty,
    client: clients.interactive,
    during: inFlight.during,
  });

  const { securityChannel, intakePublisher } = publishing;
  const notifier = createSlackNotifier({
    ...deps,
    ...workspace,
    client: clients.background,
    channels: securityChannel,
    leads: publishing.leads,
    homes,
    clock,
    channel,
  });
  let checking: NodeJS.Timeout | undefined;
  return {
    notifier,
    eraseFromSlack: (erased, trace) =>
      eraseFromSlack({ client: clients.background, bot: self.bot, policy: deps.policy, log }, erased, trace),
    cardsInChannel: () => cardsInChannel(clients.background, { channel, bot: self.bot, log }),
    postMs: postTimeoutMs + longestTurnMs,
    start: async () => {
      await securityChannel.check();
      await (slack.mode === 'http' ? bolt.start({ host: slack.host, port: slack.port }) : bolt.start());
      checking = setInterval(() => void securityChannel.check().then(intakePublisher.keep), channelCheckMs);
    },
    stop: async () => {
      clearInterval(checking);
      homes.stop();
      await bolt.stop();
      await inFlight.drained(10_000);
    },
    settled: () => inFlight.drained(10_000),
    busy: inFlight.busy,
    peopleChanged: workspace.people.askAgain,
    clockAhead: () => ahead,
    channelSafe: () => securityChannel.lastSeen() === 'safe',
    connected: async () => connected() && (await answers()),
  };
}

type Workspace = ReturnType<typeof createWorkspace>;

/** What is asked of Slack while somebody waits: who they are, and where an advisory may go. */
function createWorkspace(deps: SlackAdapterDeps, { interactive: client }: Clients, own: OwnWorkspace) {
  const { channel, policy, userGroup, clock, log, announce } = deps;
  const people = createPeople({ client, own, clock });
  const { leads } = policy;
  const access = createAccess({ client, people, own, channel, leads, clock, ...defined({ userGroup }) });
  const announcementChannel = createAnnouncementChannel({ client, announce, security: channel, log });
  return { own, people, access, announcementChannel };
}

/** What stands in channels, and is kept in order there. */
function createPublishing(deps: SlackAdapterDeps, client: WebClient, { people, access }: Workspace, self: string) {
  const { channel, policy, clock, log, rateLimits, reports, intakeMessages, intake, duty } = deps;
  const { teamLanguage } = policy;
  const leads = async () =>
    policy.leads.length > 0 ? policy.leads : (await access.responders()).map(({ user }) => user);
  const homeKeeper = createHomeKeeper({ ...deps, client, people, access });
  return {
    homeKeeper,
    leads,
    securityChannel: createSecurityChannel({
      looked: homeKeeper.keep,
      client,
      people,
      self,
      apps: policy.channelApps,
      channel,
      leads,
      rateLimits,
      teamLanguage,
      clock,
      log,
    }),
    intakePublisher: createIntakePublisher({ client, intakeMessages, intake, policy: duty.current.known, clock, log }),
    duplicateCards: createDuplicateCards({ client, reports, channel, log }),
  };
}

async function whoAmI(client: WebClient) {
  try {
    const told = await client.auth.test();
    const { user_id: user, bot_id: bot } = told;
    const own = ownWorkspaceOf(told);
    if (own !== undefined && user !== undefined && bot !== undefined) return { own, user, bot };
  } catch (error) {
    const code = slackCode(error);
    throw new SlackRefusal(
      code === undefined
        ? unanswered(failedLookup(error))
        : `Slack refuses the bot token (${code}). Check SLACK_BOT_TOKEN: it is shown in the settings of the Slack app under OAuth & Permissions.`,
      { cause: error },
    );
  }
  throw new SlackRefusal('SLACK_BOT_TOKEN is not the token of a bot. It begins with xoxb-.');
}

function unanswered(lookup: string | undefined): string {
  return lookup === undefined
    ? 'Slack does not answer at the address in SLACK_API_URL. Check the network and start again.'
    : `The name of Slack's host is not found (${lookup}). Check SLACK_API_URL if it is set, and the DNS of this machine.`;
}
