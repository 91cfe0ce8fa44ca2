import { isObject } from '../limits/shape.js';
import { ApiError } from './api-error.js';

/** Which arguments are JSON, and what Slack answers when they don't parse. */
const jsonArguments: Readonly<Record<string, string>> = {
  blocks: 'invalid_blocks_format',
  attachments: 'invalid_attachments',
  metadata: 'invalid_metadata_format',
  view: 'invalid_arguments',
};

export type Arguments = Readonly<Record<string, unknown>>;

/** The arguments of a call and its token, from the header or the argument `token`. @throws ApiError */
export function readArguments(
  body: string,
  query: URLSearchParams,
  contentType: string,
  authorization: string | undefined,
): { token: string | undefined; args: Arguments } {
  const { token: argument, ...given } = { ...Object.fromEntries(query), ...parseBody(body, contentType) };
  const bearer = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
  const args = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, parseArgument(name, value)]));
  return { token: bearer ?? (typeof argument === 'string' ? argument : undefined), args };
}

function parseBody(body: string, contentType: string): Readonly<Record<string, unknown>> {
  if (body === '') return {};
  if (contentType.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(body));
  if (!contentType.startsWith('application/json')) throw new ApiError('invalid_post_type');
  const parsed = parseJson(body, 'invalid_json');
  if (!isObject(parsed)) throw new ApiError('json_not_object');
  return parsed;
}

function parseArgument(name: string, value: unknown): unknown {
  const code = jsonArguments[name];
  return code === undefined || typeof value !== 'string' || value === '' ? value : parseJson(value, code);
}

function parseJson(text: string, code: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(code, [`[ERROR] not JSON: ${text.slice(0, 40)}`]);
  }
}

/** @throws ApiError when the argument is missing or empty */
export function required(args: Arguments, name: string): string {
  const value = optional(args, name);
  if (value === undefined) throw new ApiError('invalid_arguments', [`[ERROR] missing required field: ${name}`]);
  return value;
}

export function optional(args: Arguments, name: string): string | undefined {
  const value = args[name];
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'string' ? value : String(value);
}

export const isOn = (args: Arguments, name: string) => ['true', '1'].includes(optional(args, name) ?? '');

/** A page of a list, by `limit` and `cursor`. */
export function page<T>(
  args: Arguments,
  items: readonly T[],
  byDefault = 100,
): { items: readonly T[]; cursor: string } {
  const limit = Number(optional(args, 'limit') ?? byDefault);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new ApiError('invalid_limit');
  const cursor = optional(args, 'cursor');
  const start = cursor === undefined ? 0 : Number(Buffer.from(cursor, 'base64url').toString());
  if (!Number.isInteger(start)) throw new ApiError('invalid_cursor');
  const more = start + limit < items.length;
  return {
    items: items.slice(start, start + limit),
    cursor: more ? Buffer.from(String(start + limit)).toString('base64url') : '',
  };
}
