import type { Log } from '../../handling/log.js';
import { type Answer, jsonAnswer } from './http/answer.js';
import { isSslCheck, type ReadPayload, readPayload } from './http/read-payload.js';
import { createRefusalLog, type RefusedBecause } from './http/refusal-log.js';
import { checkSignature, type SignatureHeaders } from './http/signature.js';

/** A request with its whole body, before anything is known of it. */
export type Arrived = Readonly<{ headers: SignatureHeaders; contentType: string | undefined; body: Buffer }>;

export type HttpGuardDeps = Readonly<{
  signingSecret: string;
  /** Real time: Slack dates its requests, and knows nothing of the bot's clock. */
  now: () => Date;
  log: Log;
}>;

/** `signature`: no other request has it. */
export type Deliver = (body: Readonly<Record<string, unknown>>, signature: string) => Promise<Answer>;

export type Guard = Readonly<{
  /** Answers a request; `deliver` is called for what Slack sent, well formed. */
  admit(arrived: Arrived, deliver: Deliver): Promise<Answer>;
  /** Notes that something was refused outside the guard: unread, or as a repeat. */
  refused(why: RefusedBecause): void;
}>;

/**
 * Stands before everything that comes over HTTP. Forged, and dated more than five minutes before or after now: 401. Signed
 * and malformed: 400. Kinds that the bot does not listen to: 200.
 */
export function createGuard({ signingSecret, now, log }: HttpGuardDeps): Guard {
  const refused = createRefusalLog(log, now);
  return {
    refused,
    admit: async ({ headers, contentType, body }, deliver) => {
      if (isSslCheck(contentType, body)) return { status: 200 };
      const verdict = checkSignature(headers, body, signingSecret, now());
      if (verdict.kind === 'bad') {
        refused(verdict.why);
        return { status: 401 };
      }
      const { signature } = verdict;
      return await carryOut(readPayload(contentType, body), (wellFormed) => deliver(wellFormed, signature), refused);
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
