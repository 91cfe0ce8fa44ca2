import type { Duty } from '../../../../src/report/duty.js';
import { show } from '../../../../src/slack/views/surfaces.js';
import { english, samplesWith } from '../surface-samples.js';

const [facts] = samplesWith(english).card.filter(({ deadlines }) => deadlines.length > 0);
const [rows] = samplesWith(english).reportList.filter(({ rows }) => rows.some(({ deadlines }) => deadlines.length > 0));
const [deadline] = facts?.deadlines ?? [];
if (facts === undefined || rows === undefined || deadline === undefined) throw new Error('no sample');

const duties: readonly (readonly [Duty, string, string])[] = [
  ['acknowledge', 'Reply due', '答复期限'],
  ['confirm', 'Decision due', '决定期限'],
  ['next_update', 'Next update due', '下次更新期限'],
  ['embargo', 'Embargo ends', '保密期至'],
];

describe.each(duties)('while what comes next is %s', (duty, inEnglish, inChinese) => {
  const deadlines = [{ ...deadline, duty }];
  it.each([
    ['en', inEnglish],
    ['zh', inChinese],
  ] as const)('card and list name it (%s), the card also to those who hear only the text', (language, told) => {
    const listed = { ...rows, rows: rows.rows.map((row) => ({ ...row, deadlines })) };
    const { text, blocks } = show('card', { ...facts, deadlines }, language);
    const list = show('reportList', listed, language).view.blocks;
    for (const shown of [text, JSON.stringify(blocks), JSON.stringify(list)]) expect(shown).toContain(told);
    for (const [other, ...names] of duties)
      if (other !== duty) for (const name of names) expect(text).not.toContain(name);
  });
});
