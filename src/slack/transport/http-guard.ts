import type { Log } from '../../handling/log.js';
import { type Answer, jsonAnswer } from './http/answer.js';
import { isSslCheck, type ReadPayload, readPayload } from './http/read-payload.js';
import { createRefusalLog, type RefusedBecause } from './http/refusal-log.js';
import { createReplayMemory, type MemoryBounds } from './http/replay-memory.js';
import { checkSignature, type SignatureHeaders } from './http/signature.js';

/** A request with its whole body, before anything is known of it. */
export type Arrived = Readonly<{ headers: SignatureHeaders; contentType: string | undefined; body: Buffer }>;

export type HttpGuardDeps = Readonly<{
  signingSecret: string;
  /** Real time: Slack dates its requests, and knows nothing of the bot's clock. */
  now: () => Date;
  log: Log;
  memory?: MemoryBounds;
}>;

export type Guard = Readonly<{
  /** Answers a request; `deliver` is called for what Slack sent, well formed and for the first time. */
  admit(arrived: Arrived, deliver: (body: Readonly<Record<string, unknown>>) => Promise<Answer>): Promise<Answer>;
  /** Notes that something was refused before its body was looked at. */
  refused(why: RefusedBecause): void;
}>;

/**
 * Stands before everything that comes over HTTP. Forged, and dated more than five minutes before or after now: 401. Sent
 * again: the answer of the first, and nothing is done. Signed and malformed: 400. Kinds that the bot has no door for: 200.
 */
export function createGuard({ signingSecret, now, log, memory }: HttpGuardDeps): Guard {
  const refused = createRefusalLog(log, now);
  const met = createReplayMemory(memory);
  return {
    refused,
    admit: async ({ headers, contentType, body }, deliver) => {
      if (isSslCheck(contentType, body)) return { status: 200 };
      const at = now();
      const verdict = checkSignature(headers, body, signingSecret, at);
      if (verdict.kind === 'bad') {
        refused(verdict.why);
        return { status: 401 };
      }
      const remembered = await met.once(verdict.signature, verdict.staleAt, at, () =>
        carryOut(readPayload(contentType, body), deliver, refused),
      );
      if (remembered.kind === 'full') {
        refused('memory_full');
        return { status: 503 };
      }
      if (remembered.kind === 'repeat') refused('replayed');
      return remembered.answer;
    },
  };
}

async function carryOut(
  payload: ReadPayload,
  deliver: (body: Readonly<Record<string, unknown>>) => Promise<Answer>,
  refused: (why: RefusedBecause) => void,
): Promise<Answer> {
  switch (payload.kind) {
    case 'deliver':
      return await deliver(payload.body);
    case 'challenge':
      return jsonAnswer({ challenge: payload.challenge });
    case 'ignored':
      return { status: 200 };
    case 'malformed':
      refused('malformed');
      return { status: 400 };
    case 'unreadable':
      refused(payload.why);
      return { status: payload.why === 'media_type' ? 415 : 400 };
    default:
      return payload satisfies never;
  }
}
