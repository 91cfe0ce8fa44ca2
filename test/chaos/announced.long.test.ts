import type { ReportCommand } from '../../src/report/commands.js';
import { type ReportId, readReportId } from '../../src/report/report-id.js';
import { readSeverity } from '../../src/report/severity.js';
import { sandbox } from '../../src/sandbox/sandbox-world.js';
import { actions } from '../../src/slack/views/actions.js';
import { until } from '../support/bounded-poll.js';
import { buttonsOf, cardOf, directMessages, postsSeenBy, textIn } from '../support/screen.js';
import { seeded } from '../support/seeded.js';
import { type ChaosBot, startChaosBot } from './chaos-bot.js';
import { createCrowd } from './crowd.js';

const { ana, mei, bo, wen, home, announcements } = sandbox;

test('killed while it announces, the bot announces once: the card asks whether it was posted, and the reporter is thanked once', async () => {
  const bot = await startChaosBot();
  try {
    const running = await bot.startBot('socket');
    const id = await approved(bot);
    bot.jump(bot.now());
    await bot.settled();
    // Posted at once, and the answer on its way for so long that the bot dies without it.
    bot.slack.faults.decide((method, { channel }) =>
      method === 'chat.postMessage' && channel === announcements ? { kind: 'slow', ms: 7000 } : undefined,
    );
    const { prepared } = await report(bot, id);
    await does(bot, id, wen, {
      type: 'PublishAdvisory',
      prepared: prepared?.event ?? -1,
      channel: announcements,
      route: 'direct_message',
    });
    bot.jump(bot.now());
    await until('it is announced', () => announced(bot).length > 0 || undefined);
    const claims = await bot.claims();
    await running.kill();
    bot.slack.faults.clear();
    expect(claims).not.toEqual([]);

    await bot.startBot('socket');
    await bot.settled();
    expect(announced(bot)).toHaveLength(1);
    expect(await report(bot, id)).toMatchObject({ publications: [{ delivery: 'unsure' }] });

    let asked = 0;
    for (; actions.arrived in buttonsOf(cardOf(bot.slack, id)) && asked < 5; asked += 1) {
      // Whoever is asked looks, and says how it is.
      const aboutThanks = textIn(cardOf(bot.slack, id)).includes('Did the reporter get the message');
      const there = aboutThanks ? thanks(bot, id).length > 0 : announced(bot).length > 0;
      const button = there ? actions.arrived : actions.sendAgain;
      await bot.slack.as(mei).press({ message: cardOf(bot.slack, id) }, button);
      await bot.settled();
    }
    console.info(`announced: ${JSON.stringify({ asked, thanks: thanks(bot, id).length })}`);
    expect(asked).toBeGreaterThan(0);
    expect(announced(bot)).toHaveLength(1);
    expect(thanks(bot, id)).toHaveLength(1);
    const { publications, messages, status } = await report(bot, id);
    expect(status).toBe('disclosed');
    expect(publications.map(({ delivery }) => delivery)).toEqual(['sent']);
    expect(messages.filter(({ delivery }) => delivery !== 'sent')).toEqual([]);
  } finally {
    await bot.stop();
  }
}, 120_000);

/** Files a report as Ana, and has the team bring it to where two have agreed on its advisory. */
async function approved(bot: ChaosBot): Promise<ReportId> {
  const id = readReportId(await createCrowd(bot.slack, seeded()).file(ana));
  if (id === undefined) throw new Error('nobody filed a report');
  const severity = readSeverity('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H');
  if ('fault' in severity) throw new Error('the vector is wrong');
  const line = 'KubeSphere v4.1';
  const tell = { message: 'Thank you, we can reproduce it.', route: 'direct_message' } as const;
  const lines = [{ line, from: '4.1.0', upTo: '4.1.2' }];
  await does(bot, id, mei, { type: 'AcceptReport', severity, lines, cwes: ['CWE-862'], tell });
  const fixes = [{ outcome: 'fixed', line, version: '4.1.3', releasedAt: bot.now() }] as const;
  await does(bot, id, bo, { type: 'RecordFix', fixes });
  const text = { en: { title: 'A viewer reads what is not theirs', summary: 'A check was missing.' } };
  await does(bot, id, bo, { type: 'PrepareDisclosure', text, route: 'direct_message' });
  const { prepared } = await report(bot, id);
  await does(bot, id, wen, { type: 'ApproveDisclosure', prepared: prepared?.event ?? -1 });
  return id;
}

async function does(bot: ChaosBot, id: ReportId, user: string, command: ReportCommand): Promise<void> {
  const person = { team: home, user, name: bot.slack.world.person(user).realName };
  await bot.handle(id, command, { kind: 'person', person });
}

async function report(bot: ChaosBot, id: ReportId) {
  const found = (await bot.reports()).find((one) => one.report.id === id);
  if (found === undefined) throw new Error(`${id} is not stored`);
  return found.report;
}

function announced({ slack }: ChaosBot) {
  return postsSeenBy(slack, mei, announcements);
}

function thanks({ slack }: ChaosBot, id: ReportId) {
  return directMessages(slack, ana).filter((one) => textIn(one).includes(id) && textIn(one).includes('public now'));
}
