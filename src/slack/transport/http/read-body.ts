import type { IncomingMessage } from 'node:http';

export type ReadBody = Readonly<
  { kind: 'whole'; body: Buffer } | { kind: 'too_large' } | { kind: 'too_slow' } | { kind: 'gone' }
>;

/** Reads a request's body, `mostBytes` and `mostMs` milliseconds at most. What comes after is not kept. */
export function readBody(request: IncomingMessage, mostBytes: number, mostMs: number): Promise<ReadBody> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return Promise.resolve({ kind: 'too_large' });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => end({ kind: 'too_slow' }), mostMs);
    const end = (read: ReadBody) => {
      clearTimeout(timer);
      request.off('data', take);
      resolve(read);
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostBytes) end({ kind: 'too_large' });
      else chunks.push(chunk);
    };
    request.on('data', take);
    request.on('end', () => end({ kind: 'whole', body: Buffer.concat(chunks) }));
    const gone = () => end({ kind: 'gone' });
    request.on('close', gone);
    // Where nobody listens, an error would end the process.
    request.on('error', gone);
  });
}
