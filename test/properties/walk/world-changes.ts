import type { Fault } from '../../../src/sandbox/faults.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import type { Channel } from '../../../src/sandbox/world.js';
import type { RunningBot } from '../../support/running-bot.js';
import type { Seeded } from '../../support/seeded.js';
import type { Truth } from './access.js';

const { securityChannel, reports, bot, ana, bo, wen, guo, dana, ravi, stranger, elsewhere } = sandbox;
const minute = 60_000;
const hour = 60 * minute;

/** Whom nothing that happens here lets into the security channel. */
export const neverInTheChannel = [sandbox.solo, ravi, stranger] as const;

/** What happens to people, places, time and Slack, whoever does it. */
export type Happenings = Readonly<{
  /** Lets something happen, and says what. */
  happen(): Promise<string>;
  /** Puts people and places back, and lets Slack work. */
  mend(): Promise<void>;
  faultsOn(): boolean;
}>;

/** `look`: what was shown until now is judged by who may see it now. */
export function createHappenings(running: RunningBot, truth: Truth, random: Seeded, look: () => void): Happenings {
  const { world, faults } = running.slack;
  let rate = 0;

  /** What was true until now is noted before it changes. */
  const change = (act: () => void) => {
    truth.observe();
    act();
    truth.observe();
  };
  const forward = async (ms: number) => {
    truth.observe();
    await running.quiet();
    look();
    running.clock.forward(ms);
    truth.observe();
    running.app.clockMoved();
  };
  const toggle = (channel: string, user: string) =>
    change(() => {
      if (world.channel(channel).members.includes(user)) world.leave(channel, user);
      else world.join(channel, user);
    });
  const flags: readonly Partial<Channel>[] = [
    { pendingExtShared: true },
    { sharedWith: [elsewhere] },
    { orgShared: true },
    { archived: true },
  ];
  const asItWas = { pendingExtShared: false, sharedWith: [], orgShared: false, archived: false };
  const mend = async () => {
    rate = 0;
    faults.decide(() => undefined);
    change(() => {
      world.changeChannel(securityChannel, asItWas);
      for (const user of [bo, wen, bot]) world.join(securityChannel, user);
      for (const user of [guo, dana, ana]) world.leave(securityChannel, user);
      world.join(reports, bot);
      world.leave(reports, stranger);
      world.changePerson(wen, { role: 'member', deactivated: false });
    });
    await forward(minute + 1000);
  };
  const trouble = () => {
    rate = rate > 0 ? 0 : random.next() * 0.4 + 0.1;
    const kinds: readonly Fault[] = [
      { kind: 'rate_limited', retryAfter: random.between(1, 30) },
      { kind: 'http', status: 503 },
      { kind: 'commit_then_drop' },
      { kind: 'commit_then_drop' },
      { kind: 'reset' },
      { kind: 'html' },
      { kind: 'error', code: 'internal_error' },
      { kind: 'error', code: 'user_not_found' },
    ];
    faults.decide(() => (random.next() < rate ? random.pick(kinds) : undefined));
  };
  const all: readonly Readonly<{ name: string; often: number; act: () => unknown }>[] = [
    { name: 'minutes pass', often: 30, act: () => forward(random.between(1, 50) * minute) },
    { name: 'hours pass', often: 8, act: () => forward(random.between(1, 9) * hour) },
    { name: 'days pass', often: 1, act: () => forward(random.between(20, 60) * hour) },
    { name: 'Slack has trouble, or none any more', often: 10, act: trouble },
    {
      name: 'a member joins or leaves the team',
      often: 6,
      act: () => toggle(securityChannel, random.pick([ana, bo, wen]) ?? bo),
    },
    {
      name: 'a guest joins the security channel, or leaves',
      often: 2,
      act: () => toggle(securityChannel, random.pick([guo, dana]) ?? guo),
    },
    { name: 'a stranger comes into the shared channel, or leaves', often: 2, act: () => toggle(reports, stranger) },
    {
      name: 'the bot is removed from the security channel, or let in',
      often: 1,
      act: () => toggle(securityChannel, bot),
    },
    {
      name: 'the security channel is shared, about to be, or archived',
      often: 3,
      act: () => change(() => world.changeChannel(securityChannel, random.pick(flags) ?? {})),
    },
    {
      name: 'somebody becomes a guest, or is deactivated',
      often: 1,
      act: () => change(() => world.changePerson(wen, random.pick([{ role: 'guest' }, { deactivated: true }]) ?? {})),
    },
    { name: 'all is mended', often: 14, act: mend },
    {
      name: 'the report button is removed',
      often: 1,
      act: () => {
        const intakeMessage = world.messages.in(reports).find(({ author, pinned }) => author === bot && pinned);
        if (intakeMessage !== undefined) world.messages.delete(intakeMessage);
      },
    },
    {
      name: 'an outsider leaves the shared channel, or comes back',
      often: 1,
      act: () => toggle(reports, ravi),
    },
  ];
  const total = all.reduce((sum, { often }) => sum + often, 0);

  return {
    faultsOn: () => rate > 0,
    mend,
    happen: async () => {
      let left = random.next() * total;
      const chosen = all.find(({ often }) => {
        left -= often;
        return left < 0;
      });
      if (chosen === undefined) return 'nothing';
      await chosen.act();
      return chosen.name;
    },
  };
}
