import type { OutgoingHttpHeaders } from 'node:http';
import { type Parcel, secondsNow, signatureOf, signedHeaders } from './posting.js';

export type Forged = Readonly<{ text: string; headers: OutgoingHttpHeaders }>;
type Forge = (secret: string, parcel: Parcel, at: number) => Forged;

const headersWith = (secret: string, parcel: Parcel, change: (good: string) => string | readonly string[]): Forged => {
  const headers = signedHeaders(secret, parcel);
  const changed = change(headers['x-slack-signature']);
  return {
    text: parcel.text,
    headers: { ...headers, 'x-slack-signature': typeof changed === 'string' ? changed : [...changed] },
  };
};
/** Signed with the right secret over what `x-slack-request-timestamp` says, which no Slack would say. */
const dated = (secret: string, parcel: Parcel, timestamp: string): Forged => ({
  text: parcel.text,
  headers: signedHeaders(secret, parcel, timestamp),
});

/** Ways to send what Slack did not. `at` tells one of a kind from the next. */
export const forgeries = {
  'another secret': (secret, parcel) => ({
    text: parcel.text,
    headers: signedHeaders(`${secret.slice(1)}x`, parcel),
  }),
  'an empty secret': (_, parcel) => ({ text: parcel.text, headers: signedHeaders('', parcel) }),
  'a bit of the signature flipped': (secret, parcel, at) =>
    headersWith(secret, parcel, (good) => {
      const place = 3 + (at % 64);
      const digit = (Number.parseInt(good[place] ?? '0', 16) ^ (1 << (at % 4))).toString(16);
      return good.slice(0, place) + digit + good.slice(place + 1);
    }),
  'a bit of the body flipped': (secret, parcel, at) => {
    const bytes = Buffer.from(parcel.text);
    const place = (at * 31) % bytes.length;
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    return { text: bytes.toString(), headers: signedHeaders(secret, parcel) };
  },
  'the body cut': (secret, parcel, at) => ({
    text: parcel.text.slice(0, -1 - (at % 50)),
    headers: signedHeaders(secret, parcel),
  }),
  'the signature cut': (secret, parcel, at) => headersWith(secret, parcel, (good) => good.slice(0, -1 - (at % 64))),
  'another version': (secret, parcel, at) =>
    headersWith(secret, parcel, (good) => (['v1', 'V0', 'v00', ''][at % 4] ?? '') + good.slice(2)),
  'the signature of another body': (secret, parcel, at) =>
    headersWith(secret, parcel, () => signatureOf(secret, secondsNow(), `${parcel.text}&n=${at}`)),
  'the signature of another second': (secret, parcel, at) =>
    headersWith(secret, parcel, () => signatureOf(secret, secondsNow() - 1 - (at % 200), parcel.text)),
  'no signature': (secret, parcel) => {
    const { 'x-slack-signature': _, ...headers } = signedHeaders(secret, parcel);
    return { text: parcel.text, headers };
  },
  'no timestamp': (secret, parcel) => {
    const { 'x-slack-request-timestamp': _, ...headers } = signedHeaders(secret, parcel);
    return { text: parcel.text, headers };
  },
  'two signatures': (secret, parcel, at) =>
    headersWith(secret, parcel, (good) => (at % 2 === 0 ? [good, good] : [good, `v0=${'0'.repeat(64)}`])),
  'two signatures in one': (secret, parcel) => headersWith(secret, parcel, (good) => `${good},${good}`),
  'two timestamps': (secret, parcel) => {
    const headers = signedHeaders(secret, parcel);
    const timestamp = headers['x-slack-request-timestamp'];
    return { text: parcel.text, headers: { ...headers, 'x-slack-request-timestamp': [timestamp, timestamp] } };
  },
  'junk after the signature': (secret, parcel, at) => headersWith(secret, parcel, (good) => `${good}=junk${at}`),
  'an empty signature': (secret, parcel, at) => headersWith(secret, parcel, () => ['v0=', '', 'v0'][at % 3] ?? ''),
  'the signature in capitals': (secret, parcel) =>
    headersWith(secret, parcel, (good) => `v0=${good.slice(3).toUpperCase()}${/[a-f]/.test(good) ? '' : '0'}`),
  'a timestamp that is no plain number': (secret, parcel, at) =>
    dated(secret, parcel, [`+${secondsNow()}`, `${secondsNow()}.0`, `0x${secondsNow().toString(16)}`][at % 3] ?? ''),
} as const satisfies Record<string, Forge>;
export type ForgeryName = keyof typeof forgeries;
export const forgeryNames = Object.keys(forgeries) as readonly ForgeryName[];
