import { randomBytes } from 'node:crypto';
import type { World } from '../world.js';

/**
 * The envelope of an event: docs.slack.dev/apis/events-api. `team_id` and `authorizations` name the workspace where the app is
 * installed, also when an outsider acts.
 */
export function eventCallback(world: World, event: Readonly<Record<string, unknown>>, at: Date, extShared: boolean) {
  const { id, botUser } = world.app();
  const authorization = { enterprise_id: null, team_id: world.home.id, user_id: botUser, is_bot: true };
  return {
    token: 'verification-token',
    team_id: world.home.id,
    api_app_id: id,
    event,
    type: 'event_callback',
    event_id: `Ev${randomBytes(5).toString('hex').toUpperCase()}`,
    event_time: Math.floor(at.getTime() / 1000),
    authorizations: [{ ...authorization, is_enterprise_install: false }],
    is_ext_shared_channel: extShared,
    event_context: randomBytes(16).toString('base64url'),
  };
}
