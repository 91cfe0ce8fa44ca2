import fc from 'fast-check';
import { readSocketMessage } from '../../../../src/slack/transport/socket/envelope.js';

const delivery = (payload: object, more: object = {}) =>
  JSON.stringify({ type: 'interactive', envelope_id: 'E1', payload, ...more });

describe('what Slack says on a connection', () => {
  test('is a greeting, a request to go, or a delivery', () => {
    expect(readSocketMessage('{"type":"hello","num_connections":1}')).toEqual({ kind: 'hello' });
    expect(readSocketMessage('{"type":"disconnect","reason":"warning"}')).toEqual({ kind: 'go', reason: 'warning' });
    expect(readSocketMessage(delivery({ a: 1 }, { retry_attempt: 1, retry_reason: 'timeout' }))).toEqual({
      kind: 'delivery',
      envelope: { id: 'E1', body: { a: 1 }, retry: { retryNum: 1, retryReason: 'timeout' } },
    });
    const firstTry = { kind: 'delivery', envelope: { id: 'E1', body: {}, retry: {} } };
    expect(readSocketMessage(delivery({}, { retry_attempt: 0, retry_reason: '' }))).toEqual(firstTry);
  });

  test('is named in a log only by a code', () => {
    expect(readSocketMessage('{"type":"disconnect"}')).toEqual({ kind: 'go', reason: 'unnamed' });
    for (const reason of ['Some Text\\n', 'warning ', ' warning', 'w'.repeat(61), ''])
      expect(readSocketMessage(`{"type":"disconnect","reason":"${reason}"}`)).toEqual({
        kind: 'go',
        reason: 'unnamed',
      });
  });

  test.each(['slash_commands', 'interactive', 'events_api'])('is delivered as %s', (type) => {
    const said = readSocketMessage(JSON.stringify({ type, envelope_id: 'E1', payload: { a: 1 } }));
    expect(said).toEqual({ kind: 'delivery', envelope: { id: 'E1', body: { a: 1 }, retry: {} } });
  });

  test('may be anything without harm', () => {
    for (const odd of ['', 'null', '[]', '{', '{"type":"interactive"}', delivery([]), Buffer.from('{"type":"hello"}')])
      expect(readSocketMessage(odd)).toEqual({ kind: 'unknown' });
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.anything()), (odd) => {
        expect(['unknown', 'hello', 'go', 'delivery']).toContain(readSocketMessage(odd).kind);
      }),
      { numRuns: 300 },
    );
  });
});
