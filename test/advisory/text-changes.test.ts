import fc from 'fast-check';
import { textChanges } from '../../src/advisory/text-changes.js';

const told = (before: string, after: string) =>
  textChanges(before, after)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind])
    .join('');

test.each([
  ['the same', 'the same', 'the same'],
  ['', 'new', '{+new+}'],
  ['gone', '', '[-gone-]'],
  ['up to 3.4.1 is affected', 'up to 3.4.2 is affected', 'up to 3.4.[-1-]{+2+} is affected'],
  ['Anybody can read it.', 'Any signed-in user can read it.', '[-Anybody -]{+Any signed-in user +}can read it.'],
  ['one two three four', 'one five six four', 'one [-two three-]{+five six+} four'],
  ['查看者可以读取资源', '任何用户可以读取资源', '[-查看者-]{+任何用户+}可以读取资源'],
])('from “%s” to “%s”', (before, after, expected) => {
  expect(told(before, after)).toBe(expected);
});

test('taking out and putting in makes exactly the other text', () => {
  const words = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '漏', '洞', '.', '3.4.1', '😀'), { maxLength: 30 });
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [before, after] = [one.join(''), other.join('')];
      const runs = textChanges(before, after);
      const without = (kind: string) => runs.flatMap((run) => (run.kind === kind ? [] : [run.text])).join('');
      expect([without('added'), without('removed')]).toEqual([before, after]);
      expect(runs.filter(({ text }) => text === '')).toEqual([]);
    }),
  );
});

test('two texts as long as may be are compared in a moment', () => {
  const msFor = (times: number) => {
    const began = performance.now();
    textChanges('漏洞'.repeat(times), '洞口'.repeat(times));
    return performance.now() - began;
  };
  // Texts four times as long take sixteen times as long; a slow machine takes longer for both.
  expect(msFor(1000)).toBeLessThan(Math.max(1000, 40 * msFor(250)));
});
