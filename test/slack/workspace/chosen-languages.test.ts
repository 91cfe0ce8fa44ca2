import type { Languages } from '../../../src/handling/ports.js';
import { createLog } from '../../../src/ops/log.js';
import { createChosenLanguages } from '../../../src/slack/workspace/chosen-languages.js';

const log = createLog('error', { write: () => undefined });

describe('the language that somebody chose', () => {
  test('is what this replica remembers while the database does not answer, and nobody waits long for it', async () => {
    let away = false;
    const never = new Promise<never>(() => undefined);
    const languages: Languages = {
      find: () => (away ? never : Promise.resolve(undefined)),
      keep: () => (away ? never : Promise.resolve()),
    };
    const chosen = createChosenLanguages({ languages, log });
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

  test('is what this replica remembers while the database refuses', async () => {
    const refuses = () => Promise.reject(new Error('away'));
    const chosen = createChosenLanguages({ languages: { find: refuses, keep: refuses }, log });
    expect(await chosen.of('U1', 'zh')).toBe('zh');
    expect(await chosen.of('U1', undefined)).toBe('zh');
  });

  test('is remembered of ten thousand people at most', async () => {
    const languages: Languages = { find: async () => undefined, keep: async () => undefined };
    const chosen = createChosenLanguages({ languages, log });
    for (let n = 0; n <= 10_000; n += 1) await chosen.of(`U${n}`, 'zh');
    expect([chosen.known('U0'), chosen.known('U1'), chosen.known('U10000')]).toEqual([undefined, 'zh', 'zh']);
  });
});
