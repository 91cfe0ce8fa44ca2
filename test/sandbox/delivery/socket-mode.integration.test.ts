import { once } from 'node:events';
import { WebSocket } from 'ws';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { until } from '../../support/bounded-poll.js';
import { emulator, slack } from '../support/emulator.js';
import { call } from '../support/raw-call.js';
import { keys } from '../support/tiny-bot.js';

const { general, mei } = sandbox;
type Envelope = {
  envelope_id: string;
  type: string;
  accepts_response_payload: boolean;
  payload: Record<string, unknown>;
};

let open: WebSocket[];
emulator();
beforeEach(() => {
  open = [];
});
afterEach(() => {
  // The emulator closes with a handshake, so that no client is left waiting.
  expect(open.map(({ readyState }) => readyState).every((state) => state >= WebSocket.CLOSING)).toBe(true);
});

/** A connection that answers each envelope with `answer`; keeps everything it was sent. */
async function connect(answer: (envelope: Envelope) => object | undefined = () => ({})) {
  const { url } = await call(slack, 'apps.connections.open', {}, keys.appToken);
  const socket = new WebSocket(String(url));
  open.push(socket);
  const received: Record<string, unknown>[] = [];
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as Envelope & Record<string, unknown>;
    received.push(message);
    const payload = message.envelope_id === undefined ? undefined : answer(message);
    if (payload !== undefined) socket.send(JSON.stringify({ envelope_id: message.envelope_id, payload }));
  });
  await once(socket, 'message');
  return { socket, received, url: String(url) };
}

describe('Socket Mode', () => {
  test('greets, then carries a command as an envelope and takes the answer', async () => {
    const { received } = await connect(() => ({ text: 'psst' }));
    expect(received).toMatchObject([{ type: 'hello', num_connections: 1, connection_info: { app_id: sandbox.app } }]);
    const delivered = await slack.as(mei).command(general, '/vuln report');
    expect(delivered).toMatchObject({ acked: true, answer: { text: 'psst' } });
    expect(received[1]).toMatchObject({
      type: 'slash_commands',
      accepts_response_payload: true,
      envelope_id: expect.any(String),
      payload: { command: '/vuln', text: 'report', user_id: mei },
    });
    expect(slack.seenBy(mei).texts).toContain('psst');
  });

  test('needs a ticket that nobody used', async () => {
    const { url } = await connect();
    for (const wrong of [url, url.replace(/ticket=\w+/, 'ticket=0')]) {
      const refused = new WebSocket(wrong);
      const [error] = (await once(refused, 'error')) as [Error];
      expect(error.message).toContain('401');
    }
    expect(slack.connections()).toBe(1);
  });

  test('gives each payload to one of the connections, in turn', async () => {
    const [one, other] = [await connect(), await connect()];
    for (const text of ['a', 'b', 'c', 'd']) await slack.as(mei).command(general, `/vuln ${text}`);
    const texts = ({ received }: typeof one) =>
      received.slice(1).map(({ payload }) => (payload as { text: string }).text);
    expect([...texts(one), ...texts(other)].sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(texts(one)).toHaveLength(2);
  });

  test('asks a connection to come back and sends it nothing more', async () => {
    const old = await connect();
    slack.refreshConnections();
    const fresh = await connect();
    await slack.as(mei).command(general, '/vuln a');
    expect(old.received.at(-1)).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
    expect(fresh.received.at(-1)).toMatchObject({ type: 'slash_commands' });
    expect(slack.connections()).toBe(1);
  });

  test('fails without a connection, and without an answer in three seconds', async () => {
    expect(await slack.as(mei).command(general, '/vuln')).toMatchObject({
      acked: false,
      error: expect.stringContaining('dispatch_failed'),
    });
    await connect(() => undefined);
    expect(await slack.as(mei).command(general, '/vuln')).toMatchObject({
      acked: false,
      error: expect.stringContaining('operation_timeout'),
    });
  });

  test('still delivers on a connection that it warned, not on one that it told to go, and closes either', async () => {
    for (const [reason, delivered] of [
      ['warning', true],
      ['refresh_requested', false],
      ['link_disabled', false],
    ] as const) {
      const { socket, received } = await connect();
      const closed = once(socket, 'close');
      slack.connectionTrouble.refresh(0, reason);
      expect(await slack.as(mei).command(general, '/vuln')).toMatchObject({ acked: delivered });
      await until('it was told', () => received.at(reason === 'warning' ? 1 : -1)?.type === 'disconnect' || undefined);
      expect(received.filter(({ type }) => type === 'disconnect')).toMatchObject([{ reason }]);
      if (reason !== 'warning') socket.close();
      const [code] = (await closed) as [number];
      expect([code, slack.connections()]).toEqual([reason === 'warning' ? 1000 : 1005, 0]);
    }
  });

  test('does not deliver again what was not answered when its connection closed, nor take the answer on another', async () => {
    const seen: Envelope[] = [];
    const silent = await connect((envelope) => void seen.push(envelope));
    const delivered = slack.as(mei).command(general, '/vuln lost');
    await until('it has arrived', () => seen.length > 0 || undefined);
    const other = await connect();
    other.socket.send(JSON.stringify({ envelope_id: seen[0]?.envelope_id, payload: { text: 'too late' } }));
    // In order behind the answer on the other, which was therefore read.
    await slack.as(mei).command(general, '/vuln other');
    silent.socket.terminate();
    expect(await delivered).toMatchObject({ acked: false, error: expect.stringContaining('dispatch_failed') });
    expect(other.received.filter(({ type }) => type === 'slash_commands')).toHaveLength(1);
    expect(seen).toHaveLength(1);
  });

  test('takes ten connections and tells the eleventh to go', async () => {
    for (let n = 1; n <= 10; n++) await connect();
    const eleventh = await connect();
    expect(eleventh.received).toMatchObject([{ type: 'disconnect', reason: 'too_many_websockets' }]);
    expect(slack.connections()).toBe(10);
    eleventh.socket.close();
    await once(eleventh.socket, 'close');
  });

  test('cuts one without a word, lets one go silent, and refuses one that asks', async () => {
    const [cut, mute] = [await connect(), await connect()];
    const gone = once(cut.socket, 'close');
    slack.connectionTrouble.drop(0);
    expect((await gone)[0]).toBe(1006);
    expect(cut.received).toHaveLength(1);
    slack.connectionTrouble.mute(0);
    let pongs = 0;
    mute.socket.on('pong', () => {
      pongs += 1;
    });
    mute.socket.ping();
    const { acked, error } = await slack.as(mei).command(general, '/vuln');
    expect({ acked, error }).toEqual({ acked: false, error: expect.stringContaining('operation_timeout') });
    expect({ pongs, received: mute.received.length, open: slack.connections() }).toEqual({
      pongs: 0,
      received: 1,
      open: 1,
    });
    slack.connectionTrouble.refuseNext(1);
    const { url } = await call(slack, 'apps.connections.open', {}, keys.appToken);
    const [refused] = (await once(new WebSocket(String(url)), 'error')) as [Error];
    expect(refused.message).toContain('401');
    await connect();
    expect(slack.connections()).toBe(2);
    expect(() => slack.connectionTrouble.drop(2)).toThrow('There is no connection 2, only 2 of them.');
  });

  test('forgets a connection that closed', async () => {
    const { socket } = await connect();
    socket.close();
    await once(socket, 'close');
    expect(await slack.as(mei).command(general, '/vuln')).toMatchObject({
      acked: false,
      error: expect.stringContaining('dispatch_failed'),
    });
  });
});
