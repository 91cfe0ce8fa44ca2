import { defined } from '../../report/defined.js';
import { ApiError } from '../api/api-error.js';
import type { Deliver, Parcel, Reply } from '../delivery/deliver.js';
import type { ResponseUrls } from '../response-urls.js';
import type { Triggers } from '../triggers.js';
import type { Delivered } from '../user-actions.js';
import type { World } from '../world.js';

/** What stands behind a person's hands. */
export type Backstage = Readonly<{
  world: World;
  url: string;
  now: () => Date;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  deliver: Deliver;
  /** Remembers how a delivery was sent, for `deliverAgain`. */
  sent: (delivered: Delivered, parcel: Parcel) => Delivered;
}>;

type Where = Readonly<{ channel?: string; view?: string }>;

/**
 * Delivers, and takes the answer in. `words` are what Slack tells the person when it went wrong; `take` may throw an ApiError
 * for an answer that Slack refuses.
 */
export async function deliverAndTake(
  stage: Backstage,
  user: string,
  parcel: Parcel,
  words: (why: string) => string,
  take: (answer: unknown) => void,
  where: Where = {},
): Promise<Delivered> {
  const { world, now, deliver, sent } = stage;
  const reply: Reply = await deliver(parcel);
  const failed = (why: string, problems: readonly string[] = []) => {
    const error = words(why);
    world.showError({ user, text: error, ...where, at: now() });
    return sent({ payload: parcel.body, acked: false, error, ...(problems.length > 0 ? { problems } : {}) }, parcel);
  };
  if (reply.kind === 'failed') return failed(reply.why);
  try {
    take(reply.body);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return failed(error.code, [error.code, ...error.lines]);
  }
  const answer = defined({ answer: reply.body });
  return sent({ payload: parcel.body, acked: true, ...answer }, parcel);
}

/** Interactions and events may be answered with nothing but an empty body. */
export function takeNothing(answer: unknown): void {
  if (answer !== undefined) throw new ApiError('invalid_answer', ['[ERROR] only an empty answer is taken here']);
}

/** @throws when this person cannot be at their client at all */
export function presentPerson(world: World, user: string) {
  const person = world.person(user);
  if (person.deactivated) throw new Error(`${person.realName} is deactivated and cannot use Slack.`);
  return person;
}

/** @throws when the person is not in the channel, or nobody can write there */
export function openChannel(world: World, user: string, id: string) {
  const channel = world.channel(id);
  const { realName } = presentPerson(world, user);
  if (!channel.members.includes(user))
    throw new Error(`${realName} is not in ${channel.name || id} and cannot write there.`);
  if (channel.archived) throw new Error(`#${channel.name} is archived; nobody can write there.`);
  return channel;
}
