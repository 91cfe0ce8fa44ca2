import type { Deliver, Delivery } from '../delivery/deliver.js';
import type { ResponseUrls } from '../response-urls.js';
import type { Triggers } from '../triggers.js';
import type { Delivered } from '../user-actions.js';
import type { World } from '../world.js';

/** What every user action works with. */
export type ActionContext = Readonly<{
  world: World;
  url: string;
  now: () => Date;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  deliver: Deliver;
  /** Remembers the delivery behind an outcome, for `deliverAgain`. */
  remember: (delivered: Delivered, delivery: Delivery) => Delivered;
}>;
