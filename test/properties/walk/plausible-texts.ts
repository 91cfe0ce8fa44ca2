import type { Placed } from '../../../src/sandbox/view-state.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import type { Seeded } from '../../support/seeded.js';

const vectors = [
  'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N',
  'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H/E:P',
  'CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N',
  'CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:L/VA:N/SC:N/SI:N/SA:N',
  'CVSS:4.0/AV:A/AC:H/AT:P/PR:N/UI:A/VC:L/VI:N/VA:H/SC:L/SI:N/SA:N',
] as const;

/** Ranges as people type them; every fix here is newer than all of them. */
const ranges = [
  'up to 3.4.1',
  '3.3.0 to 3.4.1',
  '<= 3.4.2',
  '3.4.0 and earlier',
  '从 3.3.0 到 3.4.2',
  'all versions',
  '3.4.1',
];

/** A text of the shape that an input asks for; `fresh` makes a canary. `undefined`: any text does. */
export function plausibleText({ element }: Placed, fresh: () => string, reports: readonly string[], random: Seeded) {
  const field = element.action_id.replace(/_\d+$/, '');
  const one = (texts: readonly string[]) => random.pick(texts) ?? '';
  switch (field) {
    case inputs.lines:
      return Array.from({ length: random.between(1, 3) }, () => `${fresh()}: ${one(ranges)}`).join('\n');
    case inputs.fixVersion:
      return `${random.between(4, 6)}.${random.between(0, 9)}.${random.between(0, 9)}+${fresh()}`;
    case inputs.fixLink:
    case inputs.creditLink:
      return `https://example.org/releases/${fresh()}`;
    case inputs.vector:
      // A score is shown before it counts: who has typed one mostly leaves it.
      return typeof element.initial_value === 'string' && random.next() < 0.8 ? element.initial_value : one(vectors);
    case inputs.cve:
      return `CVE-2026-${random.between(10_000, 99_999)}`;
    case inputs.originalId:
      return one([...reports.slice(-6), reports[0] ?? 'VR-0000-0000']);
    default:
      return undefined;
  }
}
