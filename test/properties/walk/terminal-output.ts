import type { RunningBot } from '../../support/running-bot.js';

/** Hears what is written to the terminal past the log, until it is stopped. */
export function startListening(): Readonly<{ lines: readonly string[]; stop(): void }> {
  const lines: string[] = [];
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write);
  const heard = ['log', 'info', 'warn', 'error', 'debug'] as const;
  const said = heard.map((name) => console[name]);
  for (const [at, stream] of streams.entries()) {
    stream.write = ((...written: Parameters<typeof stream.write>) => {
      lines.push(String(written[0]));
      return writes[at]?.apply(stream, written) ?? true;
    }) as typeof stream.write;
  }
  for (const [at, name] of heard.entries()) {
    console[name] = (...told: unknown[]) => {
      lines.push(told.map(String).join(' '));
      said[at]?.(...told);
    };
  }
  return {
    lines,
    stop: () => {
      for (const [at, stream] of streams.entries()) stream.write = writes[at] ?? stream.write;
      for (const [at, name] of heard.entries()) console[name] = said[at] ?? console[name];
    },
  };
}

/** What the bot answers to whoever asks how it does: pages, and one that isn't there. */
export async function pagesOf({ config: { ops } }: RunningBot) {
  if (ops === undefined) throw new Error('this bot answers nobody who asks how it does');
  return await Promise.all(
    ['/livez', '/readyz', '/metrics', '/nowhere'].map(async (path) => {
      const response = await fetch(`http://${ops.host}:${ops.port}${path}`);
      const headers = [...response.headers].flat().join('\n');
      return { path, text: `${response.status}\n${headers}\n${await response.text()}` };
    }),
  );
}
