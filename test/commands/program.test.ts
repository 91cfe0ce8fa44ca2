import { type } from './a-terminal.js';

describe('the command line', () => {
  test('explains itself', async () => {
    const { code, out, err } = await type(['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const verb of ['start', 'sandbox', 'deadline', 'doctor', 'audit', 'keys', 'policy'])
      expect(out).toMatch(new RegExp(`^ {2}${verb}\\b`, 'm'));
  });
  test('prints its version', async () => {
    expect(await type(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
  test('prints the help when there is no verb, as bad input', async () => {
    expect(await type([])).toMatchObject({ code: 2, err: expect.stringContaining('Usage: vulndesk') });
  });
  test.each([
    [['strat'], 'Did you mean start?'],
    [['deadline', '--received', 'x', '--jsno'], 'Did you mean --json?'],
    [['start', 'now'], 'too many arguments'],
    [['policy', 'chek'], "unknown command 'chek'"],
  ])('%j is bad input', async (args, words) => {
    const { code, out, err } = await type(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(err).toContain('See `vulndesk --help`.');
  });
  test('passes start and sandbox on', async () => {
    expect(await type(['start'])).toEqual({ code: 0, out: 'started\n', err: '' });
    expect(await type(['sandbox'])).toMatchObject({
      code: 0,
      out: 'sandbox {"port":4000,"mode":"socket","play":false}\n',
    });
    expect(await type(['sandbox', '--port', '0', '--mode', 'http', '--play'])).toMatchObject({
      out: 'sandbox {"port":0,"mode":"http","play":true}\n',
    });
  });
  test.each([
    [['--port', 'web'], '"web" is not a port'],
    [['--port', '65536'], '"65536" is not a port'],
    [['--mode', 'rtm'], '"rtm" is not a mode'],
  ])('refuses sandbox %j', async (args, words) => {
    expect(await type(['sandbox', ...args])).toMatchObject({ code: 2, out: '', err: expect.stringContaining(words) });
  });
  test('prints only the kind of an unexpected error', async () => {
    const files = {
      text: () => {
        throw new Error('unused');
      },
      mode: () => 0,
      handedByRoot: () => false,
    };
    const env = new Proxy<NodeJS.ProcessEnv>(
      {},
      {
        get: () => {
          throw new TypeError('a secret in a message');
        },
      },
    );
    expect(await type(['deadline', '--received', '2026-09-22'], { env, files })).toEqual({
      code: 1,
      out: '',
      err: expect.stringMatching(/^Unexpected error: TypeError at commands\/deadline\.ts:\d+\.\n$/),
    });
  });
});
