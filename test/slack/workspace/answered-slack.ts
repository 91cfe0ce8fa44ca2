import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import type { SlackUser } from '../../../src/slack/workspace/own-workspace.js';

export const [mei, bo] = ['U0MEI', 'U0BO'];
export const member = { id: mei, team_id: 'T0HOME', real_name: 'Mei' };

type Named = { real_name?: string; name?: string; profile?: { display_name?: string }; tz?: string; locale?: string };
/** What Slack tells. `fails`: the code with which it refuses to. */
export type Told = {
  users?: readonly (SlackUser & Named)[];
  channel?: readonly string[];
  group?: readonly string[];
  fails?: Readonly<Record<string, string>>;
};

/** Slack's own client, answered from here. */
export class Answered extends WebClient {
  readonly asked: string[] = [];
  private readonly told: Told;
  constructor(told: Told) {
    super('xoxb-test');
    this.told = told;
  }
  override async apiCall(method: string, { user, channel: of, usergroup }: Record<string, unknown> = {}) {
    this.asked.push(method);
    const place = { 'conversations.members': of === 'C0SECURITY', 'usergroups.users.list': usergroup === 'S0TEAM' };
    if (place[method as keyof typeof place] === false) throw new TypeError(`${method} of somewhere else`);
    const { users = [member], channel = [mei, bo], group = [mei], fails = {} } = this.told;
    const found = users.find(({ id }) => id === user);
    const error = fails[method] ?? (method === 'users.info' && found === undefined ? 'user_not_found' : undefined);
    if (error !== undefined) throw new WebAPIPlatformError({ ok: false, error });
    return { ok: true, user: found, users: group, members: channel };
  }
}
