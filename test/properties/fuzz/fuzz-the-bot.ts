import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { callbacks } from '../../../src/slack/views/surfaces.js';
import {
  aFewAtATime,
  catchResponses,
  createPoster,
  inForm,
  signedHeaders,
} from '../../slack/transport/http/posting.js';
import { filledReport, viewSubmission } from '../../slack/transport/http/slack-payloads.js';
import { seeded } from '../../support/seeded.js';
import { type FuzzedBot, startFuzzedBot } from './fuzzed-bot.js';
import { mutationNames, spoiled } from './mutations.js';
import { createGrammar } from './payload-grammar.js';

/** Milliseconds within which Slack wants every answer. */
const hangMs = 3000;
const mostGrowth = 50 * 1024 * 1024;

const tally = (things: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return counts;
};
const asText = (counts: ReadonlyMap<string, number>) => [...counts].map(([name, n]) => `${n} ${name}`).join(', ');

/** Sends a bot of its own so many payloads that Slack signed. */
export function fuzzTheBot(count: number): void {
  let bot: FuzzedBot;
  let catcher: Awaited<ReturnType<typeof catchResponses>>;
  beforeAll(async () => {
    [bot, catcher] = await Promise.all([startFuzzedBot(), catchResponses()]);
  });
  afterAll(async () => {
    await catcher.stop();
    await bot.stop();
  });

  test(
    `${count} payloads that Slack signed, half of them spoiled: each is answered in time and well, and the bot goes on`,
    async () => {
      const random = seeded('FUZZ_SEED');
      const poster = createPoster(bot.url);
      const reports: string[] = [];
      for (const user of [sandbox.ana, sandbox.dana, sandbox.mei, sandbox.guo]) {
        const parcel = inForm(viewSubmission(user, callbacks.reportForm, '', filledReport(`Of ${user}`)));
        const { body } = await poster.post(parcel.text, signedHeaders(bot.secret, parcel));
        reports.push(/VR-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(body)?.[0] ?? 'none');
      }
      expect(reports).not.toContain('none');
      const grammar = createGrammar(random, { reports, responseUrl: catcher.url });
      const send = () => {
        const made = grammar.make();
        const { parcel, done } = spoiled(made, random);
        return async () => {
          const posted = await poster.post(parcel.text, signedHeaders(bot.secret, parcel)).catch((error: unknown) => {
            throw new Error(`seed ${random.seed}: no answer to ${made.kind} (${done}). ${bot.output().slice(-3000)}`, {
              cause: error,
            });
          });
          return { ...posted, kind: made.kind, done };
        };
      };
      const some = (n: number) => aFewAtATime(Array.from({ length: n }, send));

      // Memory is compared from where the bot has warmed up.
      const warming = await some(Math.floor(count / 2));
      const before = await bot.memory();
      const callsBefore = bot.slack.requests.length;
      const rest = await some(count - warming.length);
      const answers = [...warming, ...rest];
      const grown = (await bot.memory()) - before;

      const statuses = tally(answers.map(({ status }) => String(status)));
      const slowest = Math.max(...answers.map(({ ms }) => ms));
      const calls = bot.slack.requests.length - callsBefore;
      const filed = await bot.reports();
      const kinds = tally(answers.map(({ kind }) => kind));
      const done = tally(answers.flatMap((one) => (one.done.length === 0 ? ['untouched'] : one.done)));
      const withBody = answers.filter(({ body }) => body !== '').length;
      const traces = `${catcher.count()} answers to response_urls, ${calls} calls to Slack, ${withBody} answers with content, ${filed} reports`;
      console.log(
        [
          `seed ${random.seed}: ${answers.length} payloads (FUZZ_SEED repeats them)`,
          `kinds: ${asText(kinds)}`,
          `spoiled by: ${asText(done)}`,
          `answered: ${asText(statuses)}; slowest ${Math.round(slowest)} ms`,
          `handlers left: ${traces}`,
          `memory grew by ${(grown / 1024 / 1024).toFixed(1)} MiB over the last ${rest.length}`,
        ].join('\n'),
      );

      expect(bot.alive()).toBe(true);
      expect(bot.output()).not.toMatch(/unhandled|uncaught/i);
      expect(answers.filter(({ status }) => ![200, 400, 415].includes(status))).toEqual([]);
      expect(answers.filter(({ ms }) => ms > hangMs)).toEqual([]);
      // What nobody spoiled is what Slack sends: none of it is malformed.
      expect(answers.filter(({ status, done: changes }) => status !== 200 && changes.length === 0)).toEqual([]);
      expect(statuses.get('400') ?? 0).toBeGreaterThan(count / 20);
      expect(done.size).toBe(mutationNames.length + 2);
      expect(kinds.size).toBe(11);
      // Handlers really ran: commands answer at their response_url, presses open modals, forms are answered with content.
      expect(catcher.count()).toBeGreaterThan(count / 10);
      expect(calls).toBeGreaterThan(count / 20);
      expect(withBody).toBeGreaterThan(count / 20);
      expect(filed).toBeGreaterThanOrEqual(reports.length);
      expect(grown).toBeLessThan(mostGrowth);
      poster.close();
    },
    60_000 + count * 60,
  );
}
