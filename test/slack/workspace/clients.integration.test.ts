import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLog } from '../../../src/ops/log.js';
import { createMetrics } from '../../../src/ops/metrics.js';
import { createClients, postTimeoutMs } from '../../../src/slack/workspace/clients.js';
import { outcomeOf } from '../../../src/slack/workspace/slack-error.js';

/** What becomes of one post to a Slack that answers so, and how often it was asked. */
async function postTo(answer: (to: ServerResponse) => void) {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const { background } = createClients({
      token: 'xoxb-1',
      apiUrl: `http://127.0.0.1:${port}/api/`,
      log: createLog('error'),
      metrics: createMetrics(false),
      clock: () => new Date(),
    });
    const error = await background.chat.postMessage({ channel: 'C1', text: 'x' }).catch((failed: unknown) => failed);
    return { outcome: outcomeOf(error), asked };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test.each([
  ['a redirect, which is not followed', (to: ServerResponse) => void to.writeHead(307, { location: '/api/' }).end()],
  ['an answer without a text', (to: ServerResponse) => void to.writeHead(204).end()],
  ['half an answer', (to: ServerResponse) => void to.writeHead(200).write('{"ok":', () => to.destroy())],
])('after %s, nobody knows whether a post was made, and it is not made again', async (_, answer) => {
  expect(await postTo(answer)).toEqual({ outcome: { kind: 'unsure' }, asked: 1 });
});

test(
  'a 429 is a refusal before its body ends: the post comes later',
  async () => {
    const { outcome } = await postTo((to) => void to.writeHead(429, { 'retry-after': '7' }).write('{"ok":'));
    expect(outcome).toEqual({ kind: 'later', seconds: 7 });
  },
  postTimeoutMs / 2,
);
