import type { OpenView } from '../view-stacks.js';
import type { World } from '../world.js';

/**
 * A view in payloads and API answers: docs.slack.dev/reference/interaction-payloads/view-interactions-payload. `team_id` is the
 * person's workspace, `app_installed_team_id` the app's: docs.slack.dev/apis/slack-connect.
 */
export function viewObject(world: World, view: OpenView): Readonly<Record<string, unknown>> {
  const { content, state, hash, id, user, rootId, previousId } = view;
  const { id: app, botId } = world.app();
  return {
    id,
    team_id: world.person(user).team,
    ...content,
    title: content.title ?? { type: 'plain_text', text: '', emoji: true },
    submit: content.submit ?? null,
    close: content.close ?? null,
    state: { values: state },
    hash,
    previous_view_id: previousId ?? null,
    root_view_id: rootId,
    app_id: app,
    app_installed_team_id: world.home.id,
    bot_id: botId,
  };
}
