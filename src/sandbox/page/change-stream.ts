import type { ServerResponse } from 'node:http';

export type ChangeStream = Readonly<{
  /** Keeps the response open and tells it of changes until it goes away. */
  open(response: ServerResponse): void;
  /** Tells everybody, once for all changes of one turn of the event loop. */
  tell(): void;
  close(): void;
}>;

/** Server-sent events with one message: something changed, look again. */
export function createChangeStream(): ChangeStream {
  const open = new Set<ServerResponse>();
  let telling = false;
  return {
    open: (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 1000\n\n');
      open.add(response);
      response.on('close', () => open.delete(response));
    },
    tell: () => {
      if (telling) return;
      telling = true;
      setImmediate(() => {
        telling = false;
        for (const response of open) response.write('event: changed\ndata: now\n\n');
      });
    },
    close: () => {
      for (const response of open) response.end();
      open.clear();
    },
  };
}
