import { once } from 'node:events';
import { playTour } from './play/play-tour.js';
import { type SandboxOptions, startSandbox } from './start-sandbox.js';

/** Starts a sandbox without a page to open, plays the tour in it, line by line to `out`, and ends. */
export async function playSandbox(options: SandboxOptions, out: (line: string) => void): Promise<void> {
  const sandbox = await startSandbox({ ...options, port: 0, stillClock: true });
  try {
    await playTour(sandbox, out);
  } finally {
    await sandbox.stop();
  }
}

/** Runs the sandbox until Ctrl-C or SIGTERM, and tells the person at the terminal where it is. */
export async function runSandbox(options: SandboxOptions = {}): Promise<void> {
  const { tell = (line: string) => process.stderr.write(`${line}\n`) } = options;
  tell('Starting the sandbox: a Slack emulator, a real MongoDB and the bot. Everything runs on this computer.');
  const { url, stop } = await startSandbox({ ...options, tell });
  tell(`
  The sandbox is up:  ${url}

  Open this address in a browser and follow the tour at the top of the page. It takes two minutes.
  Each start is a fresh one: what you do here is deleted at the end. Press Ctrl-C to stop.
`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  tell('Stopping the sandbox …');
  await stop();
}
