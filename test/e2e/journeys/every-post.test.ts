import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions, inputs } from '../../../src/slack/views/ids.js';
import { type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { openModal } from '../../support/what-is-shown.js';
import { cardsOn, file } from './filing.js';

const { ana, bo, dana, general, reports } = sandbox;
const hostile = '<!channel> <@U0HOSTILE> <https://evil.example|x> & @here *bold*';

describe('everything that the bot sends', () => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startRunningBot({ policy: { leads: [bo] } });
    await bot.slack.as(bo).command(general, '/vuln setup');
    await bot.quiet();
    await file(bot, ana, hostile);
    const [card] = cardsOn(bot.slack);
    if (card === undefined) throw new Error('there is no card');
    await bot.slack.as(bo).press({ message: card }, actions.assignToMe);
    await bot.quiet();
    await bot.slack.as(bo).press({ message: card }, actions.acknowledge);
    await bot.quiet();
    await bot.slack.as(bo).submit(openModal(bot.slack, bo).id, { [inputs.message]: hostile });
    await bot.quiet();
    await bot.slack.as(bo).command(general, '/vuln list');
    await bot.slack.as(dana).say(reports, `<@${sandbox.bot}> ${hostile}`);
    await bot.quiet();
    await bot.moveTo(new Date(bot.clock.now().getTime() + 3 * 86_400_000));
  });
  afterAll(async () => {
    await bot.stop();
  });
  const sent = () => bot.slack.requests.filter(({ method }) => /^chat\.(post|update)/.test(method));
  const objectOf = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value) as unknown;

  test('names nobody and unfolds no link by itself, and carries only the key of what is said', () => {
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
      expect(Object.keys(metadata.event_payload)).toEqual(['key']);
      expect(JSON.stringify(metadata)).not.toContain('HOSTILE');
    }
    process.stdout.write(`every post: ${[...methods].map(([name, n]) => `${n} ${name}`).join(', ')}\n`);
    expect(methods.get('chat.postMessage') ?? 0).toBeGreaterThan(5);
    expect(methods.get('chat.update') ?? 0).toBeGreaterThan(1);
    expect(methods.get('chat.postEphemeral') ?? 0).toBeGreaterThan(0);
  });

  test('has nothing live of what people wrote in the text that notifications read', () => {
    const texts = [
      ...sent().map(({ args }) => String(args.text)),
      ...bot.slack.world.messages
        .all()
        .filter(({ author }) => author === sandbox.bot)
        .map(({ text }) => text),
    ];
    const raw = texts.filter((text) => /<!channel>|<@U0HOSTILE|<https:\/\/evil|& @here/.test(text));
    expect(raw).toEqual([]);
    expect(texts.filter((text) => text.includes('&lt;!channel&gt;')).length).toBeGreaterThan(2);
  });
});
