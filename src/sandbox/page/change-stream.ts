import type { ServerResponse } from 'node:http';

export type ChangeStream = Readonly<{
  /** Keeps the response open and reports changes on it until the browser closes it. */
  open(response: ServerResponse): void;
  /** Reports a change to every open page; several in one turn of the event loop are reported once. */
  notify(): void;
  close(): void;
}>;

/** Server-sent events with a single message: something changed, fetch again. */
export function createChangeStream(): ChangeStream {
  const open = new Set<ServerResponse>();
  let scheduled = false;
  return {
    open: (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 1000\n\n');
      open.add(response);
      response.on('close', () => open.delete(response));
    },
    notify: () => {
      if (scheduled) return;
      scheduled = true;
      setImmediate(() => {
        scheduled = false;
        for (const response of open) response.write('event: changed\ndata: now\n\n');
      });
    },
    close: () => {
      for (const response of open) response.end();
      open.clear();
    },
  };
}
