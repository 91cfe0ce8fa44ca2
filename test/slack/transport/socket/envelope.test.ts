import fc from 'fast-check';
import { deliveryKey, readSocketMessage } from '../../../../src/slack/transport/socket/envelope.js';

const delivery = (payload: object, more: object = {}) =>
  JSON.stringify({ type: 'interactive', envelope_id: 'E1', payload, ...more });
const keyOf = (payload: object) => {
  const said = readSocketMessage(delivery(payload));
  return said.kind === 'delivery' ? deliveryKey(said.envelope) : undefined;
};

describe('what Slack says on a connection', () => {
  test('is a greeting, a request to go, or a delivery', () => {
    expect(readSocketMessage('{"type":"hello","num_connections":1}')).toEqual({ kind: 'hello' });
    expect(readSocketMessage('{"type":"disconnect","reason":"warning"}')).toEqual({ kind: 'go', reason: 'warning' });
    expect(readSocketMessage(delivery({ a: 1 }, { retry_attempt: 1, retry_reason: 'timeout' }))).toEqual({
      kind: 'delivery',
      envelope: { id: 'E1', body: { a: 1 }, retry: 1, retryReason: 'timeout' },
    });
  });

  test('is named in a log only by a code', () => {
    expect(readSocketMessage('{"type":"disconnect"}')).toEqual({ kind: 'go', reason: 'unnamed' });
    expect(readSocketMessage('{"type":"disconnect","reason":"Some Text\\n"}')).toEqual({
      kind: 'go',
      reason: 'unnamed',
    });
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

describe('a delivery', () => {
  test('is known by its event or trigger, which stay when it comes again in another envelope', () => {
    expect(keyOf({ event_id: 'Ev1', trigger_id: 't1' })).toBe('Ev1');
    expect(keyOf({ trigger_id: 't1' })).toBe('t1');
    expect(keyOf({})).toBe('E1');
    expect(keyOf({ event_id: {} })).toBe('E1');
  });
});
