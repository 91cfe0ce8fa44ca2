import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLog } from '../../../src/ops/log.js';
import { createMetrics } from '../../../src/ops/metrics.js';
import { createClients } from '../../../src/slack/workspace/clients.js';
import { outcomeOf } from '../../../src/slack/workspace/slack-error.js';

describe('a post that Slack refuses as one too many', () => {
  let server: Server;
  let headers: Record<string, string> = {};
  let asked = 0;
  beforeAll(async () => {
    server = createServer((_, response) => {
      asked += 1;
      response.writeHead(429, headers).end('{"ok":false}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test.each([
    ['7', 7],
    ['0', 1],
    ['-5', 1],
    ['604800', 3600],
    ['99999999999999999999', 3600],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 30],
    [undefined, 30],
  ])('with Retry-After %s was not made, and is tried again after %d seconds', async (told, seconds) => {
    headers = told === undefined ? {} : { 'retry-after': told };
    asked = 0;
    const { port } = server.address() as AddressInfo;
    const { background } = createClients({
      token: 'xoxb-1',
      apiUrl: `http://127.0.0.1:${port}/`,
      log: createLog('error'),
      metrics: createMetrics(false),
      clock: () => new Date(),
    });
    const error = await background.chat.postMessage({ channel: 'C1', text: 'x' }).catch((refused: unknown) => refused);
    expect(outcomeOf(error)).toEqual({ kind: 'later', seconds });
    expect(asked).toBe(1);
  });
});

test('a post was not made when the name of the host is not found', async () => {
  const { background } = createClients({
    token: 'xoxb-1',
    apiUrl: 'https://slack.invalid/api/',
    log: createLog('error'),
    metrics: createMetrics(false),
    clock: () => new Date(),
  });
  const error = await background.chat.postMessage({ channel: 'C1', text: 'x' }).catch((failed: unknown) => failed);
  expect(outcomeOf(error)).toEqual({ kind: 'later', seconds: 5 });
});
