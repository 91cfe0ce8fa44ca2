import { MongoClient } from 'mongodb';
import { localeOf } from '../../../src/locales/locale-of.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { examineStore } from '../../../src/store/examine-store.js';
import { openStore } from '../../../src/store/open-store.js';
import { newRing } from '../../store/a-report.js';
import { aForm, inputsOf } from '../../support/a-form.js';
import { until } from '../../support/bounded-poll.js';
import { type Member, type ReplicaSet, startReplicaSet } from '../../support/replica-set.js';
import { type RunningBot, withBot } from '../../support/running-bot.js';
import { textIn } from '../../support/screen.js';

jest.setTimeout(240_000);

async function readyz({ config: { ops } }: RunningBot) {
  const answer = await fetch(`http://${ops?.host}:${ops?.port}/readyz`);
  return `${answer.status} ${(await answer.text()).split('\n').slice(0, 2).join(' ')}`;
}
async function stored(set: ReplicaSet, { config }: RunningBot): Promise<number> {
  const client = await new MongoClient(set.uri).connect();
  try {
    return await client.db(config.store.database).collection('reports').countDocuments();
  } finally {
    await client.close();
  }
}

describe('a primary, a secondary and an arbiter', () => {
  let set: ReplicaSet;
  beforeAll(async () => {
    set = await startReplicaSet('data', 'data', 'arbiter');
  });
  afterAll(() => set.stop());

  test('with the secondary down: no write is confirmed, and everybody is told so in time', () =>
    withBot({ uri: set.uri, ops: true }, async (bot) => {
      const { ana, bo } = bot.people;
      const id = await ana.files({ title: 'Before the secondary was down' });
      await bot.quiet();
      expect(await readyz(bot)).toBe('200 store: ok writes: ok');
      // Opening a form counts as a write.
      await ana.command('/vuln report');
      const [, secondary] = set.members;
      await secondary?.kill();

      await until('readiness to fail', async () => (await readyz(bot)) === '503 store: ok writes: failed', 40_000);
      const ring = newRing();
      const exam = await examineStore({ uri: set.uri, database: 'other', ring });
      expect(exam).toMatchObject({
        answers: true,
        replicaSet: expect.stringMatching(/^No majority .* confirms a write/),
      });
      await expect(openStore({ uri: set.uri, database: 'other', ring })).rejects.toThrow(/^No majority/);

      const began = performance.now();
      const form = inputsOf(aForm({ title: 'While the secondary was down' }));
      const submit = async () => (await bot.slack.as(ana.id).submit(ana.modal().id, form)).answer;
      expect(await submit()).toMatchObject({
        response_action: 'errors',
        errors: { [inputs.title]: localeOf('en').form.unsure },
      });
      expect(performance.now() - began).toBeLessThan(3000);
      const typedAt = performance.now();
      await bot.slack.as(bo.id).command(sandbox.general, `/vuln assign ${id} @bo`);
      await until('an answer', () => bo.ephemerals().some((text) => text.includes(`type /vuln show ${id}`)));
      expect(performance.now() - typedAt).toBeLessThan(3000);

      await secondary?.restart();
      await until('readiness to be back', async () => (await readyz(bot)) === '200 store: ok writes: ok', 60_000);
      await until('the receipt', async () => JSON.stringify(await submit()).includes('update'), 60_000);
      await until('the assignment', () => textIn(bot.card(id)).includes('Bo'), 60_000);
      expect(await stored(set, bot)).toBe(2);
    }));
});

describe('three members with data', () => {
  let set: ReplicaSet;
  beforeAll(async () => {
    set = await startReplicaSet('data', 'data', 'data');
  });
  afterAll(() => set.stop());

  test('a direct connection to a secondary is told alike by doctor and at the start', async () => {
    const primary = await set.primary();
    const secondary = set.members.find((member) => member !== primary);
    const uri = `mongodb://${secondary?.host}/?directConnection=true`;
    const options = { uri, database: 'other', ring: newRing() };
    const exam = await examineStore(options);
    const what = 'replicaSet' in exam ? exam.replicaSet : '';
    expect(what).toContain('MONGODB_URI leads to a secondary');
    await expect(openStore(options)).rejects.toThrow(what);
  });
});

type Fault = Readonly<{
  name: string;
  strike: (member: Member) => Promise<void> | void;
  mend: (member: Member) => Promise<void> | void;
}>;
const faults: readonly Fault[] = [
  { name: 'is killed', strike: (member) => member.kill(), mend: (member) => member.restart() },
  { name: 'hangs', strike: (member) => member.hang(), mend: (member) => member.goOn() },
];
const struck = (['secondary', 'primary'] as const).flatMap((role) => faults.map((fault) => ({ role, ...fault })));

/** One table of faults for both. Two members with data that are left confirm a write; one and an arbiter don't. */
describe.each([
  { set: 'three members with data', roles: ['data', 'data', 'data'], confirms: true },
  { set: 'a primary, a secondary and an arbiter', roles: ['data', 'data', 'arbiter'], confirms: false },
] as const)('$set, with one data member down', ({ roles, confirms }) => {
  let set: ReplicaSet;
  beforeAll(async () => {
    set = await startReplicaSet(...roles);
  });
  afterAll(() => set.stop());

  test.each(struck)('the $role $name: what was confirmed is stored once, and everybody is told in time', (fault) =>
    withBot({ uri: set.uri, ops: true }, async (bot) => {
      const { ana } = bot.people;
      await ana.files({ title: 'Before it' });
      await ana.command('/vuln report');
      const [first, second] = set.members;
      const member = fault.role === 'primary' ? first : second;
      if (member === undefined) throw new Error('the set has no such member');
      const form = inputsOf(aForm({ title: 'Meanwhile' }));
      const submit = async () => {
        const began = performance.now();
        const { answer } = await bot.slack.as(ana.id).submit(ana.modal().id, form);
        expect(performance.now() - began).toBeLessThan(3000);
        return JSON.stringify(answer).includes('update');
      };

      await fault.strike(member);
      try {
        if (confirms) await until('the receipt', submit, 90_000);
        else {
          await until('readiness to fail', async () => (await readyz(bot)).startsWith('503'), 90_000);
          expect(await submit()).toBe(false);
        }
      } finally {
        await fault.mend(member);
      }
      // The first member takes over again, so that the next fault finds the set as this one did.
      await until('the first member', async () => (await set.primary()) === first, 60_000);
      await until('readiness', async () => (await readyz(bot)) === '200 store: ok writes: ok', 60_000);
      if (!confirms) await until('the receipt', submit, 60_000);
      expect(await stored(set, bot)).toBe(2);
    }),
  );
});
