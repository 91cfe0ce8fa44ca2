import { filesBelow, textOf } from '../support/project.js';

// Test files share loaded modules (docs/decisions.md), and two bots share them in one process.
test('no module of src has a variable that could remember something', () => {
  const sources = filesBelow('src').filter((file) => /\.tsx?$/.test(file));
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((file) => /^(export )?(let|var) /m.test(textOf(file)))).toEqual([]);
});
