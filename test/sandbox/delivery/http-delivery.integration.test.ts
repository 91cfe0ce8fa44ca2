import { createHmac } from 'node:crypto';
import { verifySlackRequest } from '@slack/bolt';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { bot, emulatorWithBot, slack } from '../support/emulator.js';
import { keys } from '../support/tiny-bot.js';

const { general, reports, mei, dana } = sandbox;

emulatorWithBot();

describe('delivery over HTTP', () => {
  test('of a command is a bare form, signed on real time', async () => {
    await slack.as(mei).command(general, '/vuln report');
    const [{ headers, body } = { headers: {}, body: '' }] = bot.deliveries;
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    const timestamp = Number(headers['x-slack-request-timestamp']);
    expect(Math.abs(Date.now() / 1000 - timestamp)).toBeLessThan(10);
    const hmac = createHmac('sha256', keys.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    expect(headers['x-slack-signature']).toBe(`v0=${hmac}`);
    const signed = { 'x-slack-signature': `v0=${hmac}`, 'x-slack-request-timestamp': timestamp };
    expect(() => verifySlackRequest({ signingSecret: keys.signingSecret, body, headers: signed })).not.toThrow();
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
      token: 'verification-token',
      team_id: sandbox.home,
      team_domain: 'kubesphere-sandbox',
      channel_id: general,
      channel_name: 'general',
      user_id: mei,
      user_name: 'mei',
      command: '/vuln',
      text: 'report',
      api_app_id: sandbox.app,
      is_enterprise_install: 'false',
      response_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/response\//),
      trigger_id: expect.any(String),
    });
  });

  test('of an event is JSON, and comes a second time when the first failed', async () => {
    slack.world.changeApp({ events: ['app_mention'], scopes: ['app_mentions:read'] });
    bot.answerWith({ status: 500 });
    await slack.as(dana).say(reports, '@vulndesk hello');
    const [first, second] = bot.deliveries;
    expect(first?.headers['content-type']).toBe('application/json');
    expect(first?.headers).not.toHaveProperty('x-slack-retry-num');
    expect(second?.headers).toMatchObject({ 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_error' });
    expect(second?.body).toBe(first?.body);
    expect(JSON.parse(first?.body ?? '')).toMatchObject({
      type: 'event_callback',
      team_id: sandbox.home,
      is_ext_shared_channel: true,
      event: { type: 'app_mention', user: dana, user_team: sandbox.elsewhere, text: `<@${sandbox.bot}> hello` },
    });
  });

  test('of an event needs a subscription and its scope', async () => {
    slack.world.changeApp({ events: [], scopes: ['app_mentions:read'] });
    await slack.as(dana).say(reports, '@vulndesk hello');
    slack.world.changeApp({ events: ['app_mention'], scopes: [] });
    await slack.as(dana).say(reports, '@vulndesk hello');
    slack.world.changeApp({ events: ['app_mention'], scopes: ['app_mentions:read'] });
    await slack.as(dana).say(reports, 'hello');
    expect(bot.deliveries).toEqual([]);
  });

  test('tells the person when the bot answers badly, late or not at all', async () => {
    bot.answerWith({ status: 500 });
    expect(await slack.as(mei).command(general, '/vuln')).toMatchObject({
      acked: false,
      error: '/vuln failed with the error "dispatch_failed"',
    });
    bot.answerWith({ never: true });
    expect(await slack.as(mei).command(general, '/vuln')).toMatchObject({
      acked: false,
      error: '/vuln failed with the error "operation_timeout"',
    });
    await bot.stop();
    expect(await slack.as(mei).command(general, '/vuln')).toMatchObject({ acked: false });
    expect(slack.seenBy(mei).errors.map(({ text }) => text)).toEqual([
      '/vuln failed with the error "dispatch_failed"',
      '/vuln failed with the error "operation_timeout"',
      '/vuln failed with the error "dispatch_failed"',
    ]);
  });

  test('may be made again, the same to the byte', async () => {
    const delivered = await slack.as(mei).command(general, '/vuln report');
    bot.answerWith({ body: 'late' });
    expect(await slack.deliverAgain(delivered)).toMatchObject({
      acked: true,
      answer: 'late',
      payload: delivered.payload,
    });
    expect(bot.deliveries[1]?.body).toBe(bot.deliveries[0]?.body);
    await expect(slack.deliverAgain({ payload: {}, acked: true })).rejects.toThrow('never delivered');
  });
});
