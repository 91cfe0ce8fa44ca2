import { confidentialTexts } from '../../src/report/text/confidential-parts.js';

const codeOf = (overview: string) => confidentialTexts({ verification: '', overview })[1]?.texts;
const linesOf = (verification: string) => confidentialTexts({ verification, overview: '' })[0]?.codeLines;

describe('code in Markdown', () => {
  test.each([
    ['a block, without what stands around it', 'See:\n```sh\na\nb\n```\nDone.', ['a\nb\n']],
    ['a block that is indented, with spaces after its end', '  ```\na\n\t```  \nDone.', ['a\n']],
    ['a block of four backticks that has three in it', '````\na\n```\nb\n````\nDone.', ['a\n```\nb\n']],
    ['a block of four tildes that has three in it', '~~~~\na\n~~~\nb\n~~~~\nDone.', ['a\n~~~\nb\n']],
    ['a block that more backticks end than begin it', '```\na\n`````\nDone.', ['a\n']],
    ['a block with backticks at the end of a line', '```\na ```\nb\n```\nDone.', ['a ```\nb\n']],
    ['a block with backticks before a word', '```\n```a\nb\n```\nDone.', ['```a\nb\n']],
    ['two blocks', '```\na\n```\nAnd\n```\nb\n```', ['a\n', 'b\n']],
    ['a block that nothing ends', '```\na\nb', ['a\nb']],
    ['a block of nothing', '```\n \n```\nDone.', []],
    ['what stands between backticks, and between more with one in it', 'Run `a b` or ``c ` d``.', ['a b', 'c ` d']],
    ['nothing between backticks', 'Run ` `.', []],
    ['indented lines', 'Run\n\n    a\n\tb  c\n        d\n', ['    a', '\tb  c', '        d']],
    ['no line that one space begins', 'Run\n\n a\n', []],
    ['no words after a gap', 'Run    a', []],
  ])('is %s', (_, overview, code) => {
    expect(codeOf(overview)).toEqual(code);
  });
});

describe('in the verification process', () => {
  test('all is confidential, and what is marked as code counts line by line', () => {
    const verification = 'Run:\n```\na\nb\n```';
    expect(confidentialTexts({ verification, overview: '' })[0]).toMatchObject({
      of: 'verification',
      texts: [verification],
      codeLines: expect.arrayContaining(['a', 'b']),
    });
  });

  test.each([
    ['$ ls', true],
    ['  # ls', true],
    ['> ls', true],
    ['call(a);', true],
    ['cat a --b --c --d', true],
    ['call(a)', false],
    ['It costs 5 $ each.', false],
    ['$5 each', false],
    ['Log in.', false],
  ])('%j looks like code: %s', (line, is) => {
    expect(linesOf(`First.\n${line}\nLast.`)).toEqual(is ? [line] : []);
  });
});
