import { checkSignature } from '../../../../src/slack/transport/http/signature.js';
import { signatureOf } from './posting.js';

const secret = '0123456789abcdef';
const now = 1_790_042_400;
const body = Buffer.from('payload=%7B%7D');

const verdictFor = (timestamp: string) =>
  checkSignature(
    { timestamp: [timestamp], signature: [signatureOf(secret, timestamp, String(body))] },
    body,
    secret,
    new Date(now * 1000),
  );

describe('the signature', () => {
  test('is good for 300 seconds before and after its date: of 801 dates exactly 601', () => {
    const skews = Array.from({ length: 801 }, (_, n) => n - 400);
    const good = skews.filter((skew) => verdictFor(String(now + skew)).kind === 'good');
    expect(good).toEqual(skews.filter((skew) => Math.abs(skew) <= 300));
    expect(good.length).toBe(601);
    expect(verdictFor(String(now + 301))).toEqual({ kind: 'bad', why: 'skewed' });
  });

  test('is over the bytes as they came, also where they are no text', () => {
    const bytes = Buffer.from([0x7b, 0xff, 0xfe, 0x7d]);
    const asText = signatureOf(secret, now, bytes.toString());
    const verdict = checkSignature(
      { timestamp: [String(now)], signature: [asText] },
      bytes,
      secret,
      new Date(now * 1000),
    );
    expect(verdict).toEqual({ kind: 'bad', why: 'bad_signature' });
  });

  test('by an empty secret is never good', () => {
    const headers = { timestamp: [String(now)], signature: [signatureOf('', now, String(body))] };
    expect(checkSignature(headers, body, '', new Date(now * 1000)).kind).toBe('bad');
  });

  const right = signatureOf(secret, now, String(body));
  const headers = { timestamp: [String(now)], signature: [right] };
  const bad = (over: Partial<typeof headers>) => {
    const verdict = checkSignature({ ...headers, ...over }, body, secret, new Date(now * 1000));
    return verdict.kind === 'bad' ? verdict.why : verdict.kind;
  };

  test('is good as Slack sends it', () => {
    expect(bad({})).toBe('good');
  });

  test.each([
    ['no date', { timestamp: [] }, 'bad_headers'],
    ['no signature', { signature: [] }, 'bad_headers'],
    ['neither', { timestamp: [], signature: [] }, 'bad_headers'],
    ['two dates', { timestamp: [String(now), String(now)] }, 'bad_headers'],
    ['two signatures', { signature: [right, right] }, 'bad_headers'],
    ['two of each', { timestamp: [String(now), String(now)], signature: [right, right] }, 'bad_headers'],
    ['a date with something before it', { timestamp: [`1${now}`] }, 'bad_headers'],
    ['a date with something after it', { timestamp: [`${now} `] }, 'bad_headers'],
    ['a date that is no number', { timestamp: ['yesterday'] }, 'bad_headers'],
    ['an empty date', { timestamp: [''] }, 'bad_headers'],
    ['a signature of another version', { signature: [right.replace('v0', 'v1')] }, 'bad_signature'],
    ['a signature with something before it', { signature: [` ${right}`] }, 'bad_signature'],
    ['a signature with something after it', { signature: [`${right}0`] }, 'bad_signature'],
    ['a signature that is cut', { signature: [right.slice(0, -1)] }, 'bad_signature'],
    ['an empty signature', { signature: [''] }, 'bad_signature'],
    ['the signature of another body', { signature: [signatureOf(secret, now, 'payload=')] }, 'bad_signature'],
  ])('with %s is refused', (_, over, why) => {
    expect(bad(over)).toBe(why);
  });
});
