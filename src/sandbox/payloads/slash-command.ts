import type { World } from '../world.js';
import { channelName } from './shared-fields.js';

/** docs.slack.dev/interactivity/implementing-slash-commands. Booleans are strings here. */
export function slashCommand(
  world: World,
  given: Readonly<{
    user: string;
    channel: string;
    command: string;
    text: string;
    triggerId: string;
    responseUrl: string;
  }>,
): Readonly<Record<string, string>> {
  const { id, name } = world.person(given.user);
  const channel = world.channel(given.channel);
  return {
    token: 'verification-token',
    team_id: world.home.id,
    team_domain: world.home.domain,
    ...(world.enterprise === undefined
      ? {}
      : { enterprise_id: world.enterprise.id, enterprise_name: world.enterprise.name }),
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: id,
    user_name: name,
    command: given.command,
    text: given.text,
    api_app_id: world.app().id,
    is_enterprise_install: 'false',
    response_url: given.responseUrl,
    trigger_id: given.triggerId,
  };
}
