import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerCall } from './api/answer-call.js';
import type { ApiCall } from './api/api-call.js';
import type { Deliver, Delivery, DeliveryResult } from './delivery/deliver.js';
import { deliverByHttp } from './delivery/http-delivery.js';
import { createSocketMode, type SocketMode } from './delivery/socket-mode.js';
import { createFaults, type Faults } from './faults.js';
import { readBody } from './read-body.js';
import { createResponseUrls, type UrlResponse } from './response-urls.js';
import { createTriggers } from './triggers.js';
import { createUserActions } from './user-actions/create-user-actions.js';
import type { Delivered, UserActions } from './user-actions.js';
import { type Seen, visibleTo } from './visible-to.js';
import { createActivity } from './work-in-progress.js';
import type { World } from './world.js';

export type SlackEmulatorOptions = Readonly<{
  /** On loopback. 0 or absent: any free one. */
  port?: number;
  world: World;
  botToken: string;
  appToken: string;
  signingSecret: string;
  /** Gives messages their ts. Triggers, signatures and the 3 s for an answer use real time. */
  clock: () => Date;
  /** Answers requests that are not Slack's own (`/api/`, `/response/`, `/link/`): the page of the sandbox. */
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
  /** Where deliveries go from now on: the address of the bot's HTTP endpoint, or `socket`. */
  deliverTo(target: string): void;
  /** Sends a delivery again, signed anew, as a network may. The answer is returned and shown to nobody. */
  deliverAgain(delivered: Delivered): Promise<Delivered>;
  /** Sends anything, also what no client would send. The answer is returned and shown to nobody. */
  deliver(delivery: Delivery): Promise<DeliveryResult>;
  /** A trigger for this person. `fromView`: as for something they do in a modal. */
  triggerOf(user: string, fromView: boolean): string;
  /** The number of open Socket Mode connections. */
  connections(): number;
  /** Asks the bot to replace every Socket Mode connection, as Slack does every few hours. */
  refreshConnections(): void;
  /** Makes trouble on one connection; 0 is the oldest. */
  connectionTrouble: Pick<SocketMode, 'refresh' | 'drop' | 'mute' | 'refuseNext'>;
  faults: Faults;
  onChange(listener: () => void): () => void;
  /** Resolves when no API call and no delivery is in progress. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}>;

/** Starts the Slack emulator on loopback. It delivers by Socket Mode until `deliverTo` changes that. */
export async function startSlackEmulator(options: SlackEmulatorOptions): Promise<SlackEmulator> {
  const { world, clock: now, botToken, appToken, signingSecret, page } = options;
  const requests: ApiCall[] = [];
  const responses: UrlResponse[] = [];
  const deliveries = new WeakMap<Delivered, Delivery>();
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
        response.writeHead(500, { 'content-type': 'text/plain' }).end(`The Slack emulator failed: ${String(error)}`);
      });
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const [, method] = /^\/api\/([A-Za-z.]+)$/.exec(pathname) ?? [];
    if (method !== undefined) return await answerCall(apiHost, method, searchParams, request, response);
    if (pathname.startsWith('/response/') && request.method === 'POST') {
      const used = responseUrls.use(pathname, await readBody(request));
      response.writeHead(used.status, { 'content-type': 'application/json' }).end(JSON.stringify(used.answer));
    } else if (page !== undefined) page(request, response);
    else response.writeHead(404).end();
  };
  server.on('upgrade', (request, socket, head) => socketMode.accept(request, socket, head));
  // Node closes idle connections after 5 s. A call sent at that moment would fail, which never happens with Slack.
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
  const deliver: Deliver = (delivery) =>
    activity.during(() =>
      target === 'socket' ? socketMode.deliver(delivery) : deliverByHttp(target, signingSecret, delivery),
    );
  const remember = (delivered: Delivered, delivery: Delivery) => {
    deliveries.set(delivered, delivery);
    return delivered;
  };
  const actionContext = { world, url, now, triggers, responseUrls, deliver, remember };

  return {
    url,
    apiUrl: `${url}/api/`,
    world,
    as: (user) => createUserActions(actionContext, world.person(user).id),
    seenBy: (user) => visibleTo(world, world.person(user).id),
    requests,
    responses,
    deliverTo: (next) => {
      target = next;
    },
    deliverAgain: async (delivered) => {
      const delivery = deliveries.get(delivered);
      if (delivery === undefined) throw new Error('This was never delivered.');
      const result = await deliver(delivery);
      return {
        payload: delivery.body,
        acked: result.kind === 'answered',
        ...(result.kind === 'answered' && result.body !== undefined ? { answer: result.body } : {}),
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
