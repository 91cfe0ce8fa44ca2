import type { Context, ReportCommand } from '../../src/report/commands.js';
import { decide } from '../../src/report/decide.js';
import { evolve } from '../../src/report/evolve.js';
import type { Report } from '../../src/report/report.js';
import { after, approve, duplicatesWith, lifeIn, prepare, publish } from './report-at-stage.js';
import { bo, by, form, mei, minute, outcome } from './situations.js';

const attack = 'Open the console, copy the token of any other tenant and replay it against the gateway.';
const [told] = duplicatesWith();
if (told === undefined) throw new Error('there is a duplicate');
const secret: Report = { ...told, form: { ...form, verification: attack } };
const noted = after(lifeIn('fixed'), [{ type: 'NoteDuplicate', duplicate: secret.id }, by(mei)]);
const context = (person = mei, duplicates: readonly Report[] = [secret]): Context => ({
  now: minute(60),
  actor: by(person),
  duplicates,
});
const saying = (summary: string): ReportCommand => ({
  ...prepare,
  text: { en: { title: 'Secrets can be read', summary } },
});

test('the way to attack that a duplicate tells is kept out of the advisory too', () => {
  expect(outcome(saying(`In short: ${attack}`), noted, context())).toBe('closed_words_in_advisory');
  expect(outcome(saying('A check was missing.'), noted, context())).toBe('DisclosurePrepared');
  expect(outcome(saying(`In short: ${attack}`), lifeIn('fixed'), context())).toBe('DisclosurePrepared');
});

test('and is looked for once more when it is published', () => {
  const unmarked = { ...secret, form };
  const prepared = decide(saying(`In short: ${attack}`), noted, context(mei, [unmarked])).reduce(evolve, noted);
  const place = prepared.prepared?.event ?? -1;
  const approved = decide(approve(place), prepared, context(bo, [unmarked])).reduce(evolve, prepared);
  expect(outcome(publish(place), approved, context(bo))).toBe('closed_words_in_advisory');
  expect(outcome(publish(place), approved, context(bo, [unmarked]))).toBe('AdvisoryPublished + ReporterThanked');
});

test('nothing is decided about an advisory while nobody has looked up its duplicates', () => {
  const { duplicates: _, ...blind } = context();
  expect(outcome(prepare, noted, blind)).toBe('changed_meanwhile');
  expect(outcome(prepare, lifeIn('fixed'), blind)).toBe('DisclosurePrepared');
});
