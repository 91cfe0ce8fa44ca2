import type { ApiCall } from '../../../src/sandbox/api/api-call.js';
import type { UrlResponse } from '../../../src/sandbox/response-urls.js';
import type { Delivered } from '../../../src/sandbox/user-actions.js';
import type { World } from '../../../src/sandbox/world.js';
import { placeOfChannel } from './newly-shown.js';
import { type Sighting, shownErrors } from './sightings.js';

/** One call of the Web API. Only what posts or shows something may hold anything of a report. */
export function sightingOfCall(world: World, { method, args, at }: ApiCall): Sighting {
  const where = `the body of a call of ${method}`;
  const to = (name: string) => String(args[name] ?? '');
  switch (method) {
    case 'chat.postMessage':
    case 'chat.update':
      return { place: placeOfChannel(world, to('channel')), where, content: args, at };
    case 'chat.postEphemeral':
      return { place: { kind: 'ephemeral', user: to('user') }, where, content: args };
    case 'views.publish':
      return { place: { kind: 'home', user: to('user_id') }, where, content: args };
    case 'views.open':
    case 'views.push':
    case 'views.update':
      return { place: 'unseen', where, content: args };
    default:
      return { place: 'nowhere', where, content: args };
  }
}

/** A message's text becomes the notification on a phone. What only its reader is shown in the open channel makes none. */
export function sightingOfNotification({ method, args }: ApiCall): Sighting {
  const posted = method === 'chat.postMessage' || method === 'chat.update';
  return { place: { kind: 'notification' }, where: `the text of a ${method}`, content: posted ? args.text : undefined };
}

/** What was sent to a response_url. What takes the place of a message stands where that stood. */
export function sightingOfResponse(world: World, { user, channel, body }: UrlResponse): Sighting {
  const open = body.response_type === 'in_channel' || body.replace_original === true;
  const place = open ? placeOfChannel(world, channel) : ({ kind: 'ephemeral', user } as const);
  return { place, where: 'the body of an answer to a response_url', content: body };
}

/** What the bot answered to a delivery: a view in a modal, or texts of errors. */
export function sightingsOfAnswer(user: string, { answer }: Delivered): Sighting[] {
  if (typeof answer !== 'object' || answer === null) return [];
  const { view, errors = {}, ...rest } = answer as { view?: unknown; errors?: object };
  return [
    { place: { kind: 'modal', user }, where: 'the answer to a form', content: view },
    { place: { kind: 'problem', user }, where: 'an error in the answer to a form', content: shownErrors(errors) },
    { place: 'nowhere', where: 'the rest of the answer to a form', content: rest },
  ];
}
