import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import type { SlackEmulator } from '../../../src/sandbox/slack-emulator.js';
import type { Channel, Person } from '../../../src/sandbox/world.js';

const { securityChannel, elsewhere, guo, solo, dana, wen, bot } = sandbox;

/**
 * A way in which the security channel stops being safe, what a lead reads of it, whether the bot still sees the channel, and after
 * how many seconds nothing may be posted there any more.
 */
export type GoneWrong = Readonly<{
  what: string;
  says: string;
  sees: boolean;
  seconds: number;
  breakIt(slack: SlackEmulator): void;
  mendIt(slack: SlackEmulator): void;
}>;

const channelIs = (what: string, says: string, wrong: Partial<Channel>, right: Partial<Channel>): GoneWrong => ({
  what,
  says,
  sees: true,
  seconds: 5,
  breakIt: ({ world }) => world.changeChannel(securityChannel, wrong),
  mendIt: ({ world }) => world.changeChannel(securityChannel, right),
});
const joins = (what: string, user: string, says = 'It has guests.'): GoneWrong => ({
  what,
  says,
  sees: true,
  seconds: 5,
  breakIt: ({ world }) => world.join(securityChannel, user),
  mendIt: ({ world }) => world.leave(securityChannel, user),
});
const becomes = (role: Person['role']): GoneWrong => ({
  what: `has a member who becomes a ${role}`,
  says: 'It has guests.',
  sees: true,
  // What is known of a person holds a minute.
  seconds: 60,
  breakIt: ({ world }) => world.changePerson(wen, { role }),
  mendIt: ({ world }) => world.changePerson(wen, { role: 'member' }),
});
const away = "can't see it, or isn't a member";

export const waysToGoWrong: readonly GoneWrong[] = [
  // Only Slack's owners can do this one, and not undo it.
  channelIs('turns public', "It isn't private.", { kind: 'public' } as object, { kind: 'private' } as object),
  channelIs('is shared', 'shared with another organisation', { sharedWith: [elsewhere] }, { sharedWith: [] }),
  channelIs('is shared within the organisation', 'shared with another', { orgShared: true }, { orgShared: false }),
  channelIs('is about to be shared', 'invited to share it', { pendingExtShared: true }, { pendingExtShared: false }),
  joins('gains a guest', guo),
  joins('gains a single-channel guest', solo),
  joins('gains somebody from elsewhere', dana, 'members from another organisation'),
  {
    what: 'gains another app',
    says: 'It has another app',
    sees: true,
    seconds: 60,
    breakIt: ({ world }) => {
      world.changePerson(solo, { role: 'bot' });
      world.join(securityChannel, solo);
    },
    mendIt: ({ world }) => {
      world.leave(securityChannel, solo);
      world.changePerson(solo, { role: 'single-channel guest' });
    },
  },
  becomes('guest'),
  becomes('single-channel guest'),
  channelIs('is archived', away, { archived: true }, { archived: false }),
  {
    what: 'loses the bot',
    says: away,
    sees: false,
    seconds: 5,
    breakIt: ({ world }) => world.leave(securityChannel, bot),
    mendIt: ({ world }) => world.join(securityChannel, bot),
  },
  {
    what: 'is deleted',
    says: away,
    sees: false,
    seconds: 5,
    breakIt: ({ faults }) =>
      faults.decide((_, { channel }) =>
        channel === securityChannel ? { kind: 'error', code: 'channel_not_found' } : undefined,
      ),
    mendIt: ({ faults }) => faults.clear(),
  },
];
