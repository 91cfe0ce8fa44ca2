import type { LogFacts } from '../handling/log.js';

/** The most call sites listed, innermost first. */
const mostPlaces = 6;

/** What may be logged about an error: names, codes and call sites. Never its message, nor the machine's folders. */
export function described(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = [field(error, 'code'), field(field(error, 'data'), 'error')].find(isCode);
  const cause = error.cause instanceof Error ? error.cause : undefined;
  const causeCode = field(cause, 'code');
  const places = placesOf(error);
  return {
    error: nameOf(error),
    ...(code === undefined ? {} : { code }),
    ...(cause === undefined ? {} : { cause: nameOf(cause) }),
    ...(isCode(causeCode) ? { causeCode } : {}),
    ...(places.length === 0 ? {} : { places: places.join(' < ') }),
  };
}

function nameOf({ name }: Error): string {
  return isCode(name) ? String(name) : 'Error';
}

/** A stack begins with the message, which may look like a call site. If the two can't be separated, there are no sites. */
function placesOf({ stack, message }: Error): string[] {
  const text = String(stack ?? '');
  const begins = text.indexOf(String(message));
  if (begins < 0) return [];
  return text
    .slice(begins + String(message).length)
    .split('\n')
    .slice(1)
    .flatMap(place)
    .slice(0, mostPlaces);
}

const call = /^\s+at (?:(?<who>[^()]*) \()?(?<file>[^()]+:\d+):\d+\)?$/;

function place(line: string): string[] {
  const { who, file } = call.exec(line)?.groups ?? {};
  if (file === undefined) return [];
  return [who === undefined ? inProject(file) : `${who} (${inProject(file)})`];
}

function inProject(file: string): string {
  if (file.startsWith('node:')) return file;
  const path = file.replaceAll('\\', '/');
  const [, known] = /^.*\/(node_modules\/.*)$/.exec(path) ?? /^.*\/((?:src|dist)\/.*)$/.exec(path) ?? [];
  return known ?? path.slice(path.lastIndexOf('/') + 1);
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null && name in of ? (of as Record<string, unknown>)[name] : undefined;
}

/** A code is a number or one short word. Anything longer may be somebody's text. */
function isCode(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && /^[A-Za-z0-9_]{1,48}$/.test(value));
}
