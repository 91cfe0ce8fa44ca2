import type { Triggers } from '../triggers.js';
import type { World } from '../world.js';
import type { Arguments } from './arguments.js';

/** What a method works with. */
export type ApiContext = Readonly<{
  world: World;
  url: string;
  now: () => Date;
  triggers: Triggers;
  /** The address of the app's next Socket Mode connection. */
  socketUrl: () => string;
  args: Arguments;
}>;

export type Method = Readonly<{
  /** The scope that the bot token needs. Methods on channels check it themselves, because it depends on the channel. */
  scope?: string;
  /** `app`: needs the app-level token. */
  token?: 'app';
  /** @throws ApiError */
  run(context: ApiContext): Readonly<Record<string, unknown>>;
}>;
