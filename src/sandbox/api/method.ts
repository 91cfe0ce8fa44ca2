import type { Triggers } from '../triggers.js';
import type { World } from '../world.js';
import type { Arguments } from './arguments.js';

/** What a method works with. */
export type ApiContext = Readonly<{
  world: World;
  url: string;
  now: () => Date;
  triggers: Triggers;
  /** Where the app's next Socket Mode connection goes. */
  socketUrl: () => string;
  args: Arguments;
}>;

export type Method = Readonly<{
  /** Scope that the bot token needs; methods on channels check theirs by the kind of channel. */
  scope?: string;
  /** `app`: wants the app-level token. */
  token?: 'app';
  /** @throws ApiError */
  run(context: ApiContext): Readonly<Record<string, unknown>>;
}>;
