import { createLog } from '../../../src/ops/log.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { createGuard } from '../../../src/slack/transport/http-guard.js';
import { formEncoded, inForm, inJson, type Parcel, signatureOf } from './http/posting.js';
import { appMention, eventCallback, slashCommand, viewClosed } from './http/slack-payloads.js';

const secret = 'a secret';
const now = 1_790_042_400;
const command = formEncoded(slashCommand(sandbox.ana, 'help', 'https://hooks.example/1'));
const mention = inJson(eventCallback(appMention(sandbox.dana)));
const deep = `{"type":"event_callback","event":${'['.repeat(21)}`;

/** What the guard answers, hands on and logs. */
async function admitted({ contentType, text }: Parcel, { key = secret, at = now } = {}) {
  const refusals: unknown[] = [];
  const handedOn: unknown[] = [];
  const log = createLog('info', { write: (line: string) => void refusals.push(JSON.parse(line).why) });
  const guard = createGuard({ signingSecret: secret, now: () => new Date(now * 1000), log });
  const signature = signatureOf(key, at, text);
  const arrived = {
    headers: { timestamp: [String(at)], signature: [signature] },
    contentType,
    body: Buffer.from(text),
  };
  const answer = await guard.admit(arrived, async (body, by) => {
    handedOn.push(body, by === signature);
    return { status: 299 };
  });
  return { answer, handedOn, refusals };
}

describe('the guard', () => {
  test.each([
    ['a command', command, { user_id: sandbox.ana, text: 'help' }],
    ['an event', mention, { event: { type: 'app_mention', user: sandbox.dana } }],
  ])('hands on %s that Slack signed, with its signature, and answers what became of it', async (_, parcel, body) => {
    const { answer, handedOn, refusals } = await admitted(parcel);
    expect(answer).toEqual({ status: 299 });
    expect(handedOn).toMatchObject([body, true]);
    expect(refusals).toEqual([]);
  });

  test.each<[string, Parcel, object, string[], { key?: string; at?: number }?]>([
    ['what another secret signed', command, { status: 401 }, ['bad_signature'], { key: 'another' }],
    ['what is dated too early', command, { status: 401 }, ['skewed'], { at: now - 301 }],
    ['what is malformed', inJson({}), { status: 400 }, ['malformed']],
    ['what nests too deep', { contentType: 'application/json', text: deep }, { status: 400 }, ['too_deep']],
    ['another media type', { ...command, contentType: 'text/plain' }, { status: 415 }, ['media_type']],
    ['a kind that the bot does not listen to', inForm(viewClosed(sandbox.ana)), { status: 200 }, []],
    ['a certificate check, signed or not', formEncoded({ ssl_check: '1' }), { status: 200 }, [], { key: 'another' }],
    [
      'the question whether the address is ours',
      inJson({ type: 'url_verification', challenge: 'abc' }),
      { status: 200, body: { mediaType: 'application/json', text: '{"challenge":"abc"}' } },
      [],
    ],
  ])('hands on nothing of %s', async (_, parcel, answer, refusals, signed = {}) => {
    expect(await admitted(parcel, signed)).toEqual({ answer, handedOn: [], refusals });
  });
});
