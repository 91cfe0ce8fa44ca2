import { isMember } from '../api/access.js';
import { messageAction } from '../payloads/message-action.js';
import type { Delivered } from '../user-actions.js';
import type { ActionContext } from './action-context.js';
import { deliverAndApply, expectEmptyAnswer } from './deliver-and-apply.js';
import { messageOnScreen } from './on-screen.js';
import { activePerson } from './who-may-write.js';

/**
 * Chooses a shortcut of the app from the menu of a message. People of other workspaces have none in their menus
 * (docs.slack.dev/apis/slack-connect). @throws for those, and for a shortcut that the app doesn't have
 */
export async function shortcut(
  context: ActionContext,
  user: string,
  { channel, ts }: Readonly<{ channel: string; ts: string }>,
  callbackId: string,
): Promise<Delivered> {
  const { world, now, url, triggers, responseUrls } = context;
  activePerson(world, user);
  const offered = isMember(world, world.person(user)) ? world.app().shortcuts : [];
  if (!offered.some((one) => one.callbackId === callbackId))
    throw new Error(`${world.person(user).realName} has no shortcut ${callbackId} in the menu of a message.`);
  const message = messageOnScreen(world, user, channel, ts);
  const responseUrl = `${url}${responseUrls.issue({ user, channel, original: ts })}`;
  const asked = { user, message, callbackId, triggerId: triggers.issue(user, false), responseUrl, at: now() };
  const body = messageAction(world, asked);
  const trouble = () => 'Something went wrong with this app. Try again?';
  return await deliverAndApply(
    context,
    user,
    { kind: 'interaction', body, answerable: false },
    trouble,
    expectEmptyAnswer,
    { channel },
  );
}
