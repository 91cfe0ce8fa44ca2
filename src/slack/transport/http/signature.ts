import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds that a request may be dated before or after now. Slack's own bound for the past; the future is held to the same. */
export const mostSkewSeconds = 300;

/** Each value that the header came with: one, where Slack sent it. */
export type SignatureHeaders = Readonly<{ timestamp: readonly string[]; signature: readonly string[] }>;
export type SignatureVerdict = Readonly<
  { kind: 'good'; signature: string } | { kind: 'bad'; why: 'bad_headers' | 'skewed' | 'bad_signature' }
>;

/**
 * Whether Slack sent this body, lately: docs.slack.dev/authentication/verifying-requests-from-slack. `now` is real time, as
 * Slack's is. The digest is over the bytes as they came, and compared without telling by time how much of it was right.
 */
export function checkSignature(headers: SignatureHeaders, body: Buffer, secret: string, now: Date): SignatureVerdict {
  const [timestamp, ...moreTimestamps] = headers.timestamp;
  const [signature, ...moreSignatures] = headers.signature;
  const twice = moreTimestamps.length + moreSignatures.length > 0;
  if (timestamp === undefined || signature === undefined || twice) return { kind: 'bad', why: 'bad_headers' };
  if (!/^\d{10}$/.test(timestamp)) return { kind: 'bad', why: 'bad_headers' };
  const [, given] = /^v0=([0-9a-f]{64})$/.exec(signature) ?? [];
  if (given === undefined || secret === '') return { kind: 'bad', why: 'bad_signature' };
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > mostSkewSeconds) return { kind: 'bad', why: 'skewed' };
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest();
  if (!timingSafeEqual(digest, Buffer.from(given, 'hex'))) return { kind: 'bad', why: 'bad_signature' };
  return { kind: 'good', signature };
}
