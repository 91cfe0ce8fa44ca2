import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { createPageHandler } from '../../../src/sandbox/page/page-handler.js';
import { createSandboxLanguage } from '../../../src/sandbox/sandbox-language.js';
import { sandbox, sandboxWorld } from '../../../src/sandbox/sandbox-world.js';
import { type SlackEmulator, startSlackEmulator } from '../../../src/sandbox/slack-emulator.js';

const now = new Date('2026-09-22T02:00:00Z');
const clock = { now: () => now, zone: 'Asia/Shanghai', jumps: [], jump: async () => ({}) };
let slack: SlackEmulator;
let stopPage: () => void;

beforeAll(async () => {
  const world = sandboxWorld();
  const language = createSandboxLanguage(world, () => {});
  const page = createPageHandler(() => slack, clock, language);
  stopPage = page.stop;
  const tokens = { botToken: 'xoxb-x', appToken: 'xapp-x', signingSecret: '0123456789abcdef' };
  slack = await startSlackEmulator({ world, ...tokens, clock: clock.now, page: page.handle });
});
afterAll(async () => {
  stopPage();
  await slack.stop();
});

type Asked = Readonly<{ method?: string; headers?: Record<string, string>; body?: string }>;
async function ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}) {
  const sent = request(`${slack.url}${path}`, { method, headers });
  sent.end(body);
  const [response] = (await new Promise((resolve, reject) => {
    sent.on('response', (one) => resolve([one]));
    sent.on('error', reject);
  })) as [import('node:http').IncomingMessage];
  return { status: response.statusCode, headers: response.headers, text: await text(response) };
}
const say = (
  headers: Record<string, string>,
  body: unknown = { as: sandbox.ana, channel: sandbox.general, text: 'hello' },
) =>
  ask('/do/say', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const said = () => slack.world.messages.in(sandbox.general).map((message) => message.text);

describe('the page', () => {
  it('takes an action from itself', async () => {
    expect((await say({ origin: slack.url })).status).toBe(200);
    expect(said()).toEqual(['hello']);
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a page without an origin', { origin: 'null' }],
    ['nobody', {}],
  ])('takes none from %s', async (_, headers) => {
    const before = said().length;
    expect((await say(headers as Record<string, string>)).status).toBe(403);
    expect(said()).toHaveLength(before);
  });

  it('takes none that was sent as a form', async () => {
    const sent = await say({ origin: slack.url, 'content-type': 'text/plain' });
    expect(sent.status).toBe(400);
  });

  it.each(['{', '[]', { as: sandbox.ana }, 'x'.repeat(300_000)])('refuses a malformed body', async (body) => {
    const before = said().length;
    expect((await say({ origin: slack.url }, body)).status).toBe(400);
    expect(said()).toHaveLength(before);
  });

  it('shows nothing under another name, which may be a rebound one', async () => {
    expect((await ask('/seen', { headers: { host: 'evil.example' } })).status).toBe(403);
    expect((await ask('/seen')).status).toBe(200);
  });

  it('says in a sentence why Slack would not let a person do it', async () => {
    const refused = await say({ origin: slack.url }, { as: sandbox.dana, channel: sandbox.general, text: 'hello' });
    expect(refused.status).toBe(409);
    expect(JSON.parse(refused.text).problem).toBe('Dana Outsider is not in general and cannot write there.');
  });

  it.each([
    '/client/../page-handler.ts',
    '/client/%2e%2e/page-view.ts',
    '/fonts/sans/files/../package.json',
    '/etc/passwd',
  ])('gives no file but its own: %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it('gives its own files and fonts, and lets nothing else run', async () => {
    const front = await ask('/');
    expect(front.headers['content-security-policy']).toContain("script-src 'self'");
    for (const [, path] of front.text.matchAll(/(?:href|src)="(\/[^"]+)"/g))
      expect((await ask(path ?? '')).status).toBe(200);
    const [, font = ''] = /url\((\/fonts\/sans\/[^)]+)\)/.exec((await ask('/fonts.css')).text) ?? [];
    expect((await ask(font)).headers['content-type']).toBe('font/woff2');
  });

  it('serves every script that its scripts import', async () => {
    const scripts = ['/client/page.js'];
    for (const path of scripts) {
      const { status, text: script } = await ask(path);
      expect({ path, status }).toEqual({ path, status: 200 });
      for (const [, name = ''] of script.matchAll(/from '([^']+)'/g)) {
        const imported = new URL(name, `${slack.url}${path}`).pathname;
        if (!scripts.includes(imported)) scripts.push(imported);
      }
    }
    expect(scripts.length).toBeGreaterThan(5);
  });

  it('shows to each person what is theirs', async () => {
    slack.world.messages.post(
      { channel: sandbox.securityChannel, author: sandbox.bot, text: 'a card', blocks: [] },
      now,
    );
    expect((await ask(`/seen?as=${sandbox.mei}`)).text).toContain('a card');
    for (const other of [sandbox.ana, sandbox.dana, sandbox.guo])
      expect((await ask(`/seen?as=${other}`)).text).not.toContain('a card');
  });
});
