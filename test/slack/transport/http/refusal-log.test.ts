import { createLog } from '../../../../src/ops/log.js';
import { createRefusalLog, type RefusedBecause } from '../../../../src/slack/transport/http/refusal-log.js';

test('of each kind there is one line a minute, which counts those without one', () => {
  const lines: unknown[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(JSON.parse(line)) });
  let now = 0;
  const refused = createRefusalLog(log, () => new Date(now));
  const came: readonly [number, RefusedBecause][] = [
    [0, 'skewed'],
    [1, 'skewed'],
    [2, 'malformed'],
    [59_999, 'skewed'],
    [60_000, 'skewed'],
    [60_001, 'skewed'],
    [120_000, 'skewed'],
    [120_000, 'malformed'],
  ];
  for (const [at, why] of came) {
    now = at;
    refused(why);
  }
  const refusal = (why: RefusedBecause, count: number) =>
    expect.objectContaining({ level: 40, msg: 'request refused', why, count });
  expect(lines).toEqual([
    refusal('skewed', 1),
    refusal('malformed', 1),
    refusal('skewed', 3),
    refusal('skewed', 2),
    refusal('malformed', 1),
  ]);
});
