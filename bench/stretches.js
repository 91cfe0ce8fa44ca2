import { performance } from 'node:perf_hooks';

/**
 * For how long nothing else has its turn in this program, looked at each millisecond until `ended`. In time of this program: what
 * others on the machine take is not in it, what the engine does beside it is.
 */
export function watchStretches() {
  const seen = [0];
  let at = performance.now();
  let cpu = process.cpuUsage();
  const look = () => {
    const { user, system } = process.cpuUsage(cpu);
    seen.push(Math.min(performance.now() - at, (user + system) / 1000));
    at = performance.now();
    cpu = process.cpuUsage();
  };
  const looking = setInterval(look, 1);
  return {
    /** The longest so far, and what one in a hundred is longer than. Milliseconds. */
    soFar: () => {
      const sorted = seen.toSorted((one, other) => other - one);
      return { longestMs: sorted[0], p99Ms: sorted[Math.floor(sorted.length / 100)] };
    },
    end: () => clearInterval(looking),
  };
}
