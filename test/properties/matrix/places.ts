import type { Message } from '../../../src/sandbox/message-log.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { readView } from '../../../src/sandbox/view-content.js';
import type { OpenView } from '../../../src/sandbox/view-stacks.js';
import type { World } from '../../../src/sandbox/world.js';

/**
 * Every kind of channel, and no channel: a modal and the Home tab. A command always names a channel: there it is one that the
 * bot doesn't know.
 */
export const places = ['security', 'public', 'shared', 'direct', 'modal', 'home'] as const;
export type Place = (typeof places)[number];

/** Where somebody stands. `message`: what bears the button in a channel; `view`: in a modal or on Home. */
export type Spot = Readonly<{ place: Place; channel: string; message: Message; view?: OpenView }>;

const said = { text: 'Something that the bot said.', blocks: [] };

/** The bot's messages that bear the buttons. The one in the security channel is nobody's card: a spare copy. */
export function layOutPlaces(world: World, now: Date): (user: string, place: Place) => Spot {
  const post = (channel: string) => world.messages.post({ ...said, channel, author: world.app().botUser }, now);
  const inChannel = {
    security: post(sandbox.securityChannel),
    public: post(sandbox.general),
    shared: post(sandbox.reports),
  };
  const direct = new Map(world.people().map(({ id }) => [id, post(world.directChannel(id).id)]));
  return (user, place) => {
    switch (place) {
      case 'security':
      case 'public':
      case 'shared':
        return { place, channel: inChannel[place].channel, message: inChannel[place] };
      case 'direct': {
        const message = direct.get(user) as Message;
        return { place, channel: message.channel, message };
      }
      case 'modal':
        return { place, channel: 'C0NOTHERE', message: inChannel.public, view: modalOf(world, user) };
      case 'home':
        return { place, channel: 'C0NOWHERE', message: inChannel.public, view: homeOf(world, user) };
      default:
        return place satisfies never;
    }
  };
}

/** One open modal on this person's screen, and nothing above it. */
function modalOf(world: World, user: string): OpenView {
  const [bottom] = world.views.stack(user);
  if (bottom !== undefined) world.views.close(bottom);
  return world.views.push(user, view(world, 'modal'), {});
}

function homeOf(world: World, user: string): OpenView {
  const content = view(world, 'home');
  return { id: `V0HOME${user}`, user, hash: '1.1', content, state: {}, errors: {}, rootId: `V0HOME${user}` };
}

function view(world: World, type: 'modal' | 'home') {
  const title = type === 'modal' ? { title: { type: 'plain_text', text: 'A modal' } } : {};
  const blocks = [{ type: 'section', text: { type: 'plain_text', text: 'Something.' } }];
  return readView(world, { type, ...title, blocks }, type);
}
