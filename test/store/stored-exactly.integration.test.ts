import { plainText } from '../../src/report/plain-text.js';
import { visible } from '../../src/slack/views/kit/visible.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { injections } from '../slack/views/injection-corpus.js';
import { aForm } from '../support/a-form.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { acknowledged, dutiesUntil, later, mo, morning, newRing, received, reportOf, rin } from './a-report.js';

let fresh: FreshDatabase;
let store: Store;
beforeAll(async () => {
  fresh = await freshDatabase('exactly');
  store = await openStore({ uri: fresh.uri, database: fresh.database, ring: newRing() });
});
afterAll(async () => {
  await store.close();
  await fresh.drop();
});

const bytes = (text: string) => Buffer.from(text, 'utf8').toString('hex');

test('whatever people write is stored and read back byte for byte, in every field', async () => {
  const kept = injections.map(plainText);
  const each = 40;
  let compared = 0;
  for (let from = 0; from < kept.length; from += each) {
    const texts = kept.slice(from, from + each);
    const whole = texts.join('\n');
    const [name = 'x'] = texts.filter((text) => text !== '');
    const typed = {
      ...aForm(),
      title: name,
      overview: whole,
      otherVersions: whole,
      verification: whole,
      contact: whole,
    };
    const by = { kind: 'person', person: rin } as const;
    const history = [
      ...received({
        form: { ...typed, credit: { by: 'name', name } },
        reporter: { kind: 'slack', person: { ...rin, name } },
      }),
      acknowledged(mo, whole),
      { type: 'NoteAdded', at: morning, by, text: whole } as const,
      { type: 'ReporterWrote', at: morning, by, purpose: 'answer', text: whole } as const,
    ];
    await store.reports.add(history, reportOf(history), dutiesUntil(later(3000)), morning);
    const found = await store.reports.find(reportOf(history).id);
    if (found === undefined) throw new Error('it is not stored');
    expect(found.history).toEqual(history);
    const { report } = found;
    const fields = [report.form.overview, report.form.otherVersions, report.form.verification, report.form.contact];
    const written = [report.messages[0]?.text, report.notes[0]?.text, report.replies[0]?.text];
    for (const text of [...fields, ...written]) {
      expect(bytes(text ?? '')).toBe(bytes(whole));
      compared += texts.length;
    }
    for (const text of [report.form.title, report.form.credit.by === 'name' ? report.form.credit.name : ''])
      expect(bytes(text)).toBe(bytes(name));
  }
  console.info(`stored exactly: ${injections.length} strings, ${compared} texts compared`);
  expect(compared).toBeGreaterThan(10_000);
});

test('a lone half of a character is flagged by U+FFFD where it stood, control characters are gone, and nothing else is touched', () => {
  expect(plainText('a\uD83Db')).toBe('a\uFFFDb');
  expect(plainText('a\uDE00b')).toBe('a\uFFFDb');
  // What a reader sees of it: the sign itself, not hidden and not taken for the writer's own text.
  expect(visible(plainText('a\uD83Db'))).toBe('a\uFFFDb');
  expect(plainText('a\u0000b\u001B[31m')).toBe('ab[31m');
  const untouched = injections.filter((text) => plainText(text) === text);
  expect(untouched.length).toBeGreaterThan(injections.length / 2);
  for (const text of injections) {
    const left = text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, '').replace(/\p{Cs}/gu, '\uFFFD');
    expect(plainText(text)).toBe(left);
  }
});
