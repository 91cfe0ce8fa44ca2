import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** A Slack that says on its connections whatever it is told to, and nothing else but a greeting. */
export async function talkativeSlack(greets = true) {
  const answered: string[] = [];
  const open: WebSocket[] = [];
  const lines: Socket[] = [];
  const server = createServer((_, response) => {
    const { port } = server.address() as AddressInfo;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${port}/link` }));
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, { socket: line }) => {
    open.push(socket);
    lines.push(line);
    socket.on('message', (data: Buffer) => answered.push(JSON.parse(data.toString()).envelope_id));
    if (greets) socket.send(JSON.stringify({ type: 'hello' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    answered: answered as readonly string[],
    say: (text: string) => open[0]?.send(text),
    connections: () => open.length,
    /** From now on it takes nothing in: no ping, and no goodbye. The connections stay open. */
    freeze: () => {
      for (const line of lines) line.pause();
    },
    stop: async () => {
      for (const socket of open) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
