import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as Slack signed and sent it. */
export type Captured = Readonly<{ text: string; headers: IncomingHttpHeaders }>;

/** Stands between Slack and the bot, hands everything on, and keeps a copy of what Slack sent. */
export async function eavesdrop(bot: string) {
  const captured: Captured[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      captured.push({ text: body.toString(), headers: incoming.headers });
      const onward = request(bot, { method: 'POST', headers: incoming.headers, agent: false }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      onward.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    captured: captured as readonly Captured[],
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type Eavesdropper = Awaited<ReturnType<typeof eavesdrop>>;
