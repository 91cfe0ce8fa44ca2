import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A connection to a MongoDB that a test can cut, mend and listen to. */
export type MongodLine = Readonly<{
  uri: string;
  /** Breaks every connection, and takes no new one until `mend`. */
  cut(): void;
  mend(): void;
  stop(): Promise<void>;
}>;

/** `hear` may change what the server sends before it arrives; its length stays. */
export async function lineTo(uri: string, hear: (said: Buffer) => Buffer = (said) => said): Promise<MongodLine> {
  const { hostname, port } = new URL(uri);
  const sockets = new Set<Socket>();
  let whole = true;
  const server = createServer((socket) => {
    if (!whole) return void socket.destroy();
    const onwards = connect(Number(port), hostname);
    socket.pipe(onwards);
    onwards.on('data', (said: Buffer) => void socket.write(hear(said)));
    for (const [one, other] of [
      [socket, onwards],
      [onwards, socket],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  const breakAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    uri: `mongodb://127.0.0.1:${(server.address() as AddressInfo).port}/?directConnection=true`,
    cut: () => {
      whole = false;
      breakAll();
    },
    mend: () => {
      whole = true;
    },
    stop: async () => {
      breakAll();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
