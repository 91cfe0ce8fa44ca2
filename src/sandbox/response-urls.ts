import { randomBytes } from 'node:crypto';
import { ApiError } from './api/api-error.js';
import { isObject } from './limits/shape.js';
import { type Addressee, showResponse } from './show-response.js';
import type { World } from './world.js';

const mostUses = 5;
const lifetimeMs = 30 * 60_000;

/** What an app sent to a response_url, and the status of the answer. */
export type UrlResponse = Readonly<{
  user: string;
  channel: string;
  body: Readonly<Record<string, unknown>>;
  status: number;
  at: Date;
}>;

export type ResponseUrls = Readonly<{
  /** A new path. It works five times, for 30 minutes of the sandbox clock. */
  issue(addressee: Addressee): string;
  /** Serves one use. */
  use(path: string, body: string): Readonly<{ status: number; answer: unknown }>;
}>;

export function createResponseUrls(world: World, now: () => Date, record: (use: UrlResponse) => void): ResponseUrls {
  const issued = new Map<string, { addressee: Addressee; at: number; uses: number }>();
  return {
    issue: (addressee) => {
      const path = `/response/${world.home.id}/${issued.size + 1}/${randomBytes(12).toString('base64url')}`;
      issued.set(path, { addressee, at: now().getTime(), uses: 0 });
      return path;
    },
    use: (path, text) => {
      const url = issued.get(path);
      if (url === undefined) return { status: 404, answer: { ok: false, error: 'invalid_url' } };
      const body = parse(text);
      const { user, channel } = url.addressee;
      const done = (status: number, answer: unknown) => {
        record({ user, channel, body: body ?? {}, status, at: now() });
        return { status, answer };
      };
      if (body === undefined) return done(400, 'invalid_payload');
      if (now().getTime() - url.at > lifetimeMs) return done(404, { ok: false, error: 'expired_url' });
      if (url.uses >= mostUses) return done(404, { ok: false, error: 'used_url' });
      url.uses++;
      try {
        showResponse(world, url.addressee, body, now());
        return done(200, 'ok');
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return done(error.code === 'no_text' ? 400 : 404, {
          ok: false,
          error: error.code,
          response_metadata: { messages: error.lines },
        });
      }
    },
  };
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
