import { createReplayMemory } from '../../../../src/slack/transport/http/replay-memory.js';

const at = (seconds: number) => new Date(1_790_042_400_000 + seconds * 1000);
const says = (text: string) => ({ status: 200, body: { mediaType: 'text/plain', text } });

describe('the memory of what was met', () => {
  test('runs a request once, and gives a repeat the same answer', async () => {
    const memory = createReplayMemory();
    let runs = 0;
    const first = async () => says(`run ${++runs}`);
    const answers = [
      await memory.once('a', at(301), at(0), first),
      await memory.once('a', at(301), at(200), first),
      await memory.once('b', at(301), at(200), first),
    ];
    expect(answers).toEqual([
      { kind: 'first', answer: says('run 1') },
      { kind: 'repeat', answer: says('run 1') },
      { kind: 'first', answer: says('run 2') },
    ]);
  });

  test('holds no more than its bound, takes nothing in when full, and has room again when dates are over', async () => {
    const memory = createReplayMemory({ most: 3, mostBytes: 1000 });
    for (const name of ['a', 'b', 'c']) await memory.once(name, at(301), at(0), async () => says(name));
    const refused = async () => {
      throw new Error('this must not run');
    };
    expect(await memory.once('d', at(301), at(300), refused)).toEqual({ kind: 'full' });
    expect(await memory.once('a', at(301), at(300), refused)).toEqual({ kind: 'repeat', answer: says('a') });
    expect(await memory.once('d', at(602), at(301), async () => says('d'))).toEqual({
      kind: 'first',
      answer: says('d'),
    });
  });

  test('forgets the oldest answers when they take too much, and never that they were given', async () => {
    const memory = createReplayMemory({ most: 10, mostBytes: 250 });
    const long = 'x'.repeat(100);
    for (const name of ['a', 'b', 'c']) await memory.once(name, at(301), at(0), async () => says(long));
    const again = (name: string) =>
      memory.once(name, at(301), at(1), async () => {
        throw new Error('this must not run');
      });
    expect(await again('a')).toEqual({ kind: 'repeat', answer: { status: 200 } });
    expect(await again('b')).toEqual({ kind: 'repeat', answer: says(long) });
    expect(await again('c')).toEqual({ kind: 'repeat', answer: says(long) });
  });
});
