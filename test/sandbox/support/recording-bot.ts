import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the bot answers: with a status and a body, or never. */
export type Answer = Readonly<{ status?: number; body?: unknown; never?: true }>;
export type Delivery = Readonly<{ headers: IncomingHttpHeaders; body: string }>;

export type RecordingBot = Awaited<ReturnType<typeof recordingBot>>;

/** A bot without Bolt. It keeps what it is sent, and answers with an empty 200 until told otherwise. */
export async function recordingBot() {
  const deliveries: Delivery[] = [];
  let answer: Answer = {};
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      deliveries.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      if (answer.never) return;
      const { body } = answer;
      response.writeHead(answer.status ?? 200).end(typeof body === 'object' ? JSON.stringify(body) : body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
    deliveries,
    answerWith: (next: Answer) => {
      answer = next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
