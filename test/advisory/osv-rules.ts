import type { OsvRecord } from '../../src/advisory/osv.js';
import { ecosystemNamed } from '../../src/report/ecosystem.js';

const commit = /^(?:0|[\da-f]{40}|[\da-f]{64})$/;

/**
 * What the schema of OSV asks of affected versions beyond our own type. Kept by hand, from
 * https://ossf.github.io/osv-schema/: it holds where the schema itself is not to be had.
 */
export function osvFaults({ affected }: Pick<OsvRecord, 'affected'>): string[] {
  const ranges = affected.flatMap((one) => one.ranges ?? []);
  const git = ranges.filter(({ type }) => type === 'GIT');
  const names = (events: (typeof ranges)[number]['events']) => events.flatMap((event) => Object.keys(event));
  const rules: Readonly<Record<string, boolean>> = {
    'an ecosystem is one of the list': affected.every((one) => !one.package || ecosystemNamed(one.package.ecosystem)),
    'a range begins somewhere': ranges.every(({ events }) => names(events).includes('introduced')),
    'an event is one thing': ranges.every(({ events }) => events.every((event) => Object.keys(event).length === 1)),
    'a range ends once': ranges.every(
      ({ events }) => !/fixed.*last_affected|last_affected.*fixed/.test(names(events).join()),
    ),
    'commits have a repository': git.every(({ repo }) => repo !== undefined),
    'commits are whole': git.every(({ events }) => events.flatMap(Object.values).every((one) => commit.test(one))),
  };
  return Object.entries(rules).flatMap(([rule, kept]) => (kept ? [] : [rule]));
}
