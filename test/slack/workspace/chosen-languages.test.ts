import type { Languages } from '../../../src/handling/ports.js';
import { createLog } from '../../../src/ops/log.js';
import { createChosenLanguages } from '../../../src/slack/workspace/chosen-languages.js';

const failures: string[] = [];
const log = createLog('error', { write: (line: string) => void failures.push(JSON.parse(line).msg) });

let now = new Date('2026-09-22T02:00:00Z');

describe('the language that somebody chose', () => {
  test('is looked up once a minute, also of somebody who never chose one', async () => {
    let asked = 0;
    let stored: 'zh' | undefined;
    const find = async () => {
      asked += 1;
      return stored;
    };
    const chosen = createChosenLanguages({ languages: { find, keep: async () => undefined }, clock: () => now, log });
    for (let n = 0; n < 5; n += 1) expect(await chosen.of('U1', undefined)).toBeUndefined();
    expect(asked).toBe(1);
    stored = 'zh';
    now = new Date(now.getTime() + 60_000);
    expect(await chosen.of('U1', undefined)).toBe('zh');
    expect(asked).toBe(2);
  });

  test('is not overwritten by an older answer that arrives late', async () => {
    let answer: (language: 'en') => void = () => undefined;
    const late = new Promise<'en'>((resolve) => {
      answer = resolve;
    });
    const languages: Languages = { find: () => late, keep: async () => undefined };
    const chosen = createChosenLanguages({ languages, clock: () => now, log });
    const asking = chosen.of('U1', undefined);
    expect(await chosen.of('U1', 'zh')).toBe('zh');
    answer('en');
    expect(await asking).toBe('zh');
  });

  test('is what this replica remembers while the database does not answer, and nobody waits long for it', async () => {
    let away = false;
    const never = new Promise<never>(() => undefined);
    const languages: Languages = {
      find: () => (away ? never : Promise.resolve(undefined)),
      keep: () => (away ? never : Promise.resolve()),
    };
    const chosen = createChosenLanguages({ languages, clock: () => now, log });
    expect(await chosen.of('U1', undefined)).toBeUndefined();
    expect(await chosen.of('U1', 'zh')).toBe('zh');
    away = true;
    const began = performance.now();
    expect(await chosen.of('U1', undefined)).toBe('zh');
    expect(await chosen.of('U1', 'en')).toBe('en');
    expect(await chosen.of('U2', undefined)).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(3000);
    expect(chosen.known('U1')).toBe('en');
  });

  test('is kept for the other replicas', async () => {
    const kept: string[] = [];
    const keep = async (user: string, language: string) => void kept.push(`${user} ${language}`);
    const chosen = createChosenLanguages({ languages: { find: async () => 'en', keep }, clock: () => now, log });
    await chosen.of('U1', 'zh');
    await chosen.of('U2', undefined);
    expect(kept).toEqual(['U1 zh']);
  });

  test('is what this replica remembers while the database refuses, which is logged', async () => {
    failures.length = 0;
    const refuses = () => Promise.reject(new Error('away'));
    const chosen = createChosenLanguages({ languages: { find: refuses, keep: refuses }, clock: () => now, log });
    expect(await chosen.of('U1', 'zh')).toBe('zh');
    expect(await chosen.of('U1', undefined)).toBe('zh');
    expect(await chosen.of('U2', undefined)).toBeUndefined();
    expect(failures).toEqual(['language not kept', 'language not looked up']);
  });

  test('is remembered of ten thousand people at most', async () => {
    const languages: Languages = { find: async () => undefined, keep: async () => undefined };
    const chosen = createChosenLanguages({ languages, clock: () => now, log });
    for (let n = 0; n <= 10_000; n += 1) await chosen.of(`U${n}`, 'zh');
    expect([chosen.known('U0'), chosen.known('U1'), chosen.known('U10000')]).toEqual([undefined, 'zh', 'zh']);
  });
});
