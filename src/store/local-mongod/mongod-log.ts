import { open } from 'node:fs/promises';
import { z } from 'zod';

const Line = z.looseObject({
  t: z.object({ $date: z.string() }),
  s: z.string(),
  msg: z.string(),
  attr: z.looseObject({ error: z.unknown().optional() }).optional(),
});

const tailBytes = 64_000;

/** The last error in a mongod's log since a moment, in one line. `undefined` when there is none. */
export async function lastFault(log: string, since: Date): Promise<string | undefined> {
  const lines = (await tailOf(log)).split('\n').reverse();
  for (const text of lines) {
    const line = readLine(text);
    if (line === undefined || !['F', 'E'].includes(line.s) || new Date(line.t.$date) < since) continue;
    const error = line.attr?.error;
    if (error !== undefined) return `${line.msg}: ${typeof error === 'string' ? error : JSON.stringify(error)}`;
  }
  return undefined;
}

async function tailOf(log: string): Promise<string> {
  const file = await open(log).catch(() => undefined);
  if (file === undefined) return '';
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read({
      buffer: Buffer.alloc(tailBytes),
      position: Math.max(0, size - tailBytes),
    });
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

function readLine(text: string): z.infer<typeof Line> | undefined {
  try {
    return Line.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
