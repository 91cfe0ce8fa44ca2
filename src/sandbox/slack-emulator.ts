import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createActivity } from './activity.js';
import { answerCall } from './api/answer-call.js';
import type { ApiCall } from './api/api-call.js';
import type { Deliver, Parcel, Reply } from './delivery/deliver.js';
import { deliverByHttp } from './delivery/http-delivery.js';
import { createSocketMode, type SocketMode } from './delivery/socket-mode.js';
import { createFaults, type Faults } from './faults.js';
import { readBody } from './read-body.js';
import { createResponseUrls, type UrlResponse } from './response-urls.js';
import { createTriggers } from './triggers.js';
import { createUserActions } from './user-actions/create-user-actions.js';
import type { Delivered, UserActions } from './user-actions.js';
import { type Seen, whatOneSees } from './visible-to.js';
import type { World } from './world.js';
export type SlackEmulatorOptions = Readonly<{
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

export type SlackEmulator = Readonly<{
  /** `http://127.0.0.1:PORT` */
  url: string;
  /** For `SLACK_API_URL`. */
  apiUrl: string;
  world: World;
  as(user: string): UserActions;
  seenBy(user: string): Seen;
  /** Every Web API call since the start, oldest first. */
  requests: readonly ApiCall[];
  /** What the bot sent to response_urls, oldest first. */
  responses: readonly UrlResponse[];
  /** Where interactions and events go from now on: the bot's HTTP endpoint, or Socket Mode (as at the start). */
  deliverTo(target: string): void;
  /** Sends what was delivered once more, byte for byte but freshly signed, as a network may. The answer is told, not shown to anybody. */
  deliverAgain(delivered: Delivered): Promise<Delivered>;
  /** Sends anything at all: what no client would send, too. The answer is told, not shown to anybody. */
  deliver(parcel: Parcel): Promise<Reply>;
  /** A trigger such as goes with what this person does; `fromView` when they do it in a modal. */
  triggerOf(user: string, fromView: boolean): string;
  /** Open Socket Mode connections. */
  connections(): number;
  /** Asks every Socket Mode connection to come back as a new one, as Slack does every few hours. */
  refreshConnections(): void;
  /** What may happen to one connection, 0 the oldest. */
  connectionTrouble: Pick<SocketMode, 'refresh' | 'drop' | 'mute' | 'refuseNext'>;
  faults: Faults;
  onChange(listener: () => void): () => void;
  /** Resolves when no API call and no delivery is under way. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}>;

/** Starts a small Slack on loopback. It delivers by Socket Mode until `deliverTo` says otherwise. */
export async function startSlackEmulator(options: SlackEmulatorOptions): Promise<SlackEmulator> {
  const { world, clock: now, botToken, appToken, signingSecret, page } = options;
  const requests: ApiCall[] = [];
  const responses: UrlResponse[] = [];
  const parcels = new WeakMap<Delivered, Parcel>();
  const faults = createFaults();
  const activity = createActivity();
  const triggers = createTriggers();
  const socketMode = createSocketMode(world.app().id);
  const responseUrls = createResponseUrls(world, now, (use) => responses.push(use));
  let target = 'socket';

  const server = createServer((request, response) => {
    void activity
      .during(() => answer(request, response))
      .catch((error: unknown) => {
        response.writeHead(500, { 'content-type': 'text/plain' }).end(`The small Slack failed: ${String(error)}`);
      });
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const [, method] = /^\/api\/([A-Za-z.]+)$/.exec(pathname) ?? [];
    if (method !== undefined) return await answerCall(apiHost, method, searchParams, request, response);
    if (pathname.startsWith('/response/') && request.method === 'POST') {
      const { status, answer: said } = responseUrls.use(pathname, await readBody(request));
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
    } else if (page !== undefined) page(request, response);
    else response.writeHead(404).end();
  };
  server.on('upgrade', (request, socket, head) => socketMode.accept(request, socket, head));
  // Node closes idle connections after 5 s, and a call sent at that moment would fail as no call to Slack does.
  server.keepAliveTimeout = 70_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  const socketUrl = () => `${url.replace('http', 'ws')}${socketMode.issueTicket()}`;
  const context = { world, url, now, triggers, socketUrl };
  const apiHost = { context, botToken, appToken, faults, record: (call: ApiCall) => requests.push(call) };
  const deliver: Deliver = (parcel) =>
    activity.during(() =>
      target === 'socket' ? socketMode.deliver(parcel) : deliverByHttp(target, signingSecret, parcel),
    );
  const sent = (delivered: Delivered, parcel: Parcel) => {
    parcels.set(delivered, parcel);
    return delivered;
  };
  const stage = { world, url, now, triggers, responseUrls, deliver, sent };

  return {
    url,
    apiUrl: `${url}/api/`,
    world,
    as: (user) => createUserActions(stage, world.person(user).id),
    seenBy: (user) => whatOneSees(world, world.person(user).id),
    requests,
    responses,
    deliverTo: (next) => {
      target = next;
    },
    deliverAgain: async (delivered) => {
      const parcel = parcels.get(delivered);
      if (parcel === undefined) throw new Error('This was never delivered.');
      const reply = await deliver(parcel);
      return {
        payload: parcel.body,
        acked: reply.kind === 'answered',
        ...(reply.kind === 'answered' && reply.body !== undefined ? { answer: reply.body } : {}),
      };
    },
    deliver,
    triggerOf: (user, fromView) => triggers.issue(user, fromView),
    connections: () => socketMode.connections(),
    refreshConnections: () => {
      while (socketMode.connections() > 0) socketMode.refresh(0);
    },
    connectionTrouble: socketMode,
    faults,
    onChange: (listener) => world.onChange(listener),
    settled: () => activity.settled(),
    stop: async () => {
      await socketMode.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
