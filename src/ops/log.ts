import { randomBytes } from 'node:crypto';
import { type DestinationStream, pino } from 'pino';
import type { Log } from '../handling/log.js';
import { described } from './described-error.js';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/**
 * Structured lines on stdout. An error is logged by its name, code and call sites. Its message is left out, since libraries put
 * their input into it.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = destination === undefined ? pino(options) : pino(options, destination);
  return {
    note: (what, facts) => logger.info({ ...facts }, what),
    warn: (what, facts) => logger.warn({ ...facts }, what),
    fail: (what, error, facts) => {
      const reference = randomBytes(4).toString('hex');
      logger.error({ ...facts, reference, ...described(error) }, what);
      return reference;
    },
  };
}
