import { createTriggers } from '../../src/sandbox/triggers.js';

describe('a trigger', () => {
  test('lives for three seconds', () => {
    let now = 0;
    const triggers = createTriggers(() => now);
    const [early, late] = [triggers.issue('U1', false), triggers.issue('U1', true)];
    now = 3000;
    expect(triggers.exchange(early)).toMatchObject({ user: 'U1', fromView: false });
    now = 3001;
    expect(() => triggers.exchange(late)).toThrow('expired_trigger_id');
  });

  test('works once, and only if Slack gave it', () => {
    const triggers = createTriggers();
    const id = triggers.issue('U1', false);
    triggers.exchange(id);
    expect(() => triggers.exchange(id)).toThrow('exchanged_trigger_id');
    expect(() => triggers.exchange('1.2.abc')).toThrow('invalid_trigger_id');
  });
});
