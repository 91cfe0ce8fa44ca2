import type { Message, Version } from '../../../src/sandbox/message-log.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import type { World } from '../../../src/sandbox/world.js';
import type { Place } from './classes.js';
import { type Sighting, shownErrors } from './sightings.js';

/** What Slack has shown to people since it was last asked: every state of messages, modals and Homes, and errors. */
export type EyesOfAll = Readonly<{
  newlySeen(): readonly Sighting[];
  /** People times texts that were looked at. */
  looks(): number;
}>;

export function createEyesOfAll(world: World): EyesOfAll {
  const versions = new Map<string, number>();
  const shown = new Map<string, number>();
  let errors = 0;
  let looks = 0;

  const fromMessages = (): Sighting[] =>
    world.messages.all().flatMap((message) => {
      const key = `${message.channel} ${message.ts}`;
      const before = versions.get(key) ?? 0;
      if (message.versions.length === before) return [];
      versions.set(key, message.versions.length);
      // What people say themselves is theirs.
      if (message.author !== sandbox.bot) return [];
      return message.versions.slice(before).map((version) => seenVersion(message, version));
    });
  const seenVersion = (message: Message, { at, shownTo, text, blocks, metadata }: Version): Sighting => {
    looks += shownTo.length;
    const place = placeOf(world, message);
    return { place, where: told(place), content: { text, blocks, metadata }, at };
  };
  const fromViews = (): Sighting[] =>
    world.people().flatMap(({ id: user }) => {
      const all = world.views.everShown(user);
      const before = shown.get(user) ?? 0;
      shown.set(user, all.length);
      looks += all.length - before;
      return all.slice(before).map((what): Sighting => {
        if (!('blocks' in what)) {
          const place = { kind: 'problem', user } as const;
          return { place, where: told(place), content: shownErrors(what) };
        }
        const kind = what.type === 'home' ? 'home' : 'modal';
        return { place: { kind, user }, where: `a ${kind} of ${user}'s`, content: what };
      });
    });
  const fromErrors = (): Sighting[] => {
    const all = world.errors();
    const fresh = all.slice(errors);
    errors = all.length;
    looks += fresh.length;
    return fresh.map(({ user, text }) => ({ place: 'nowhere', where: `what Slack told ${user}`, content: text }));
  };
  return {
    newlySeen: () => [...fromMessages(), ...fromViews(), ...fromErrors()],
    looks: () => looks,
  };
}

function placeOf(world: World, { channel, onlyFor }: Message): Place {
  if (onlyFor !== undefined) return { kind: 'ephemeral', user: onlyFor };
  return placeOfChannel(world, channel);
}

/** The place that a channel is, or a person whom something is posted to. */
export function placeOfChannel(world: World, channel: string): Place {
  if (channel === sandbox.securityChannel) return { kind: 'security channel' };
  if (world.people().some(({ id }) => id === channel)) return { kind: 'dm', user: channel };
  const { kind, members } = world.channel(channel);
  const user = members.find((id) => id !== sandbox.bot);
  return kind === 'im' && user !== undefined ? { kind: 'dm', user } : { kind: 'channel', channel };
}

export function told(place: Place): string {
  switch (place.kind) {
    case 'security channel':
      return 'a message in the security channel';
    case 'channel':
      return `a message in the channel ${place.channel}`;
    case 'notification':
      return 'a notification';
    case 'ephemeral':
      return `an ephemeral message to ${place.user}`;
    case 'dm':
      return `a direct message to ${place.user}`;
    case 'problem':
      return `an error at an input of ${place.user}'s`;
    case 'modal':
    case 'home':
      return `a ${place.kind} of ${place.user}'s`;
    default:
      return place satisfies never;
  }
}
