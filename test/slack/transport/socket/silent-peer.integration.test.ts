import { createLog } from '../../../../src/ops/log.js';
import { createSocketReceiver } from '../../../../src/slack/transport/socket/socket-receiver.js';
import { until } from '../../../support/bounded-poll.js';
import { fastPace } from './bot-on-sockets.js';
import { talkativeSlack } from './talkative-slack.js';

const receiverOf = (apiUrl: string, pace = {}) =>
  createSocketReceiver({ appToken: 'xapp-1', apiUrl, log: createLog('error'), pace: { ...fastPace, ...pace } });

describe('a Slack that has gone silent', () => {
  test('holds up a stop by the second that a goodbye may take, and no longer', async () => {
    const slack = await talkativeSlack();
    // Pings are far apart: nothing but the stop itself may end the connections.
    const receiver = receiverOf(slack.apiUrl, { pingMs: 60_000 });
    await receiver.start();
    await until('both are up', () => slack.connections() === 2 || undefined);
    slack.freeze();
    const began = performance.now();
    await receiver.stop();
    const took = performance.now() - began;
    expect(took).toBeGreaterThan(900);
    expect(took).toBeLessThan(2500);
    await slack.stop();
  });

  test('before it greets is given up, and a start that got no greeting says so', async () => {
    const slack = await talkativeSlack(false);
    await expect(receiverOf(slack.apiUrl, { helloMs: 40 }).start()).rejects.toThrow(
      /^Slack opens no Socket Mode connection \(no_hello\)/,
    );
    expect(slack.connections()).toBe(5);
    await slack.stop();
  });
});
