import { openSync, readSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/**
 * For how long nothing else has its turn in this program, looked at every two milliseconds until `end`. The time in which its thread
 * waited for a core that other programs had is not in it; what the engine does is.
 */
export function watchStretches() {
  const waitedMs = watchWaits();
  const seen = [0];
  let at = performance.now();
  let waited = waitedMs();
  const look = () => {
    const [lastAt, lastWaited] = [at, waited];
    [at, waited] = [performance.now(), waitedMs()];
    seen.push(at - lastAt - (waited - lastWaited));
  };
  const looking = setInterval(look, 2);
  return {
    /** The longest so far, and what one in a hundred is longer than. Milliseconds. */
    soFar: () => {
      const sorted = seen.toSorted((one, other) => other - one);
      return { longestMs: sorted[0], p99Ms: sorted[Math.floor(sorted.length / 100)] };
    },
    end: () => clearInterval(looking),
  };
}

/** For how long the main thread has waited for a core in all, in milliseconds. Linux only; elsewhere always 0. */
function watchWaits() {
  const file = openStats();
  if (file === undefined) return () => 0;
  const bytes = Buffer.alloc(80);
  return () => Number(bytes.latin1Slice(0, readSync(file, bytes, 0, bytes.length, 0)).split(' ')[1]) / 1e6;
}

function openStats() {
  try {
    return openSync('/proc/self/schedstat');
  } catch {
    return undefined;
  }
}
