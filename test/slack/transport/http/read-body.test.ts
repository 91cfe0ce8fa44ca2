import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { readBody } from '../../../../src/slack/transport/http/read-body.js';

/** A request whose parts come one by one. */
function requestWith(...parts: readonly (string | null)[]): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  for (const part of parts) request.push(part === null ? null : Buffer.from(part));
  return request;
}
/** As long as no test waits for the end of it. */
const longMs = 60_000;

describe('the body of a request', () => {
  test.each([
    ['in one part', ['whole', null], 'whole'],
    ['in several', ['in ', 'three ', 'parts', null], 'in three parts'],
    ['of exactly the size that is allowed', ['0123456789', 'abcdef', null], '0123456789abcdef'],
    ['that is empty', [null], ''],
  ])('%s is read whole', async (_, parts, body) => {
    expect(await readBody(requestWith(...parts), 16, longMs)).toEqual({ kind: 'whole', body: Buffer.from(body) });
  });

  test('that says that it is too large is not read', async () => {
    const request = requestWith('x', null);
    request.headers['content-length'] = '17';
    expect(await readBody(request, 16, longMs)).toEqual({ kind: 'too_large' });
    expect(request.readableFlowing).toBeNull();
    const allowed = requestWith('x', null);
    allowed.headers['content-length'] = '16';
    expect(await readBody(allowed, 16, longMs)).toMatchObject({ kind: 'whole' });
  });

  test('that is larger than it says is given up at the first byte too many, and not kept', async () => {
    const request = requestWith('0123456789', 'abcdefg', null);
    request.headers['content-length'] = '2';
    expect(await readBody(request, 16, longMs)).toEqual({ kind: 'too_large' });
    expect(request.listenerCount('data')).toBe(0);
  });

  test('that does not end in time is given up', async () => {
    expect(await readBody(requestWith('begun'), 16, 5)).toEqual({ kind: 'too_slow' });
  });

  test.each([
    ['breaks off', (request: IncomingMessage) => request.destroy()],
    ['fails', (request: IncomingMessage) => request.destroy(new Error('ECONNRESET'))],
    ['fails without an end', (request: IncomingMessage) => request.emit('error', new Error('ECONNRESET'))],
  ])('that %s is gone', async (_, fail) => {
    const request = requestWith('begun');
    const read = readBody(request, 16, longMs);
    fail(request);
    expect(await read).toEqual({ kind: 'gone' });
  });
});
