import { type Logger, LogLevel } from '@slack/web-api';
import type { Log } from '../../handling/log.js';

/**
 * What Slack's libraries say, cut to their own fixed words: at debug they log whole requests, and their warnings may quote
 * what came in. Nothing below a warning is kept.
 */
export function quietLogger(log: Log): Logger {
  const warn = (level: string) => (first: unknown) => {
    const words = typeof first === 'string' ? (first.split(/[:({["'`\n]/)[0] ?? '').trim().slice(0, 80) : typeof first;
    log.warn('slack library', { as: level, words });
  };
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: warn('warn'),
    error: warn('error'),
    getLevel: () => LogLevel.WARN,
    setLevel: () => undefined,
    setName: () => undefined,
  };
}
