import { createLog } from '../../src/ops/log.js';

const canary = 'CANARY: the title of a report';

function logging(level: 'debug' | 'info' | 'warn' | 'error' = 'debug') {
  const lines: string[] = [];
  const log = createLog(level, { write: (line: string) => void lines.push(line) });
  const last = () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;
  return { log, lines, last };
}

/** Errors as libraries make them, with somebody's text wherever they put it. */
const errors: Record<string, () => unknown> = {
  'in its message': () => new Error(canary),
  'in a message of lines that look like places': () =>
    new Error(`boom\n    at CANARY (/home/CANARY/src/a.ts:1:2)\n    at CANARY.b (src/CANARY.ts:3:4)`),
  'in a message that was changed later': () => {
    const error = new Error(`at\n    at CANARY (src/CANARY.ts:1:2)`);
    error.message = 'tidy';
    return error;
  },
  'in its name': () => Object.assign(new Error('boom'), { name: canary }),
  'in its code': () => Object.assign(new Error('boom'), { code: canary, data: { error: canary } }),
  'in further fields': () => Object.assign(new Error('boom'), { data: { text: canary }, keyValue: { title: canary } }),
  'in its cause': () =>
    new Error('boom', { cause: Object.assign(new TypeError(canary), { code: canary, name: canary }) }),
  'in the cause of its cause': () => new Error('boom', { cause: new Error('boom', { cause: new Error(canary) }) }),
  'in one of many': () => new AggregateError([new Error(canary)], canary),
  'as what is thrown': () => canary,
  'in an object thrown': () => ({ name: canary, message: canary, stack: canary, code: canary }),
  'without a stack': () => Object.assign(new Error(canary), { stack: undefined }),
};

describe('an error in the log', () => {
  test.each(Object.entries(errors))('shows nothing of a text %s', (_, make) => {
    const { log, lines } = logging();
    log.fail('a report could not be shown', make(), { id: 'VR-7K2Q-9FDX' });
    expect(lines).toHaveLength(1);
    expect(lines.join('')).not.toContain('CANARY');
    expect(lines.join('')).toContain('a report could not be shown');
  });
  test('has its name, its code and that of its cause', () => {
    const { log, last } = logging();
    const cause = Object.assign(new RangeError('boom'), { code: 'ECONNRESET' });
    log.fail('x', Object.assign(new TypeError('boom', { cause }), { code: 11000 }));
    expect(last()).toMatchObject({ error: 'TypeError', code: 11000, cause: 'RangeError', causeCode: 'ECONNRESET' });
  });
  test('has the code that Slack answered with', () => {
    const { log, last } = logging();
    const answered = { code: 'an error has occurred', data: { ok: false, error: 'channel_not_found' } };
    log.fail('x', Object.assign(new Error('boom'), answered));
    expect(last()).toMatchObject({ code: 'channel_not_found' });
  });
  test('names the places it passed through, by file of the program and not by folder of the machine', () => {
    const { log, last } = logging();
    const stack = [
      'Error: boom',
      '    at decide (/opt/src/somebody/vulndesk/src/report/decide.ts:12:3)',
      '    at async Handle.run (file:///opt/somebody/vulndesk/dist/handling/handle.js:9:1)',
      '    at /opt/somebody/vulndesk/node_modules/mongodb/src/collection.ts:7:7',
      '    at processTicksAndRejections (node:internal/process/task_queues:95:5)',
      '    at Object.<anonymous> (/opt/somebody/elsewhere/tool.js:1:1)',
      '    at Promise.all (index 0)',
      '    at C:\\opt\\somebody\\dist\\main.js:3:4',
      '    at seventh (/opt/somebody/vulndesk/src/app.ts:5:6)',
    ].join('\n');
    log.fail('x', Object.assign(new Error('boom'), { stack }));
    expect(last().places).toBe(
      [
        'decide (src/report/decide.ts:12)',
        'async Handle.run (dist/handling/handle.js:9)',
        'node_modules/mongodb/src/collection.ts:7',
        'processTicksAndRejections (node:internal/process/task_queues:95)',
        'Object.<anonymous> (tool.js:1)',
        'dist/main.js:3',
      ].join(' < '),
    );
  });
  test('names this very place, and no folder above the project', () => {
    const { log, last, lines } = logging();
    log.fail('x', new Error('boom'));
    expect(last().places).toMatch(/log\.test\.ts:\d+/);
    expect(lines.join('')).not.toContain(process.cwd());
  });
  test('stands under the reference that is given back, another each time', () => {
    const { log, last } = logging();
    const one = log.fail('x', new Error('boom'));
    expect(last().reference).toBe(one);
    const other = log.fail('x', 'boom');
    expect(last().reference).toBe(other);
    expect(one).toMatch(/^[0-9a-f]{8}$/);
    expect(other).not.toBe(one);
  });
});

describe('a line of the log', () => {
  test('has its time, its phrase and its facts, and nothing about the machine', () => {
    const { log, last } = logging();
    log.note('passed', { count: 3 });
    expect(last()).toEqual({ level: 30, time: expect.stringMatching(/^\d{4}-.*Z$/), count: 3, msg: 'passed' });
    log.warn('unreadable', { count: 1 });
    expect(last()).toMatchObject({ level: 40, msg: 'unreadable' });
  });
  test('is left out below the level that was asked for, but a failure never is', () => {
    const { log, lines } = logging('error');
    log.note('a');
    log.warn('b');
    log.fail('c', new Error('boom'));
    expect(lines).toHaveLength(1);
  });
});
