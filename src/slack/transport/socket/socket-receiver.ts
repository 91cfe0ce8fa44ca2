import type { App, Receiver } from '@slack/bolt';
import type { Log } from '../../../handling/log.js';
import { SlackRefusal } from '../../workspace/slack-refusal.js';
import { handToBolt, type Outcome } from '../hand-to-bolt.js';
import { createHandledOnce, deliveryKey } from '../handled-once.js';
import { judgePayload } from '../http/payload-shape.js';
import type { Connection } from './connection.js';
import type { NotOpened } from './connection-address.js';
import type { Envelope } from './envelope.js';
import { type Pace, slackPace } from './timings.js';
import { createTwoConnections, NeverConnected } from './two-connections.js';

export type SocketReceiver = Receiver & Readonly<{ connected(): boolean }>;
export type SocketReceiverDeps = Readonly<{ appToken: string; apiUrl: string; log: Log; pace?: Pace }>;

/**
 * What Slack delivers by Socket Mode, on two connections, each delivery handled once. `start` throws SlackRefusal; the second
 * connection is no condition for it.
 */
export function createSocketReceiver({ appToken, apiUrl, log, pace = slackPace }: SocketReceiverDeps): SocketReceiver {
  const once = createHandledOnce<Outcome>();
  let app: App | undefined;

  async function deliver(connection: Connection, envelope: Envelope): Promise<void> {
    const answer = (payload: object) => {
      // The deed is done all the same: only the person is told by Slack that something went wrong.
      if (!connection.answer(envelope.id, payload)) log.warn('answer came too late for its connection');
    };
    const judged = judgePayload(envelope.body);
    if (judged.kind !== 'deliver') {
      // No answer to what is malformed: an empty one would tell somebody that their form was taken.
      if (judged.kind === 'malformed') log.warn('delivery refused', { why: 'malformed' });
      else answer({});
      return;
    }
    const bolt = app;
    if (bolt === undefined) return;
    const { body } = judged;
    const { answer: outcome } = await once(deliveryKey(body, envelope.id), () =>
      handToBolt(bolt, body, envelope.retry, log),
    );
    if (outcome.kind === 'acknowledged') answer(payloadOf(outcome.said));
  }

  const connections = createTwoConnections({ appToken, apiUrl, deliver, pace, log });
  return {
    init: (bolt) => {
      app = bolt;
    },
    start: async () => {
      try {
        await connections.start();
      } catch (error) {
        throw error instanceof NeverConnected ? refusal(error) : error;
      }
    },
    stop: () => connections.stop(),
    connected: () => connections.connected(),
  };
}

function payloadOf(response: unknown): object {
  if (typeof response === 'string') return { text: response };
  return typeof response === 'object' && response !== null ? response : {};
}

function refusal(cause: NeverConnected): SlackRefusal {
  const { code, final }: NotOpened = cause.why;
  return new SlackRefusal(
    final
      ? `Slack refuses the app-level token (${code}). Check SLACK_APP_TOKEN: it is shown in the settings of the Slack app under Basic Information, and needs connections:write.`
      : `Slack opens no Socket Mode connection (${code}). Check that Socket Mode is on in the settings of the Slack app, and the network, and start again.`,
    { cause },
  );
}
