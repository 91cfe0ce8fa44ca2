import fc from 'fast-check';
import { confidentialTexts } from '../../src/report/text/confidential-parts.js';
import { copiedPassages } from '../../src/report/text/copied-passages.js';
import { sharedLengths } from '../../src/report/text/suffix-automaton.js';

const parts = (verification: string, overview = 'The list is not filtered.') =>
  confidentialTexts({ verification, overview });
const shared = (text: string, verification: string, overview?: string) =>
  copiedPassages(text, parts(verification, overview));

const steps =
  'Log in as a viewer. Then open the list of all secrets of the cluster and read the tokens of another project.';

describe('a copied run of words', () => {
  test('that an advisory shares with the verification process is found, with its place', () => {
    const text = 'A flaw was found. An attacker can open the list of all secrets of the cluster. It is old.';
    expect(shared(text, steps)).toEqual([
      { of: 'verification', word: 7, count: 9, excerpt: 'open the list of all secrets of the cluster' },
    ]);
  });

  test('does not count at seven words', () => {
    expect(shared('the list of all secrets of the', steps)).toEqual([]);
    expect(shared('the list of all secrets of the cluster', steps)).toHaveLength(1);
  });

  test.each([
    ['case and punctuation', 'THE LIST, of all: secrets – of the “cluster”'],
    ['line ends and spaces', 'the   list\nof\tall\u3000secrets of the cluster'],
    ['full-width letters', 'ｔｈｅ ｌｉｓｔ of all secrets of the cluster'],
    ['accents', 'thé líst of all sécrets of the clüster'],
    ['characters nobody sees', 'the li\u200Bst of a\u00ADll sec\uFEFFrets of the\u2060 cluster\u200D'],
  ])('is found whatever its %s', (_, text) => {
    expect(shared(text, steps)).toMatchObject([{ count: 8 }]);
  });

  test('of Chinese is twenty characters, wherever spaces stand', () => {
    const chinese = '以查看者身份登录控制台之后打开集群的密钥列表即可读取其他项目的令牌内容';
    const twenty = [...chinese].slice(4, 24).join('');
    expect(shared(`攻击方${twenty}。`, chinese)).toMatchObject([{ word: 3, count: 20, excerpt: twenty }]);
    expect(shared([...twenty].join(' '), chinese)).toHaveLength(1);
    expect(shared([...chinese].slice(4, 23).join(''), chinese)).toEqual([]);
  });

  test('of both languages counts by both measures', () => {
    const mixed = '打开 cluster secrets list 页面并读取 token of another project 的内容与其他数据';
    expect(shared('打开 cluster secrets list 页面并读取 token of another', mixed)).toHaveLength(1);
    expect(shared('打开 cluster secrets list 页面并读取', mixed)).toEqual([]);
  });

  test('is reported once where two overlap', () => {
    const secret = 'a b c d e f g h i j. c d e f g h i j k l';
    expect(shared('a b c d e f g h i j k l', secret)).toMatchObject([{ word: 0, count: 12 }]);
    expect(shared('a b c d e f g h i', 'a b c d e f g h. x b c d e f g h i')).toMatchObject([{ word: 0, count: 9 }]);
    const touching = 'a b c d e f g h. x h i j k l m n o';
    expect(shared('a b c d e f g h i j k l m n o', touching)).toMatchObject([{ word: 0, count: 15 }]);
  });
});

