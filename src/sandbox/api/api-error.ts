import type { Refusal } from '../limits/messages.js';

/** A call that Slack refuses: `{ ok: false, error: code }`, with lines in `response_metadata.messages` where it has any. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  readonly lines: readonly string[];
  readonly extra: Readonly<Record<string, unknown>>;
  constructor(code: string, lines: readonly string[] = [], extra: Readonly<Record<string, unknown>> = {}) {
    super([code, ...lines].join('\n'));
    this.code = code;
    this.lines = lines;
    this.extra = extra;
  }
}

/** @throws ApiError when there is a refusal */
export function throwRefusal(refusal: Refusal | undefined): void {
  if (refusal !== undefined) throw new ApiError(refusal.code, refusal.lines);
}
