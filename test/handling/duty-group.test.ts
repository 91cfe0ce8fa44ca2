import { type DutyGroupOutcome, followDuty } from '../../src/handling/duty-group.js';
import { tuesday } from '../report/situations.js';

/** What was done, in order, while Slack gives these outcomes, one after the other. */
function following(outcomes: readonly DutyGroupOutcome[], limited = false) {
  const did: string[] = [];
  const left = [...outcomes];
  let now = tuesday;
  const follow = followDuty({
    rosters: { noteDutyGroup: async (refused) => void did.push(`note ${refused}`) },
    rateLimits: {
      pass: async ([rule]) => {
        if (rule === undefined) throw new Error('a rule is asked');
        did.push(`once in ${rule.seconds} s: ${rule.key}`);
        return limited ? { rule, until: now } : undefined;
      },
    },
    clock: () => now,
    put: async (user) => {
      did.push(`put ${user}`);
      return left.shift() ?? 'done';
    },
    tell: async (user, code) => void did.push(`tell ${user} ${code}`),
  });
  return {
    did,
    follow,
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
  };
}
const hour = 3_600_000;
const refusal = ['put U1', 'note no_permission', 'once in 86400 s: duty_group/U1'];

test('whoever is on duty is put into the group once, and each who follows', async () => {
  const { did, follow } = following([]);
  for (const user of ['U1', 'U1', 'U2', 'U1']) await follow(user);
  expect(did).toEqual(['U1', 'U2', 'U1'].flatMap((user) => [`put ${user}`, 'note undefined']));
});

test('where nothing is decided, it is tried again at the next look, and nobody hears of it', async () => {
  const { did, follow } = following(['later']);
  await follow('U1');
  await follow('U1');
  expect(did).toEqual(['put U1', 'put U1', 'note undefined']);
});

test('a refusal is noted, told to the leads, and tried again in an hour', async () => {
  const { did, follow, pass } = following([{ refused: 'no_permission' }]);
  await follow('U1');
  expect(did).toEqual([...refusal, 'tell U1 no_permission']);
  did.length = 0;
  pass(hour - 1);
  await follow('U1');
  expect(did).toEqual([]);
  pass(1);
  await follow('U1');
  expect(did).toEqual(['put U1', 'note undefined']);
});

test('after a refusal somebody else is tried at once, and then the first again', async () => {
  const { did, follow } = following([{ refused: 'no_permission' }]);
  await follow('U1');
  did.length = 0;
  await follow('U2');
  await follow('U1');
  expect(did).toEqual(['put U2', 'note undefined', 'put U1', 'note undefined']);
});

test('the leads hear of it once a day', async () => {
  const { did, follow } = following([{ refused: 'no_permission' }], true);
  await follow('U1');
  expect(did).toEqual(refusal);
});
