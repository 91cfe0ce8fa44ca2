import { changedPlace } from '../../src/sandbox/page/changed-place.js';
import { sandbox, sandboxWorld } from '../../src/sandbox/sandbox-world.js';
import { changesSince, noteMessages } from '../../src/sandbox/what-changed.js';

const now = new Date('2026-09-22T02:00:00Z');
const { securityChannel, bot, mei, ana, dana } = sandbox;

it('tells what is new and what was edited in each place, with the newest message and its thread', () => {
  const world = sandboxWorld();
  const content = { text: 'x', blocks: [] };
  const post = (channel: string, more: object = {}) =>
    world.messages.post({ channel, author: bot, ...content, ...more }, now);
  const card = post(securityChannel);
  post(sandbox.general);
  const noted = noteMessages(world);
  expect(changesSince(noted, world)).toEqual([]);

  world.messages.edit(card, content, now);
  post(securityChannel, { onlyFor: mei });
  world.messages.delete(post(securityChannel));
  const line = post(securityChannel, { threadTs: card.ts });
  const direct = post(world.directChannel(ana).id);
  const changes = changesSince(noted, world);
  expect(changes).toEqual([
    { channel: securityChannel, ts: line.ts, thread: card.ts, posted: 1, edited: 1 },
    { channel: direct.channel, ts: direct.ts, posted: 1, edited: 0 },
  ]);

  // Dana sees neither place; Mei sees the team's.
  expect(changes.map((change) => changedPlace(change, dana, world))).toMatchObject([
    { name: 'security-team', direct: false, as: mei },
    { name: 'Ana Member', direct: true, as: ana },
  ]);
  expect(changedPlace(changes[0] as never, sandbox.bo, world).as).toBe(sandbox.bo);
});
