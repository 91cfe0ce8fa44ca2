import { channelMembers } from '../../../src/slack/workspace/channel-members.js';
import { Answered, bo, mei } from './answered-slack.js';

test('the members of a channel are those that Slack names, and nobody else', async () => {
  expect(await channelMembers(new Answered({}), 'C0SECURITY')).toEqual([mei, bo]);
  expect(await channelMembers(new Answered({ channel: [] }), 'C0SECURITY')).toEqual([]);
});
