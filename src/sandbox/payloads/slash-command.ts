import type { World } from '../world.js';
import { channelName } from './shared-fields.js';

/** The form fields of a slash command: docs.slack.dev/interactivity/implementing-slash-commands. Booleans are strings. */
export function slashCommand(
  world: World,
  did: Readonly<{
    user: string;
    channel: string;
    command: string;
    text: string;
    triggerId: string;
    responseUrl: string;
  }>,
): Readonly<Record<string, string>> {
  const { id, name } = world.person(did.user);
  const channel = world.channel(did.channel);
  return {
    token: 'verification-token',
    team_id: world.home.id,
    team_domain: world.home.domain,
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: id,
    user_name: name,
    command: did.command,
    text: did.text,
    api_app_id: world.app().id,
    is_enterprise_install: 'false',
    response_url: did.responseUrl,
    trigger_id: did.triggerId,
  };
}
