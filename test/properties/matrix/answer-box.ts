import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** Takes what the bot sends to response_urls; each cell of the matrix has an address of its own. */
export type AnswerBox = Readonly<{
  urlFor(key: number): string;
  /** What came for it, oldest first. */
  got(key: number): readonly unknown[];
  close(): Promise<void>;
}>;

export async function openAnswerBox(): Promise<AnswerBox> {
  const bodies = new Map<number, unknown[]>();
  const server = createServer((request, response) => {
    const key = Number(request.url?.slice(1));
    void text(request).then((body) => {
      bodies.set(key, [...(bodies.get(key) ?? []), JSON.parse(body)]);
      response.writeHead(200).end('ok');
    });
  });
  server.keepAliveTimeout = 70_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    urlFor: (key) => `http://127.0.0.1:${port}/${key}`,
    got: (key) => bodies.get(key) ?? [],
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
