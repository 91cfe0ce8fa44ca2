import type { Socket } from 'node:net';
import { Agent, buildConnector, ping, WebSocket } from 'undici';

/** Pings without a sound from the other side. They are counted: by time, a process that was asleep would be misled. */
const mostSilence = 3;

/** A WebSocket that can be cut. undici shows nobody its socket; without that a peer that went silent could never be let go. */
export function openWire(address: string) {
  let tcp: Socket | undefined;
  const connect = buildConnector({ allowH2: false });
  const dispatcher = new Agent({
    connect: (options, callback) =>
      connect(options, (...[error, socket]) => {
        if (error !== null) return callback(error, null);
        tcp = socket;
        callback(null, socket);
      }),
  });
  const socket = new WebSocket(address, { dispatcher });
  const isOpen = () => socket.readyState === WebSocket.OPEN;
  return {
    listen: (hear: (data: unknown) => void, closed: () => void) => {
      socket.addEventListener('message', ({ data }) => hear(data));
      socket.addEventListener('close', closed);
    },
    /** False when it is not open. */
    send: (text: string): boolean => {
      const open = isOpen();
      if (open) socket.send(text);
      return open;
    },
    /** Pings until it is told not to, and says when the other side has been silent for too many of them. */
    pingEvery: (ms: number, silent: () => void): (() => void) => {
      let [heard, silence] = [0, 0];
      const pings = setInterval(() => {
        const now = tcp?.bytesRead ?? 0;
        silence = now === heard ? silence + 1 : 0;
        heard = now;
        if (silence >= mostSilence) silent();
        else if (isOpen()) ping(socket, Buffer.alloc(0));
      }, ms);
      return () => clearInterval(pings);
    },
    sayGoodbye: () => socket.close(1000),
    cut: () => {
      tcp?.destroy();
      dispatcher.destroy().catch(() => undefined);
    },
  };
}
