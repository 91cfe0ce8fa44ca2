import type { WebClient } from '@slack/web-api';

/** The user ids of everybody in a channel, bots too. Slack gives a thousand a call. */
export async function channelMembers(client: WebClient, channel: string): Promise<readonly string[]> {
  const members: string[] = [];
  for await (const page of client.paginate('conversations.members', { channel, limit: 1000 })) {
    members.push(...((page as { members?: string[] }).members ?? []));
  }
  return members;
}
