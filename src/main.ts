#!/usr/bin/env node
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { setFlagsFromString } from 'node:v8';
import { runProgram } from './commands/program.js';
import { describeUnexpected, type Terminal } from './commands/terminal.js';
import { diskFiles } from './config/files.js';

const terminal: Terminal = {
  out: (text) => console.log(text),
  err: (text) => console.error(text),
  env: process.env,
  files: diskFiles,
  clock: () => new Date(),
  ...(process.stdin.isTTY ? { ask } : {}),
};

process.on('uncaughtException', (error) => {
  terminal.err(describeUnexpected(error));
  process.exit(1);
});

const code = await runProgram(process.argv.slice(2), terminal, {
  start: async () => {
    // The parser in Node's fetch is WebAssembly. To optimize it takes V8 up to 28 MB, and saved no time that could be measured.
    for (const flag of ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering']) setFlagsFromString(flag);
    const ended = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
    return (await import('./commands/start.js')).start(terminal, ended);
  },
  probes: async () => {
    const { slackProbe } = await import('./commands/probe-slack.js');
    const { storeProbe } = await import('./commands/probe-store.js');
    return [slackProbe(terminal.clock), storeProbe];
  },
  sandbox: async (options) => {
    const sandbox = await import('./sandbox/run-sandbox.js').catch(absent);
    if (sandbox === undefined) {
      terminal.err('This installation has no sandbox. Get the source and run: npm ci && npm run sandbox');
      return 1;
    }
    try {
      const { play, ...how } = { ...options, env: process.env, tell: terminal.err };
      await (play ? sandbox.playSandbox(how, terminal.out) : sandbox.runSandbox(how));
      return 0;
    } catch (error) {
      terminal.err(error instanceof Error ? error.message : String(error));
      return 1;
    }
  },
});
process.exit(code);

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

/** The production image has neither the sandbox nor the packages it needs. */
function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
  throw error;
}
