import { localeOf } from '../../src/locales/locale-of.js';
import { sandbox } from '../../src/sandbox/sandbox-world.js';
import { freePort, type TransportName } from '../support/running-bot.js';
import { ephemerals, textIn } from '../support/screen.js';
import { seeded } from '../support/seeded.js';
import { audit, nothingWrong } from './audit.js';
import { type ChaosBot, startChaosBot } from './chaos-bot.js';
import { createCrowd } from './crowd.js';
import { type Replica, startReplica } from './replica.js';

const { ana, bo, guo, mei, wen } = sandbox;
const [reporters, responders] = [
  [ana, guo, wen],
  [mei, bo],
];
/** A stream without a break: each person goes on as soon as they have their answer. Milliseconds. */
const hardly = [0, 30] as const;
const stops = 4;
/** Receipts before a replica is told to end, and after it has ended: the stream runs through both. */
const around = 4;

describe.each(['socket', 'http'] as const)(
  'one of two replicas is told to end in a stream of forms, over %s',
  (transport) => {
    test('what anybody was told is done is done, and nothing is said twice', async () => {
      const random = seeded();
      const bot = await startChaosBot({ at: new Date() });
      const running = new Set<Listening>();
      const start = async () => {
        const one = await startListening(bot, transport);
        running.add(one);
        return one;
      };
      const ends: { code: number | null; ms: number }[] = [];
      const logs: string[] = [];
      try {
        let [old, other] = await Promise.all([start(), start()]);
        const crowd = createCrowd(bot.slack, random);
        for (let stop = 1; stop <= stops; stop += 1) {
          old.listen();
          let over = false;
          const work = crowd.work(reporters, responders, () => over, { reporters: hardly, responders: hardly });
          void work.catch(() => {
            over = true;
          });
          const goesOn = async (more: number) => {
            const seen = crowd.activity.receipts.length;
            while (crowd.activity.receipts.length < seen + more && !over)
              await new Promise((resolve) => setTimeout(resolve, 5));
          };
          await goesOn(around);
          await new Promise((resolve) => setTimeout(resolve, random.between(0, 150)));
          // A load balancer takes it out at the same moment; a socket is closed by whoever ends.
          const ended = old.replica.end();
          other.listen();
          ends.push(await ended);
          await goesOn(around);
          over = true;
          await work;
          logs.push(old.replica.output());
          running.delete(old);
          [old, other] = [other, await start()];
        }
        await bot.settled();
        const found = await audit(bot);
        const { receipts, ...activity } = crowd.activity;
        const twice = [
          ...[found.doubledCards, found.doubledLines, found.doubledReceipts],
          ...[found.doubledMessages, found.doubledReminders, found.takenTwice],
        ].flat();
        const reports = (await bot.reports()).map(({ report }) => report);
        const taken = responders.flatMap((user) => takenBy(bot, user));
        const longestEndMs = Math.max(...ends.map(({ ms }) => ms));
        const counted = { seed: random.seed, stops, longestEndMs, taken: taken.length, ...activity, ...found.counted };
        console.info(`stopped under load over ${transport}: ${JSON.stringify({ ...counted, twice: twice.length })}`);

        expect(ends.map(({ code }) => code)).toEqual(Array.from({ length: stops }, () => 0));
        expect(longestEndMs).toBeLessThan(15_000);
        expect(receipts.length).toBeGreaterThanOrEqual(stops * around * 2);
        const stored = reports.map(({ id, form: { title } }) => `${id} ${title}`);
        expect(stored.toSorted()).toEqual(receipts.map(({ id, title }) => `${id} ${title}`).toSorted());
        expect(crowd.written.length).toBeGreaterThan(0);
        const messages = reports.flatMap(({ id, messages: all }) => all.map(({ text }) => ({ id, text })));
        expect(messages).toEqual(expect.arrayContaining(crowd.written));
        expect(taken.length).toBeGreaterThan(0);
        const responderOf = new Map(reports.map(({ id, responder }) => [id as string, responder?.user]));
        expect(taken.filter(({ id, user }) => responderOf.get(id) !== user)).toEqual([]);
        expect(found).toMatchObject(nothingWrong);
        expect([twice, found.doubtedMessages]).toEqual([[], []]);
        const all = [...logs, ...[...running].map(({ replica }) => replica.output())].join('');
        expect(all).not.toMatch(/"level":50|Something went wrong|not finished within/);
      } finally {
        await Promise.all([...running].map(({ replica }) => replica.kill()));
        await bot.stop();
      }
    }, 280_000);
  },
);

/** A replica, and how Slack is made to deliver to it. On a socket Slack chooses itself. */
type Listening = Readonly<{ replica: Replica; listen(): void }>;

async function startListening(bot: ChaosBot, transport: TransportName): Promise<Listening> {
  const port = await freePort();
  const replica = await startReplica(bot.settings(transport, port));
  const target = transport === 'http' ? `http://127.0.0.1:${port}/slack/events` : 'socket';
  return { replica, listen: () => bot.slack.deliverTo(target) };
}

/** The reports of which somebody was told that they have them now. */
function takenBy({ slack }: ChaosBot, user: string): { id: string; user: string }[] {
  return ephemerals(slack, user).flatMap((one) => {
    const text = textIn(one);
    const id = /VR-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? '';
    const told = (['en', 'zh'] as const).map((language) => localeOf(language).done.taken(id));
    return told.some((sentence) => text.includes(sentence)) ? [{ id, user }] : [];
  });
}