describe('a line of code', () => {
  const call = 'curl -k https://host/kapis/resources/v1?as=x';
  const text = `The path ${call} was open.`;

  test.each([
    ['in a block of the overview', 'Log in.', `See:\n\`\`\`sh\n${call}\n\`\`\`\nThat is all.`, 'overview'],
    ['in a block that nothing closes', 'Log in.', `See:\n~~~\n${call}`, 'overview'],
    ['between backticks in the overview', 'Log in.', `See \`${call}\` for it.`, 'overview'],
    ['indented in the overview', 'Log in.', `See:\n\n    ${call}\n`, 'overview'],
    ['in the verification process, marked by nothing', `Log in.\n${call}\nDone.`, 'Open.', 'verification'],
    ['after a prompt', 'Log in.\n$ kubectl edit roles default', 'Open.', 'verification'],
  ] as const)('%s is found, though it has fewer than eight words', (_, verification, overview, of) => {
    const said = `${text} Or kubectl edit roles default.`;
    expect(shared(said, verification, overview)).toMatchObject([{ of }]);
  });

  test('is found without its spaces and signs, and in part', () => {
    expect(shared('Call hostkapisresourcesv1asx', call)).toHaveLength(1);
    expect(shared('Call host/kapis/resources/v1', call)).toHaveLength(1);
    expect(shared('Call kapis/resources/v1', call)).toEqual([]);
  });

  test('does not count below twenty characters, spaces around it left out', () => {
    expect(shared('Use kubectl get pods -A', 'x', 'Run `kubectl get pods -A`.')).toEqual([]);
    expect(shared('Use kubectl get pods -A', 'x', '```\n  kubectl get pods -A \n```')).toEqual([]);
    expect(shared('Use kubectl get pods -Ax', 'x', 'Run `kubectl get pods -Ax`.')).toHaveLength(1);
  });

  test('of few letters is found as a whole, and not in part', () => {
    const overview = 'Run `curl -k "https://h/v1?a=b"`.';
    expect(shared('Call curl k https h v1 a b now', 'x', overview)).toEqual([
      { of: 'overview', word: 1, count: 7, excerpt: 'curl k https h v1 a b' },
    ]);
    expect(shared('Call curl k https h v1 a now', 'x', overview)).toEqual([]);
    expect(shared('It is abcdefghij.', 'x', 'Run `== == == == abcdefghij`.')).toHaveLength(1);
    expect(shared('It is abcdefghi.', 'x', 'Run `== == == == = abcdefghi`.')).toEqual([]);
  });

  test('stands in the order of the text, apart from other passages', () => {
    const command = 'kubectl edit roles default';
    const found = shared(`First ${command}. The list of all secrets of the cluster.`, `${steps}\n$ ${command}`);
    expect(found.map(({ excerpt }) => excerpt)).toEqual([command, 'The list of all secrets of the cluster']);
  });

  test('does not count when it has only signs', () => {
    expect(shared('='.repeat(30), `\`\`\`\n${'='.repeat(30)}\n\`\`\``)).toEqual([]);
  });
});

test('the overview’s prose may be repeated: only its code is secret', () => {
  expect(shared(steps, 'Something else.', steps)).toEqual([]);
  expect(parts('Steps', 'No code.')).toEqual([
    { of: 'verification', texts: ['Steps'], codeLines: [] },
    { of: 'overview', texts: [], codeLines: [] },
  ]);
});

describe('whatever is written', () => {
  const token = fc.constantFrom('a', 'b', 'c');

  test('the lengths are those that comparing every place with every place gives', () => {
    const naive = (text: readonly string[], secret: readonly string[]) =>
      text.map((_, end) => {
        const fits = (length: number) =>
          secret.some(
            (__, at) =>
              at + length <= secret.length &&
              text.slice(end + 1 - length, end + 1).every((t, i) => t === secret[at + i]),
          );
        let length = 0;
        while (length <= end && fits(length + 1)) length += 1;
        return length;
      });
    fc.assert(
      fc.property(fc.array(token, { maxLength: 30 }), fc.array(token, { maxLength: 30 }), (text, secret) => {
        expect(sharedLengths(text, secret)).toEqual(naive(text, secret));
      }),
      { numRuns: 2000 },
    );
  });

  test('eight words of the verification process are found between any other words', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const prose = fc.array(word, { maxLength: 20 }).map((words) => words.join(' '));
    const run = fc.array(word, { minLength: 8, maxLength: 12 });
    fc.assert(
      fc.property(prose, prose, prose, prose, run, (a, b, c, d, words) => {
        const found = shared(`${a}, ${words.join(' ')}. ${b}`, `${c} ${words.join('\u200B ').toUpperCase()} ${d}`);
        expect(found.some(({ excerpt }) => excerpt.includes(words.join(' ')))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('an excerpt stands in the text, and runs come in order and apart', () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 40 }), fc.array(token, { maxLength: 40 }), (said, secret) => {
        const text = said.join(' ');
        const found = shared(text, `${secret.join(' ')}.`);
        for (const [i, { word, count, excerpt }] of found.entries()) {
          expect(excerpt).toBe(said.slice(word, word + count).join(' '));
          expect(word).toBeGreaterThan((found[i - 1]?.word ?? -2) + (found[i - 1]?.count ?? 0));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['a ', 'ab', '攻', '`', '``x', '{ ', '\n```\n', '    $ a; b; c\n', '\u200B'])(
    'three thousand characters of %j are compared in a moment',
    (unit) => {
      const msFor = (length: number) => {
        const text = unit.repeat(length).slice(0, length);
        const began = performance.now();
        shared(text, text, text);
        return performance.now() - began;
      };
      // Texts four times as long may take sixteen times as long; a slow machine takes longer for both.
      expect(msFor(3000)).toBeLessThan(Math.max(1000, 40 * msFor(750)));
    },
  );
});
