import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import type { World } from '../../../src/sandbox/world.js';
import { everyWayIn, type WayIn } from './entries.js';
import { faultIn } from './judge.js';
import { type MatrixBot, startMatrixBot } from './matrix-bot.js';
import { type Kind, kinds } from './matrix-people.js';
import { isTeams } from './who-may.js';

/** What is known of whoever acts may be so old. Milliseconds. */
const known = 60_000;
const { bo, home, elsewhere, securityChannel } = sandbox;

/** How a responder stops being one; the way back beside it. */
const ends: Readonly<Record<string, readonly [(world: World) => void, (world: World) => void]>> = {
  'left the security channel': [
    (world) => world.leave(securityChannel, bo),
    (world) => world.join(securityChannel, bo),
  ],
  'became a guest': [
    (world) => world.changePerson(bo, { role: 'guest' }),
    (world) => world.changePerson(bo, { role: 'member' }),
  ],
  'became a guest of one channel': [
    (world) => world.changePerson(bo, { role: 'single-channel guest' }),
    (world) => world.changePerson(bo, { role: 'member' }),
  ],
  'was deactivated': [
    (world) => world.changePerson(bo, { deactivated: true }),
    (world) => world.changePerson(bo, { deactivated: false }),
  ],
  'moved to another workspace': [
    (world) => world.changePerson(bo, { team: elsewhere }),
    (world) => world.changePerson(bo, { team: home }),
  ],
};

/** Says that they are at home still: a payload alone proves nothing. */
function asIfAtHome(body: Record<string, unknown>): Record<string, unknown> {
  if ('command' in body) return { ...body, team_id: home };
  return { ...body, team: { id: home }, user: { ...(body.user as object), team_id: home } };
}

describe('who stops being a responder, and who never was', () => {
  let matrix: MatrixBot;
  let guarded: readonly WayIn[];
  let before: ReadonlyMap<string, string>;
  beforeAll(async () => {
    matrix = await startMatrixBot();
    guarded = everyWayIn(matrix.bot.slack.world).filter(({ right, sort }) => sort !== 'event' && isTeams(right));
    before = await matrix.documents();
  }, 300_000);
  afterAll(async () => {
    await matrix?.stop();
  });
  /** Each entry, in the two places by turns; of these people each with every `others`-th. */
  const refusedTo = async (who: readonly Kind[], what: string, others = 1) => {
    const { attempt, reports } = matrix;
    const about = reports[0]?.id ?? '';
    const faults: string[] = [];
    let tried = 0;
    await Promise.all(
      who.flatMap((kind, k) =>
        guarded.map(async (way, w) => {
          if ((w + k) % others !== 0) return;
          const place = Math.floor((w + k) / others) % 2 === 0 ? 'security' : 'modal';
          const answer = await attempt({ way, kind, place, about, bend: asIfAtHome });
          tried += 1;
          const wrong = faultIn(answer, 'refused', kind, reports, about, 'nobody');
          if (wrong !== undefined) faults.push(`${way.name}, ${place}: ${kind}, who ${what}, ${wrong}`);
        }),
      ),
    );
    const after = await matrix.documents();
    for (const [id, document] of before) if (after.get(id) !== document) faults.push(`${id} changed`);
    expect(tried).toBeGreaterThanOrEqual(Math.floor((who.length * guarded.length) / others));
    return { faults: faults.slice(0, 20), tried };
  };

  test.each(Object.entries(ends))(
    'a minute after a responder %s they are one no longer',
    async (what, [end, back]) => {
      const { bot, attempt, reports } = matrix;
      const { world } = bot.slack;
      const show = guarded.find(({ name }) => name === '[show]') as WayIn;
      const about = reports[0]?.id ?? '';
      const opens = async () => (await attempt({ way: show, kind: 'responder', place: 'security', about })).by;
      expect(await opens()).toBe('views.open');
      end(world);
      bot.clock.forward(known);
      const { faults, tried } = await refusedTo(['responder'], what);
      console.log(`a responder who ${what}: ${tried} tries`);
      expect(faults).toEqual([]);
      back(world);
      bot.clock.forward(known);
      expect(await opens()).toBe('views.open');
    },
    600_000,
  );

  test('being in the security channel alone makes nobody a responder', async () => {
    const { world } = matrix.bot.slack;
    const members: readonly Kind[] = ['guest', 'singleChannelGuest', 'outsider', 'theReporter', 'deactivated', 'bot'];
    for (const kind of members) world.join(securityChannel, kinds[kind]);
    matrix.bot.clock.forward(known);
    const { faults, tried } = await refusedTo(members, 'is in the security channel', 3);
    console.log(`members of the security channel who are no responders: ${tried} tries`);
    expect(faults).toEqual([]);
  }, 600_000);
});
