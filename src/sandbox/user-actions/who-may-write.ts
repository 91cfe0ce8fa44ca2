import type { Channel, Person, World } from '../world.js';

/** @throws when the account is deactivated */
export function activePerson(world: World, user: string): Person {
  const person = world.person(user);
  if (person.deactivated) throw new Error(`${person.realName} is deactivated and cannot use Slack.`);
  return person;
}

/** @throws when the person is not in the channel, or it is archived */
export function writableChannel(world: World, user: string, id: string): Channel {
  const channel = world.channel(id);
  const { realName } = activePerson(world, user);
  if (!channel.members.includes(user))
    throw new Error(`${realName} is not in ${channel.name || id} and cannot write there.`);
  if (channel.archived) throw new Error(`#${channel.name} is archived; nobody can write there.`);
  return channel;
}
