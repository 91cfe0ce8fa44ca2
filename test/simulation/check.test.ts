import type { Message } from '../../src/sandbox/message-log.js';
import { sandbox } from '../../src/sandbox/sandbox-world.js';
import { policy } from '../deadline/calendars.js';
import { responders } from './cast.js';
import { isUsual, nagging, overCap, silentBreaches, untimely } from './check.js';
import type { Said } from './count.js';
import { presence } from './people-at-work.js';
import type { Lived } from './simulate.js';

const [urgent, mei] = ['VR-0000-0009', responders[0]];

/** What the judge reads, with these messages to Mei on one day of hers: the hour, the key and the text of each. */
function heard(...messages: readonly (readonly [number, string, string?])[]): Lived {
  const said = messages.map(([hour, key, text = '']) => ({
    author: sandbox.bot,
    ts: String(Date.parse('2026-09-23T00:00:00+08:00') / 1000 + hour * 3600),
    text,
    broadcast: false,
    metadata: { event_type: 'vulndesk_said', event_payload: { key } },
  })) as unknown as Message[];
  const messageLog = { in: (channel: string) => (channel === mei?.user ? said : []) };
  return {
    policy: { dailyReminders: 4 },
    presence: presence(policy.calendar, []),
    plan: {
      outages: [
        { of: 'slack', from: new Date('2026-09-23T17:30:00+08:00'), to: new Date('2026-09-23T18:50:00+08:00') },
      ],
    },
    reports: [{ id: urgent, form: { knownAlready: 'exploited' }, receivedAt: new Date('2026-09-23T02:00:00+08:00') }],
    bot: {
      clock: { now: () => new Date('2026-09-25T00:00:00+08:00') },
      slack: { world: { directChannel: (id: string) => ({ id }), messages: messageLog } },
    },
  } as unknown as Lived;
}
/** A message with this key. */
const withKey = (key: string, day: string): Said => {
  return { at: new Date(`2026-09-${day}T12:00:00+08:00`), key, text: '', broadcast: false, root: true };
};
const soft = (n: number) => `VR-0000-000${n}:confirm_1/1`;
const four = [1, 2, 3, 4].map((n) => [8 + n, soft(n)] as const);

test.each<[string, Lived, number]>([
  ['as many as the limit', heard(...four), 0],
  ['one more', heard(...four, [14, soft(5)]), 1],
  ['one more that is the last before a deadline', heard(...four, [14, 'VR-0000-0005:confirm_1/3']), 0],
  [
    'the first news of a missed deadline, whatever its number',
    heard(...four, [14, 'VR-0000-0005:stale_1/1', 'VR-0000-0005 was due']),
    0,
  ],
  [
    'the second',
    heard([8, 'VR-0000-0005:stale_1/1', 'VR-0000-0005 was due'], ...four, [
      14,
      'VR-0000-0005:stale_1/2',
      'VR-0000-0005 was due',
    ]),
    2,
  ],
  ['one about an exploited report', heard(...four, [14, `${urgent}:acknowledge_1/1`]), 0],
  ['one more, with what is told at once of an exploited report', heard([6, `${urgent}/told_0`], ...four), 1],
  ['what is told at once of it', heard(...four, [14, `${urgent}/told_0`]), 0],
])('over the limit of a day: %s', (_, lived, count) => expect(overCap(lived)).toHaveLength(count));

test.each<[string, Lived, number]>([
  ['two deadlines', heard([9, soft(1)], [10, soft(2)]), 0],
  ['one deadline twice', heard([9, soft(1)], [10, 'VR-0000-0001:confirm_1/2']), 1],
  [
    'once before it is missed and once after',
    heard([9, soft(1)], [18, 'VR-0000-0001:confirm_1/4', 'VR-0000-0001 was due']),
    0,
  ],
])('nagging: %s', (_, lived, count) => expect(nagging(lived)).toHaveLength(count));

test.each([
  ['an exploited report alone, on the day of its receipt', `${urgent}/told_0`, '23', false],
  ['reminders of it alone on that day', `${urgent}:acknowledge_1/1 ${urgent}:confirm_1/1`, '23', false],
  ['reminders of it on another day', `${urgent}:acknowledge_1/1`, '24', true],
  ['it and another one', `${urgent}:acknowledge_1/1 ${soft(1)}`, '23', true],
  ['duty', 'cover_asked/U0/2026-09-23/2026-09-24', '23', true],
  ['something without a key', '', '23', true],
])('a message about %s counts among those of a day: %s on the %sth, %s', (_, key, day, counts) => {
  const [who] = responders;
  expect(who !== undefined && isUsual(heard())(withKey(key, day), who)).toBe(counts);
});

test.each<[string, Lived, number]>([
  ['within hours', heard([18, soft(1)]), 0],
  ['after them', heard([20, soft(1)]), 1],
  ['the last before a deadline that an outage held back', heard([19, 'VR-0000-0001:confirm_1/3']), 0],
  ['another one that an outage held back', heard([19, soft(1)]), 1],
  ['the last before a deadline, long after an outage', heard([20, 'VR-0000-0001:confirm_1/3']), 1],
  ['what an outage held back for some minutes', heard([18.1, soft(1)]), 0],
  ['what is some minutes late without one', heard([24 + 18.1, soft(1)]), 1],
  ['what is exploited, and an outage held back', heard([19, `${urgent}:acknowledge_1/1`]), 0],
  ['what is exploited, without one', heard([20, `${urgent}:acknowledge_1/1`]), 1],
])('at the wrong time: %s', (_, lived, count) => expect(untimely(lived)).toHaveLength(count));

test.each<[string, number, number, number]>([
  ['at once', 17, 17.1, 0],
  ['later on that day', 17, 17.3, 1],
  ['after an outage that ends after the lead’s hours, on the next morning', 18, 24 + 9, 0],
  ['later on that morning', 18, 24 + 10, 1],
  ['never', 18, 12, 1],
])('of a missed deadline the lead hears %s', (_, due, told, count) => {
  const at = (hour: number) => new Date(Date.parse('2026-09-23T00:00:00+08:00') + hour * 3_600_000);
  const late = { id: urgent, acknowledge: {}, confirm: { pauses: [] }, promise: { dueAt: at(due) } };
  const lived = { ...heard([told, `${urgent}:acknowledge_1/4`]), reports: [late] } as unknown as Lived;
  expect(silentBreaches(lived)).toHaveLength(count);
});
