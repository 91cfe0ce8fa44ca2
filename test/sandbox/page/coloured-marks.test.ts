import { withColouredMarks } from '../../../src/sandbox/page/coloured-marks.js';

it.each([
  ['🟢 supported', '<span class="dot good">🟢</span> supported'],
  ['<b>🔴</b> 🛠️', '<b><span class="dot bad">🔴</span></b> <span class="mark busy">🛠️</span>'],
  ['<i title="🔴">🎉</i>', '<i title="🔴">🎉</i>'],
  ['<textarea>\n🔴</textarea><option>🟡</option>', '<textarea>\n🔴</textarea><option>🟡</option>'],
])('%j is drawn as %j', (html, drawn) => {
  expect(withColouredMarks(html)).toBe(drawn);
});
