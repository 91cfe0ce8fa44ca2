import fc from 'fast-check';
import { nearestVerb, readCommand, readMention, verbNames, verbs } from '../../../src/slack/views/commands.js';
import { show } from '../../../src/slack/views/surfaces.js';

describe('what is typed after /vuln', () => {
  it('is the menu when it is nothing', () => {
    expect(readCommand('  ')).toEqual({ kind: 'menu' });
  });

  it('is a verb in any case, with what follows', () => {
    expect(readCommand(' Assign  vr-7k2q-9fdx <@U0LIN|lin> ')).toEqual({
      kind: 'verb',
      verb: 'assign',
      args: ['vr-7k2q-9fdx', '<@U0LIN|lin>'],
    });
  });

  it('keeps only the first word of anything else, so that no report is echoed', () => {
    expect(readCommand('there is a hole in the login')).toEqual({ kind: 'unknown', typed: 'there' });
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['menu', 'verb', 'unknown']).toContain(readCommand(text).kind);
        expect([undefined, ...verbNames]).toContain(nearestVerb(text));
      }),
      { numRuns: 300, verbose: 1 },
    );
  });
});

describe('a mistyped verb', () => {
  it.each([
    ['lits', 'list'],
    ['reprot', 'report'],
    ['asign', 'assign'],
    ['hlep', 'help'],
    ['shwo', 'show'],
    ['SHOWS', 'show'],
    ['rep', 'report'],
  ])('%s is taken for %s', (typed, verb) => {
    expect(nearestVerb(typed)).toBe(verb);
  });

  it.each(['x', 'vulnerability', 'delete', '漏洞', ''])('%j is taken for nothing', (typed) => {
    expect(nearestVerb(typed)).toBeUndefined();
  });

  it('is answered with what was meant, and only with what the person may do', () => {
    const answer = (team: boolean) => show('unknownVerb', { team, typed: 'lits' }, 'en').text;
    expect(answer(true)).toContain('Did you mean /vuln list?');
    expect(answer(false)).not.toContain('/vuln list');
  });
});

describe('a mention', () => {
  it('is read as Slack sends it', () => {
    expect(readMention('<@U0LIN|lin>')).toBe('U0LIN');
    expect(readMention('<@W012AB>')).toBe('W012AB');
  });

  it.each(['@lin', 'U0LIN', '<#C0SEC|room>', '<@U0LIN> and more', ''])('%j is none', (typed) => {
    expect(readMention(typed)).toBeUndefined();
  });
});

describe('help', () => {
  const textOf = (team: boolean, language: 'en' | 'zh') => show('help', { team }, language).text;

  it('names every verb as it is typed, in both languages', () => {
    for (const language of ['en', 'zh'] as const)
      for (const { usage } of Object.values(verbs)) expect(textOf(true, language)).toContain(usage);
  });

  it('names to people outside the team only what they can do', () => {
    expect(textOf(false, 'en')).toContain('/vuln report');
    expect(textOf(false, 'en')).not.toContain('/vuln list');
    expect(show('help', { team: false, verb: 'assign' }, 'en').text).not.toContain('/vuln assign');
  });

  it('explains one verb alone', () => {
    const text = show('help', { team: true, verb: 'assign' }, 'en').text;
    expect(text).toContain('/vuln assign ID @who');
    expect(text).not.toContain('/vuln list');
  });
});
