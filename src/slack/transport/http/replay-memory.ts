import type { Answer } from './answer.js';

export type ReplayMemory = Readonly<{
  /**
   * Runs `first` for a signature that was not met before, and gives a repeat the answer of the first, which it waits for
   * while that is under way. `full` when no more can be remembered: nothing was run.
   */
  once(signature: string, staleAt: Date, now: Date, first: () => Promise<Answer>): Promise<Remembered>;
}>;
export type Remembered = Readonly<{ kind: 'first' | 'repeat'; answer: Answer } | { kind: 'full' }>;

export type MemoryBounds = Readonly<{
  /** Signatures. Slack sends a workspace 30,000 events an hour at most, and a signature counts for ten minutes at most. */
  most: number;
  /** Bytes of answers. Past it the oldest answers are forgotten, never that they were given: their repeats get an empty 200. */
  mostBytes: number;
}>;
export const memoryBounds: MemoryBounds = { most: 50_000, mostBytes: 8 * 1024 * 1024 };

/** Milliseconds between two looks for what is stale. */
const sweepMs = 10_000;
type Met = { answer: Promise<Answer>; readonly staleAt: number };

/** Which requests were met, for as long as their date would be accepted. Of this replica alone. */
export function createReplayMemory({ most, mostBytes }: MemoryBounds = memoryBounds): ReplayMemory {
  const met = new Map<string, Met>();
  const bytesOf = new Map<string, number>();
  let bytes = 0;
  let sweptAt = 0;

  const forgetAnswer = (signature: string) => {
    bytes -= bytesOf.get(signature) ?? 0;
    bytesOf.delete(signature);
  };
  const sweep = (now: number) => {
    sweptAt = now;
    for (const [signature, { staleAt }] of met) {
      if (staleAt > now) continue;
      met.delete(signature);
      forgetAnswer(signature);
    }
  };
  const keepAnswer = (signature: string, { body }: Answer) => {
    if (body === undefined || !met.has(signature)) return;
    bytesOf.set(signature, body.text.length);
    bytes += body.text.length;
    for (const [oldest] of bytesOf) {
      if (bytes <= mostBytes) return;
      forgetAnswer(oldest);
      const one = met.get(oldest);
      if (one !== undefined) one.answer = Promise.resolve({ status: 200 });
    }
  };

  return {
    once: async (signature, staleAt, now, first) => {
      const before = met.get(signature);
      if (before !== undefined) return { kind: 'repeat', answer: await before.answer };
      if (now.getTime() - sweptAt >= sweepMs || met.size >= most) sweep(now.getTime());
      if (met.size >= most) return { kind: 'full' };
      const running = first();
      met.set(signature, { answer: running, staleAt: staleAt.getTime() });
      const answer = await running;
      keepAnswer(signature, answer);
      return { kind: 'first', answer };
    },
  };
}
