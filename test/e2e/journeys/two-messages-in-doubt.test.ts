import { localeOf } from '../../../src/locales/locale-of.js';
import { actions } from '../../../src/slack/views/actions.js';
import { buttonsOf } from '../../support/screen.js';
import { asMei, type BotWithReports, startBotWithReports } from './accepted-report.js';

describe('two messages to the reporter that may not have arrived', () => {
  let bot: BotWithReports;
  beforeAll(async () => {
    bot = await startBotWithReports();
  });
  afterAll(async () => {
    await bot.stop();
  });

  test.each(['arrived', 'sendAgain'] as const)(
    'the card asks about one at a time: when two people press %s, only one message is settled',
    async (action) => {
      const { ana, bo, wen } = bot.people;
      const id = await bot.accepted(`Both in doubt, ${action}`);
      const another = { message: 'A second message.', route: 'direct_message', purpose: 'information' } as const;
      await bot.handle(id, { type: 'SendMessage', ...another }, asMei);
      await bot.quiet();
      const deliveries = async () => (await bot.report(id)).messages.map(({ delivery }) => delivery);
      for (const { event } of (await bot.report(id)).messages)
        await bot.handle(id, { type: 'RecordDelivery', event, delivery: 'unsure' }, { kind: 'clock' });
      await bot.quiet();
      expect(await deliveries()).toEqual(['unsure', 'unsure']);
      expect(Object.keys(buttonsOf(bot.card(id))).slice(0, 2)).toEqual([actions.arrived, actions.sendAgain]);

      const { channel, ts, versions } = bot.card(id);
      const sent = ana.directMessages().length;
      await bo.press(action, { on: id });
      await wen.press(action, { on: { channel, ts, version: versions.length - 1 } });
      expect(await deliveries()).toEqual(['sent', 'unsure']);
      expect(wen.lastEphemeral()).toContain(
        localeOf('zh').refusals.nothing_in_doubt({ id }, { person: String, time: String }),
      );
      expect(ana.directMessages()).toHaveLength(sent + (action === 'sendAgain' ? 1 : 0));

      // The card asks about the other one now.
      await wen.press('arrived', { on: id });
      expect(await deliveries()).toEqual(['sent', 'sent']);
    },
  );
});
