import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Faults } from './faults.js';
import type { Delivered, Hands } from './hands.js';
import type { Seen } from './what-one-sees.js';
import type { World } from './world.js';

/** One call of the Web API, as it came and as it was answered. */
export type ApiCall = Readonly<{
  method: string;
  /** Parsed: JSON arguments are values. Without the token. */
  args: Readonly<Record<string, unknown>>;
  /** What was answered; `undefined` where the connection broke. */
  response: Readonly<{ status: number; body: Readonly<Record<string, unknown>> }> | undefined;
  at: Date;
}>;

export type SmallSlackOptions = Readonly<{
  /** 0 or absent: any free one. Only loopback listens. */
  port?: number;
  world: World;
  botToken: string;
  appToken: string;
  signingSecret: string;
  /** Gives messages their ts. Triggers, signatures and the 3 s for an answer run on real time. */
  clock: () => Date;
  /** Takes requests that are not Slack's own (`/api/`, `/response/`, `/link/`): the sandbox's page. */
  page?: (request: IncomingMessage, response: ServerResponse) => void;
}>;

export type SmallSlack = Readonly<{
  /** `http://127.0.0.1:PORT` */
  url: string;
  /** For `SLACK_API_URL`. */
  apiUrl: string;
  world: World;
  as(user: string): Hands;
  seenBy(user: string): Seen;
  /** Every Web API call since the start, oldest first. */
  requests: readonly ApiCall[];
  /** What the bot sent to response_urls, oldest first. */
  responses: readonly Readonly<{
    user: string;
    channel: string;
    body: Readonly<Record<string, unknown>>;
    status: number;
    at: Date;
  }>[];
  /** Where interactions and events go from now on: the bot's HTTP endpoint, or Socket Mode (as at the start). */
  deliverTo(target: string): void;
  /** Sends what was delivered once more, byte for byte but freshly signed: Slack's own duplicates. */
  deliverAgain(delivered: Delivered): Promise<Delivered>;
  /** Open Socket Mode connections. */
  connections(): number;
  /** Asks every Socket Mode connection to come back as a new one, as Slack does every few hours. */
  refreshConnections(): void;
  faults: Faults;
  onChange(listener: () => void): () => void;
  /** Resolves when no API call and no delivery is under way. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}>;

export async function startSmallSlack(options: SmallSlackOptions): Promise<SmallSlack> {
  throw new Error(`The small Slack is not up yet on ${options.port ?? 'any port'}.`);
}
