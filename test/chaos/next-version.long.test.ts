import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportSchema } from '../../src/store/report-schema.js';
import { until } from '../support/bounded-poll.js';
import { peopleOn } from '../support/person.js';
import { root } from '../support/project.js';
import { freePort } from '../support/running-bot.js';
import { cardOf, cardsOn, textIn } from '../support/screen.js';
import { startChaosBot } from './chaos-bot.js';
import { startReplica } from './replica.js';

/** The compiled program as the next version may be: it writes documents of a newer schema. */
async function nextVersion(folder: string): Promise<string> {
  await cp(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  await writeFile(join(folder, 'package.json'), await readFile(join(root, 'package.json')));
  for (const name of ['node_modules', 'policy']) await symlink(join(root, name), join(folder, name));
  const file = join(folder, 'dist', 'store', 'report-schema.js');
  const [now, next] = [reportSchema, reportSchema + 1];
  const before = await readFile(file, 'utf8');
  const after = before
    .replace(`reportSchema = ${now};`, `reportSchema = ${next};`)
    .replace(
      new RegExp(`schema: ${now} \\}\\),?\\s*\\];`),
      `schema: ${now} }), (document) => ({ ...document, schema: ${next} })];`,
    );
  if (after.split(String(next)).length < before.split(String(next)).length + 2)
    throw new Error('no newer schema was made');
  await writeFile(file, after);
  return join(folder, 'dist', 'main.js');
}

test('two versions side by side: the older leaves alone what the newer wrote, and everything is sent once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vulndesk-next-'));
  const bot = await startChaosBot({ at: new Date() });
  try {
    const main = await nextVersion(folder);
    const [olderPort, newerPort] = [await freePort(), await freePort()];
    const older = await startReplica(bot.settings('http', olderPort));
    const program = { command: process.execPath, args: [main, 'start'], cwd: folder };
    const newer = await startReplica(bot.settings('http', newerPort), program);
    try {
      const { slack } = bot;
      const { ana, bo } = peopleOn({ slack, quiet: bot.settled });
      const deliverTo = (port: number) => slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);

      deliverTo(newerPort);
      const written = await ana.files({ title: 'Filed at the newer version' });
      deliverTo(olderPort);
      const earlier = await ana.files({ title: 'Filed at the older version' });
      await until('both cards', () => cardsOn(slack).length === 2);
      expect(older.output()).not.toContain('"level":50');

      // The older one can't open what the newer one wrote. It says so, and changes nothing.
      await bo.press('assignToMe', { on: written });
      await until('the answer', () => bo.ephemerals().length > 0);
      expect(bo.lastEphemeral()).toContain('written by a newer version of Vulndesk');
      expect(textIn(cardOf(slack, written))).not.toContain('Bo');
      deliverTo(newerPort);
      for (const id of [written, earlier]) {
        await bo.press('assignToMe', { on: id });
        await until('the card to say so', () => textIn(cardOf(slack, id)).includes('Bo'));
      }
      const { code, ms } = await older.end();
      expect({ code, late: ms > 15_000 }).toEqual({ code: 0, late: false });
      const last = await ana.files({ title: 'Filed when the older one had ended' });
      await until('the third card', () => cardsOn(slack).length === 3);
      const toldOf = (id: string) => ana.directMessages().filter((text) => text.includes(id));
      await until('the last receipt', () => toldOf(last).length > 0);
      for (const id of [written, earlier, last]) expect(toldOf(id)).toHaveLength(1);
      expect(newer.output()).not.toContain('"level":50');
    } finally {
      await Promise.all([older.kill(), newer.kill()]);
    }
  } finally {
    await bot.stop();
    await rm(folder, { recursive: true, force: true });
  }
}, 300_000);
