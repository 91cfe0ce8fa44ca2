import { createChannelPace } from '../../../src/slack/notifier/channel-pace.js';
import { movingClock } from '../../support/moving-clock.js';

const start = new Date('2026-09-22T02:00:00Z');

describe('the pace of a channel', () => {
  test('after a refusal nothing is posted there until Slack said, and elsewhere all goes on', () => {
    const clock = movingClock(start);
    const pace = createChannelPace(clock.now);
    pace.refused('C1', 2);
    expect(pace.closedUntil('C1')).toEqual(new Date(start.getTime() + 2000));
    expect(pace.blocked('C1')).toEqual({ kind: 'later', seconds: 2 });
    expect(pace.most('C1')).toBe(1);
    expect(pace.blocked('C2')).toBeUndefined();
    clock.forward(2000);
    expect(pace.blocked('C1')).toBeUndefined();
    expect(pace.closedUntil('C1')).toBeUndefined();
  });

  test('after one refusal bursts grow again; after a second one soon, posts keep a second between them', () => {
    const clock = movingClock(start);
    const pace = createChannelPace(clock.now);
    const postAfterRefusal = () => {
      pace.refused('C1', 1);
      clock.forward(1000);
      pace.posted('C1');
    };
    postAfterRefusal();
    expect(pace.spaceMs('C1')).toBe(0);
    expect(pace.most('C1')).toBe(2);
    postAfterRefusal();
    expect(pace.spaceMs('C1')).toBeGreaterThan(500);
    expect(pace.most('C1')).toBe(1);
    // Due at once: the next claim waits for the second to pass.
    expect(pace.blocked('C1')).toEqual({ kind: 'later', seconds: 0 });
  });

  test('one post follows another in a channel, in the order in which they came', async () => {
    const pace = createChannelPace(movingClock(start).now);
    const happened: string[] = [];
    const post = (name: string) =>
      pace.inTurn('C1', async () => {
        happened.push(`${name} begins`);
        await Promise.resolve();
        happened.push(`${name} ends`);
      });
    await Promise.all([post('first'), post('second')]);
    expect(happened).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });
});
