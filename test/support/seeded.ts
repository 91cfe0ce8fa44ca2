import { execFileSync } from 'node:child_process';

/** Numbers that look random and can be had again: setting the `variable` to the seed that is printed repeats the run. */
export type Seeded = Readonly<{
  seed: number;
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `low` up to and including `high`. */
  between(low: number, high: number): number;
  pick<T>(things: readonly T[]): T | undefined;
}>;

/**
 * One commit, one seed: whatever fails on one machine fails with the same numbers on another, and the next commit tries others.
 * Without git it is a random one.
 */
function seedOfTheCommit(): number {
  try {
    const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: 'pipe' });
    return Number.parseInt(commit.slice(0, 7), 16);
  } catch {
    return Math.floor(Math.random() * 2 ** 31);
  }
}

/** The seed is that of the `variable` of the environment, else one of the commit's; each `round` adds one. */
export function seeded(variable = 'CHAOS_SEED', round = 0): Seeded {
  const seed = Number(process.env[variable] ?? seedOfTheCommit()) + round;
  // Shown when the test fails, however it does.
  console.info(`${variable}=${seed}`);
  let state = seed;
  const next = () => {
    // Mulberry32: one 32-bit word of state, enough for choosing moments.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    seed,
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (things) => things[Math.floor(next() * things.length)],
  };
}
