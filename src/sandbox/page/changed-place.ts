import { defined } from '../../report/defined.js';
import { sandbox } from '../sandbox-world.js';
import type { Change } from '../what-changed.js';
import type { World } from '../world.js';

/** A place where something changed, and as whom to look at it. */
export type ChangedPlace = Readonly<{
  channel: string;
  /** The channel's name; of direct messages, their person's. */
  name: string;
  direct: boolean;
  as: string;
  ts: string;
  thread?: string;
  posted: number;
  edited: number;
}>;

/** Names the place of a change. Whoever looks stays who they are where they can see it. */
export function changedPlace(change: Change, viewer: string, world: World): ChangedPlace {
  const { kind, name, members } = world.channel(change.channel);
  const people = members.filter((id) => world.person(id).role !== 'bot');
  const as = [viewer, sandbox.mei, ...people].find((id) => people.includes(id)) ?? viewer;
  const { channel, ts, thread, posted, edited } = change;
  const direct = kind === 'im';
  return {
    channel,
    name: direct ? world.person(as).realName : name,
    direct,
    as,
    ts,
    ...defined({ thread }),
    posted,
    edited,
  };
}
