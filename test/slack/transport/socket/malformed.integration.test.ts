import { randomUUID } from 'node:crypto';
import { App } from '@slack/bolt';
import { createLog } from '../../../../src/ops/log.js';
import { sandbox } from '../../../../src/sandbox/sandbox-world.js';
import { createSocketReceiver } from '../../../../src/slack/transport/socket/socket-receiver.js';
import { quietLogger } from '../../../../src/slack/workspace/quiet-logger.js';
import { until } from '../../../support/bounded-poll.js';
import { appMention, eventCallback, slashCommand, viewClosed, viewSubmission } from '../http/slack-payloads.js';
import { fastPace } from './bot-on-sockets.js';
import { talkativeSlack } from './talkative-slack.js';

test('by Socket Mode too, what is malformed reaches no handler, gets no answer, and does no harm', async () => {
  const slack = await talkativeSlack();
  const said: string[] = [];
  const log = createLog('debug', { write: (line: string) => void said.push(line) });
  const receiver = createSocketReceiver({ appToken: 'xapp-1', apiUrl: slack.apiUrl, log, pace: fastPace });
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: 'xoxb-1', botId: 'B1', botUserId: 'U1', teamId: sandbox.home }),
    logger: quietLogger(log),
    convoStore: false,
  });
  const handled: string[] = [];
  app.use(async ({ body, next }) => {
    handled.push(JSON.stringify(body));
    await next();
  });
  app.command(/.*/, async ({ ack }) => await ack());
  app.view(/.*/, async ({ ack }) => await ack());
  await app.start();
  const deliver = (type: string, payload: unknown) => {
    const id = randomUUID();
    slack.say(JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: true }));
    return id;
  };

  const submission = viewSubmission(sandbox.ana, 'report_form', '', {});
  for (const text of ['', 'null', '[]', '{', '{"type":"events_api"}', '{"type":"interactive","payload":{}}'])
    slack.say(text);
  const malformed = [
    deliver('events_api', null),
    deliver('events_api', { type: 'event_callback', event: null }),
    deliver('events_api', eventCallback({ ...appMention(sandbox.dana), user: { $gt: '' } })),
    deliver('interactive', { type: 'block_actions', actions: null }),
    deliver('interactive', { ...submission, view: null }),
    deliver('interactive', { ...submission, user: null }),
    deliver('slash_commands', { ...slashCommand(sandbox.ana, '', 'https://hooks.example/1'), user_id: { $ne: '' } }),
  ];
  const ignored = [deliver('interactive', viewClosed(sandbox.ana)), deliver('interactive', { type: 'shortcut' })];
  const fine = [
    deliver('slash_commands', slashCommand(sandbox.ana, 'help', 'https://hooks.example/1')),
    deliver('interactive', submission),
    deliver('events_api', eventCallback(appMention(sandbox.dana))),
  ];
  await until('the last answers', () => fine.every((id) => slack.answered.includes(id)) || undefined);
  expect([...slack.answered].sort()).toEqual([...ignored, ...fine].sort());
  expect(malformed.length).toBe(7);
  expect(handled.length).toBe(3);
  expect(said.filter((line) => line.includes('"delivery refused"')).length).toBe(6);
  await app.stop();
  await slack.stop();
});
