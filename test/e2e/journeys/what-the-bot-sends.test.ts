import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';

const { bo: lead, reports } = sandbox;
const hostile = '<!channel> <@U0HOSTILE> <https://evil.example|x> & @here *bold*';

describe('everything that the bot sends', () => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startRunningBot({ policy: { leads: [lead] } });
    const { ana, bo, dana } = bot.people;
    await bo.command('/vuln setup');
    const id = await ana.files({ title: hostile });
    await bo.press('assignToMe', { on: id });
    await bo.press('acknowledge', { on: id });
    await bo.submit({ [inputs.message]: hostile });
    await bo.command('/vuln list');
    await dana.say(reports, `<@${sandbox.bot}> ${hostile}`);
    await bot.pass(3 * 86_400_000);
  });
  afterAll(async () => {
    await bot.stop();
  });
  const sent = () => bot.slack.requests.filter(({ method }) => /^chat\.(post|update)/.test(method));
  const objectOf = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value) as unknown;

  test('notifies nobody, unfurls no link, and carries no metadata but the message key and the version', () => {
    const methods = new Map<string, number>();
    for (const { method, args } of sent()) {
      methods.set(method, (methods.get(method) ?? 0) + 1);
      expect([undefined, false, 'false']).toContain(args.link_names);
      expect([undefined, 'none']).toContain(args.parse);
      if (method === 'chat.update') expect(args.parse).toBe('none');
      if (method === 'chat.postMessage')
        expect([args.unfurl_links, args.unfurl_media].map(String)).toEqual(['false', 'false']);
      if (args.metadata === undefined) continue;
      const metadata = objectOf(args.metadata) as { event_type: string; event_payload: object };
      expect(Object.keys(metadata).toSorted()).toEqual(['event_payload', 'event_type']);
      expect(['key', 'version']).toEqual(expect.arrayContaining(Object.keys(metadata.event_payload)));
      expect(JSON.stringify(metadata)).not.toContain('HOSTILE');
    }
    console.info(`every post: ${[...methods].map(([name, n]) => `${n} ${name}`).join(', ')}`);
    expect(methods.get('chat.postMessage') ?? 0).toBeGreaterThan(5);
    expect(methods.get('chat.update') ?? 0).toBeGreaterThan(1);
    expect(methods.get('chat.postEphemeral') ?? 0).toBeGreaterThan(0);
  });

  test('has nothing that people typed in its notification text', () => {
    const texts = [
      ...sent().map(({ args }) => String(args.text)),
      ...bot.slack.world.messages
        .all()
        .filter(({ author }) => author === sandbox.bot)
        .map(({ text }) => text),
    ];
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((text) => /!channel|U0HOSTILE|evil|@here/.test(text))).toEqual([]);
  });
});
