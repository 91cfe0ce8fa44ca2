import { show } from '../../../../src/slack/views/surfaces.js';
import { textIn } from '../../../support/screen.js';
import { english, samplesWith } from '../surface-samples.js';

const [busy, , idle] = samplesWith(english).weeklyDigest;
if (busy === undefined || idle === undefined) throw new Error('a sample is missing');
const drawn = (facts: typeof busy, language: 'en' | 'zh' = 'en') =>
  textIn(show('weeklyDigest', facts, language).blocks);

test('a weekly digest counts what is open by severity, the worst first', () => {
  expect(drawn(busy)).toContain('This week: 6 open reports');
  expect(drawn(busy)).toContain('By severity: Critical 1 · Medium 2 · not rated yet 3');
  expect(drawn(busy, 'zh')).toContain('按严重程度：严重 1 份 · 中危 2 份 · 尚未评级 3 份');
});

test('it says 100 % only where no promise was late, and nothing of promises where none came due', () => {
  const rate = (due: number, kept: number) => drawn({ ...busy, promises: { due, kept } });
  expect(drawn(idle)).toContain('kept in time this quarter: 199 of 200 (99 %)');
  expect(rate(200, 200)).toContain('200 of 200 (100 %)');
  expect(rate(0, 0)).not.toContain('this quarter');
});

test('it says where it counted only the newest reports', () => {
  expect(drawn({ ...busy, newest: 5000 })).toContain('Only the newest 5000 reports are counted.');
  expect(drawn(busy)).not.toContain('newest');
});

test('below its figures it lists what the channel is told of anyway, and names what is due next only once', () => {
  const [late, next] = busy.lines;
  if (late === undefined || next === undefined) throw new Error('a line is missing');
  const both = { ...busy, today: { lines: [late], calls: [{ user: 'U0MAY' }] } };
  const { text } = show('weeklyDigest', both, 'en');
  expect(text.match(/VR-[0-9A-Z-]{9}/g)).toEqual([late.id, next.id]);
  expect(drawn(both)).toMatch(/By severity.*1 overdue.*<@U0MAY>.*Due next:/s);
  expect(drawn(busy)).toContain('Due first:');
});
