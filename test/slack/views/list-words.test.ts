import fc from 'fast-check';
import { filterNames } from '../../../src/handling/report-filters.js';
import { readListWords } from '../../../src/slack/views/list-words.js';
import { show } from '../../../src/slack/views/surfaces.js';

const read = (text: string) => readListWords(text.split(' ').filter((word) => word !== ''));
const query = (filter: string, words = '', severity?: string) => ({
  kind: 'query',
  query: { filter, words, ...(severity === undefined ? {} : { severity }) },
});

describe('what is typed after /vuln list', () => {
  it.each([
    ['', query('open')],
    ['overdue', query('overdue')],
    ['Overdue HIGH', query('overdue', '', 'high')],
    ['critical', query('open', '', 'critical')],
    ['low mine', query('mine', '', 'low')],
    ['all login page', query('all', 'login page')],
    ['login overdue', query('open', 'login overdue')],
    ['mine "open redirect"', query('mine', '"open redirect"')],
    ['漏洞', query('open', '漏洞')],
    ['"overdeu"', query('open', '"overdeu"')],
  ] as const)('%j is understood', (typed, understood) => {
    expect(read(typed)).toEqual(understood);
  });

  it.each([
    ['overdeu', 'overdue'],
    ['unasigned', 'unassigned'],
    ['mine hihg', 'high'],
    ['clsoed login', 'closed'],
  ])('%j is refused, with what was probably meant', (typed, near) => {
    expect(read(typed)).toMatchObject({ kind: 'unknown', near });
    for (const language of ['en', 'zh'] as const)
      expect(show('unknownListWord', { typed: 'overdeu', near: 'overdue' }, language).text).toContain(
        '/vuln list overdue',
      );
  });

  it('is never lost: it narrows the list, is looked for, or is refused', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('mine', 'all', 'high', 'login', 'overdu', 'x', '"a b"')), (args) => {
        const typed = readListWords(args);
        if (typed.kind === 'unknown') return args.some((one) => one === typed.typed);
        const { filter, severity, words } = typed.query;
        const used = [...(filter === 'open' ? [] : [filter]), ...(severity === undefined ? [] : [severity])];
        const kept = words === '' ? [] : words.split(' ');
        return (
          [...used, ...kept].toSorted().join() ===
          args
            .flatMap((one) => one.split(' '))
            .toSorted()
            .join()
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is explained word by word', () => {
    for (const language of ['en', 'zh'] as const) {
      const help = JSON.stringify(show('help', { team: true, verb: 'list' }, language).blocks);
      for (const name of filterNames) expect(help).toContain(`\`${name}\``);
    }
  });
});
