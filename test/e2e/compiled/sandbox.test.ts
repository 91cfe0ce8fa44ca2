import { program, runToEnd, startCompiledSandbox } from './compiled-program.js';

// As `npm run sandbox` starts it: compiled, with a mongod of its own, everything it serves read from dist/ and node_modules/.
type Got = Readonly<{ url: string; status: number; body: string }>;
const get = async (url: string): Promise<Got> => {
  const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  return { url, status: answer.status, body: await answer.text() };
};

/** What a page, a style sheet or a script asks for by itself. */
const partsOf = ({ url, body }: Got): readonly string[] => {
  const asked = body.matchAll(/(?:<link[^>]+href=|<script[^>]+src=|url\(|\bfrom )["']?([^"')>\s]+)/g);
  return [...asked]
    .flatMap(([, part]) => part ?? [])
    .filter((part) => /\.(js|css|woff2?|svg|png)\b/.test(part) && !part.startsWith('data:'))
    .map((part) => new URL(part, url).href);
};

test('the compiled sandbox comes up, serves its page with all its parts, and ends when told', async () => {
  const sandbox = await startCompiledSandbox();
  try {
    const page = await get(sandbox.url);
    expect(page.status).toBe(200);
    const seen = new Map<string, Got>([[page.url, page]]);
    for (const { url } of seen.values()) {
      for (const part of partsOf(seen.get(url) ?? page)) if (!seen.has(part)) seen.set(part, await get(part));
    }
    expect(seen.size).toBeGreaterThan(3);
    expect([...seen.values()].filter(({ status }) => status !== 200).map(({ url }) => url)).toEqual([]);

    expect(await sandbox.end()).toBe(0);
  } finally {
    sandbox.kill();
  }
}, 180_000);

test('`sandbox --play` tells the tour on the terminal, and ends by itself', async () => {
  const { code, out, err } = await runToEnd(process.execPath, [program, 'sandbox', '--play'], { LOG_LEVEL: 'error' });
  expect({ code, err }).toMatchObject({ code: 0, err: expect.not.stringContaining('Error') });
  const told = [
    "Thanks, we've got your report: VR-",
    'to Ana Member, as a direct message',
    'Mei Sandbox sees the form “Write to the reporter”',
    'wrote to Ana Member. This acknowledges the report',
    'The decision was due',
    '发现了漏洞？',
    '1 份处理中',
    'That was the tour.',
  ];
  const places = told.map((text) => out.indexOf(text));
  expect(places.filter((place) => place < 0)).toEqual([]);
  // Nothing of Slack's own markup is left.
  expect(out).not.toMatch(/<!|<@|<#|&lt;|undefined|\[object/);
}, 120_000);
