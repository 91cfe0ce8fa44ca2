/** Kinds of tests by how long their files take. A long one that starts last would keep one core waiting for the other. */
const kinds = ['/properties/', '/simulation/', '/chaos/', '/e2e/', '.integration.', ''];
const kindOf = ({ path }) => kinds.findIndex((kind) => path.includes(kind));

/** In place of jest's own sequencer, which goes by durations of earlier runs: a fresh clone has none. */
export default class LongestFirst {
  sort(tests) {
    return tests.toSorted((a, b) => kindOf(a) - kindOf(b) || (a.path < b.path ? -1 : 1));
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}
