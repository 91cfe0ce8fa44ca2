import { isMember } from '../api/access.js';
import { slashCommand } from '../payloads/slash-command.js';
import { responseObject, showResponse } from '../show-response.js';
import type { Delivered } from '../user-actions.js';
import type { World } from '../world.js';
import type { ActionContext } from './action-context.js';
import { deliverAndApply } from './deliver-and-apply.js';
import { writableChannel } from './who-may-write.js';

/**
 * Sends a slash command. For people of other workspaces it does not exist (docs.slack.dev/apis/slack-connect): Slack answers
 * them itself and the app gets nothing.
 */
export async function command(
  context: ActionContext,
  user: string,
  channelId: string,
  typed: string,
): Promise<Delivered> {
  const { world, now, url, triggers, responseUrls } = context;
  const channel = writableChannel(world, user, channelId);
  const [name = '', ...words] = typed.split(/\s+(.*)/s);
  const known = world.app().commands.find((one) => one.command === name);
  if (known === undefined || !isMember(world, world.person(user))) {
    const error = `${name} is not a valid command. In Slack, all messages that start with the "/" character are interpreted as commands.`;
    world.showError({ user, text: error, channel: channelId, at: now() });
    return { payload: {}, acked: false, error };
  }
  const addressee = { user, channel: channel.id };
  const body = slashCommand(world, {
    ...addressee,
    command: name,
    text: known.shouldEscape ? escaped(world, words.join('').trim()) : words.join('').trim(),
    triggerId: triggers.issue(user, false),
    responseUrl: `${url}${responseUrls.issue(addressee)}`,
  });
  return await deliverAndApply(
    context,
    user,
    { kind: 'command', body, answerable: true },
    (why) => `${name} failed with the error "${why}"`,
    (answer) => {
      const response = responseObject(answer);
      if (response !== undefined) showResponse(world, addressee, response, now());
    },
    { channel: channel.id },
  );
}

/** What `should_escape` does: `@name` and `#channel` become `<@U…|name>` and `<#C…|name>`, and & < > are escaped. */
function escaped(world: World, text: string): string {
  const person = (name: string) => world.people().find((one) => one.name === name);
  const channel = (name: string) => world.channels().find((one) => one.name === name);
  // Slack offers people while a name is typed. Here a name may be typed as it is shown.
  const handles = world.people().reduce((typed, one) => typed.replaceAll(`@${one.realName}`, `@${one.name}`), text);
  return handles
    .split(/(<[@#][A-Z0-9]+(?:\|[^>]*)?>|(?<!\S)[@#][\p{L}\p{N}._-]+)/u)
    .map((part) => {
      if (/^<[@#]/.test(part)) return part;
      const named = part.startsWith('@')
        ? person(part.slice(1))
        : part.startsWith('#')
          ? channel(part.slice(1))
          : undefined;
      if (named !== undefined) return `<${part[0]}${named.id}|${named.name}>`;
      return part.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    })
    .join('');
}
