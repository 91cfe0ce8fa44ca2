import { randomBytes } from 'node:crypto';
import { type DestinationStream, pino } from 'pino';
import type { Log, LogFacts } from '../handling/log.js';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/**
 * Structured lines on stdout. An error is logged by name, code and the places it passed through; its message is left out,
 * since libraries put what they were handed into it.
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

function described(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = [field(error, 'code'), field(field(error, 'data'), 'error')].find(isCode);
  const cause = error.cause instanceof Error ? error.cause : undefined;
  const causeCode = field(cause, 'code');
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim().replace(/\(?(?:file:\/\/)?\/.*\/((?:src|dist|node_modules)\/)/, '($1'));
  return {
    error: error.name,
    ...(code === undefined ? {} : { code }),
    ...(cause === undefined ? {} : { cause: cause.name }),
    ...(isCode(causeCode) ? { causeCode } : {}),
    ...(places.length === 0 ? {} : { places: places.join(' < ') }),
  };
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null && name in of ? (of as Record<string, unknown>)[name] : undefined;
}

/** Codes are one short word; anything longer may be somebody's text. */
function isCode(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_]{1,48}$/.test(value);
}
