import { localeOf } from '../../../src/locales/catalogue.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions } from '../../../src/slack/views/ids.js';
import { buttonsOf, directMessages, ephemeral, lastOf, wordsIn } from '../../support/what-is-shown.js';
import { type RemedyDesk, startRemedyDesk } from './remediation-steps.js';

const { ana, mei, bo, wen, home } = sandbox;

describe('two messages that may not have arrived', () => {
  let here: RemedyDesk;
  beforeAll(async () => {
    here = await startRemedyDesk();
  });
  afterAll(async () => {
    await here.stop();
  });

  test.each(['arrived', 'sendAgain'] as const)(
    'are asked about one by one: %s, pressed by two at once, settles one',
    async (action) => {
      const id = await here.accepted(`Both in doubt, ${action}`);
      const actor = { kind: 'person', person: { team: home, user: mei, name: 'Mei Sandbox' } } as const;
      await here.handle(
        id,
        { type: 'SendMessage', purpose: 'information', message: 'A second letter.', route: 'direct_message' },
        actor,
      );
      await here.bot.quiet();
      const [first, second] = (await here.report(id)).messages.map(({ event }) => event);
      if (first === undefined || second === undefined) throw new Error('there are two messages');
      for (const event of [first, second])
        await here.handle(id, { type: 'RecordDelivery', event, delivery: 'unsure' }, { kind: 'clock' });
      await here.bot.quiet();
      expect(Object.keys(buttonsOf(here.card(id))).slice(0, 2)).toEqual([actions.arrived, actions.sendAgain]);
      const { channel, ts, versions } = here.card(id);
      const asItWas = { channel, ts, version: versions.length - 1 };
      const letters = directMessages(here.bot.slack, ana).length;
      await here.press(bo, id, action);
      await here.bot.slack.as(wen).press({ message: asItWas }, actions[action]);
      await here.bot.quiet();
      expect((await here.report(id)).messages.map(({ delivery }) => delivery)).toEqual(['sent', 'unsure']);
      expect(wordsIn(lastOf(ephemeral(here.bot.slack, wen), 'refusal'))).toContain(
        localeOf('zh').refusals.nothing_in_doubt({ id }, { person: String, time: String }),
      );
      expect(directMessages(here.bot.slack, ana)).toHaveLength(letters + (action === 'sendAgain' ? 1 : 0));
      // The card asks about the other one now.
      await here.press(wen, id, 'arrived');
      expect((await here.report(id)).messages.map(({ delivery }) => delivery)).toEqual(['sent', 'sent']);
    },
  );
});
