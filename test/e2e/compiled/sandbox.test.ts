import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../support/project.js';

// As `npm run sandbox` starts it: compiled, with a mongod of its own, everything it serves read from dist/ and node_modules/.
const { PATH = '', HOME = '' } = process.env;

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
  const env = { PATH, HOME, LOG_LEVEL: 'error' };
  const args = [join(root, 'dist', 'main.js'), 'sandbox', '--port', '0'];
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'close');
  try {
    const said: string[] = [];
    let address: string | undefined;
    for await (const line of createInterface({ input: child.stderr })) {
      said.push(line);
      address = /is up: +(http:\/\/127\.0\.0\.1:\d+\S*)/.exec(line)?.[1];
      if (address !== undefined) break;
    }
    child.stderr.resume();
    if (address === undefined) throw new Error(`the sandbox did not come up; it said:\n${said.join('\n')}`);

    const page = await get(address);
    expect(page.status).toBe(200);
    const seen = new Map<string, Got>([[page.url, page]]);
    for (const { url } of seen.values()) {
      for (const part of partsOf(seen.get(url) ?? page)) if (!seen.has(part)) seen.set(part, await get(part));
    }
    expect(seen.size).toBeGreaterThan(3);
    expect([...seen.values()].filter(({ status }) => status !== 200).map(({ url }) => url)).toEqual([]);

    child.kill('SIGTERM');
    await ended;
    expect(child.exitCode).toBe(0);
  } finally {
    child.kill('SIGKILL');
  }
}, 180_000);
