import { spaced } from '../../src/locales/zh/spaced.js';

test.each([
  ['戴娜', '感谢戴娜报告此漏洞。'],
  ['Ana', '感谢 Ana 报告此漏洞。'],
  ['<@U0LIN>', '感谢 <@U0LIN> 报告此漏洞。'],
  ['“Ana”', '感谢“Ana”报告此漏洞。'],
])('beside %s stands a space only where it is Latin', (name, sentence) => {
  expect(spaced`感谢${name}报告此漏洞。`).toBe(sentence);
});
