import { createLog } from '../../../src/ops/log.js';
import { quietLogger } from '../../../src/slack/workspace/quiet-logger.js';

test('a line of a Slack library keeps the level of the log, and only its own fixed words', () => {
  const lines: string[] = [];
  const logger = quietLogger(createLog('debug', { write: (line: string) => void lines.push(line) }));
  logger.warn('something odd (body: kanari)');
  logger.error('WebSocket error occurred: kanari');
  logger.debug('a whole request');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    expect.objectContaining({ level: 40, as: 'warn', words: 'something odd', msg: 'slack library' }),
    expect.objectContaining({ level: 40, as: 'error', words: 'WebSocket error occurred', msg: 'slack library' }),
  ]);
  expect(lines.join()).not.toContain('kanari');
});
