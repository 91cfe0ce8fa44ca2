import { channelMembers } from '../../../src/slack/workspace/channel-members.js';
import { Answered, bo, mei } from './answered-slack.js';

test('the members of a channel are those that Slack names, and nobody else', async () => {
  const client = new Answered({});
  expect(await channelMembers(client, 'C0SECURITY')).toEqual([mei, bo]);
  expect(client.asked).toEqual(['conversations.members']);
  expect(await channelMembers(new Answered({ channel: [] }), 'C0SECURITY')).toEqual([]);
});
