import type { KnownBlock, ModalView } from '@slack/types';
import { localeOf } from '../../../src/locales/locale-of.js';
import type { ReportEvent } from '../../../src/report/events.js';
import { replay } from '../../../src/report/evolve.js';
import type { Language } from '../../../src/report/form.js';
import { refusalOfMessage } from '../../../src/sandbox/limits/messages.js';
import { refusalOfView } from '../../../src/sandbox/limits/views.js';
import { readModalMetadata } from '../../../src/slack/views/modal-metadata.js';
import { type FactsOf, type Shown, type SurfaceName, show } from '../../../src/slack/views/surfaces.js';
import { surfaceNames, textsOf, walk } from './every-sample.js';
import { english, samplesWith, type Told } from './surface-samples.js';

/** Units that what counts characters may tear apart; the last is a letter under a heap of marks. */
const units = ['a', '漏', '𝒳', '👩‍💻', `e${'\u0301'.repeat(10)}`] as const;
const lengths = [0, 1, 74, 120, 140, 151, 1501, 2001, 3000, 3001];
/** Of these one sort each: what is cut by then is cut alike. */
const longer = [9001, 13_001, 40_001, 100_000];
const of = (unit: string, length: number) => unit.repeat(Math.floor(length / unit.length));
const fields = Object.keys(english).filter((name) => name !== 'language' && name !== 'version') as Exclude<
  keyof Told,
  'language' | 'version'
>[];

const { pages } = localeOf('en');

let drawn = 0;
let turned = 0;
afterAll(() => {
  console.info(
    `lengths: ${units.length} sorts of text of ${lengths.length + longer.length} lengths in ${fields.length} fields, ${drawn} surfaces drawn, ${turned} pages turned`,
  );
});

/** The first sample of each surface that shows a field; large samples say nothing more here, and take long. */
const shows = (() => {
  const samples = samplesWith({ ...english, ...Object.fromEntries(fields.map((field) => [field, `CANARY${field}`])) });
  return surfaceNames.flatMap((name) => {
    const left = new Set(fields);
    return samples[name].flatMap((facts, sample) => {
      if (left.size === 0 || JSON.stringify(facts).length > 20_000) return [];
      const drawn = JSON.stringify(show(name, facts as FactsOf<typeof name>, 'en'));
      const found = [...left].filter((field) => drawn.includes(`CANARY${field}`));
      for (const field of found) left.delete(field);
      return found.map((field) => ({ field, name, sample }));
    });
  });
})();

function refusalOf(name: SurfaceName, shown: Shown) {
  drawn += 1;
  return 'view' in shown
    ? refusalOfView(shown.view, shown.kind === 'home' ? 'home' : 'modal', [])
    : refusalOfMessage({ text: shown.text, blocks: shown.blocks, metadata: undefined }, name === 'card');
}

/** Texts in which a unit was torn: something of it is left when all whole ones are taken out. */
function torn(shown: Shown, unit: string): string[] {
  const parts = [...new Set(unit)].filter((part) => /[^\x00-\x7F]/.test(part));
  return textsOf(shown).flatMap(({ text }) => {
    const rest = text.replaceAll(unit, '');
    return /\p{Cs}/u.test(text) || parts.some((part) => rest.includes(part) && !english.overview.includes(part))
      ? [text.slice(-60)]
      : [];
  });
}

describe('a text of any length, in every field on every surface', () => {
  it('stands on most surfaces', () => {
    expect(new Set(shows.map(({ name }) => name)).size).toBeGreaterThan(25);
    expect(new Set(shows.map(({ field }) => field))).toEqual(new Set(fields));
  });

  it.each(fields)('is taken by Slack and cut between graphemes: %s', (field) => {
    const faults: string[] = [];
    const at = fields.indexOf(field);
    for (const [turn, unit] of units.entries())
      for (const length of [
        // The sorts share the lengths: each is met by every other one, and by the rest in the next field.
        ...lengths.filter((_, n) => (n + turn + at) % 2 === 0),
        ...longer.filter((_, n) => (n + at) % units.length === turn),
      ]) {
        const text = of(unit, length);
        const samples = samplesWith({ ...english, [field]: text });
        for (const { name, sample } of shows.filter((one) => one.field === field)) {
          const language: Language = (turn + length) % 2 === 0 ? 'en' : 'zh';
          const shown = show(name, samples[name][sample] as FactsOf<typeof name>, language) as Shown;
          const refusal = refusalOf(name, shown);
          const what = `${name} with ${length} of ${unit.slice(0, 3)}`;
          if (refusal !== undefined) faults.push(`${what}: ${refusal.code} ${refusal.lines[0] ?? ''}`);
          if (language === 'en' || unit !== '漏')
            faults.push(...torn(shown, unit).map((end) => `${what}: torn ${end}`));
        }
      }
    expect(faults.slice(0, 5)).toEqual([]);
  });

  it.each([
    ['card', 'title', pages.shortenedForTeam],
    ['card', 'components', pages.shortenedForTeam],
    ['reportList', 'title', pages.shortenedForTeam],
    ['threadLine', 'reporter', pages.shortenedForTeam],
    ['myReports', 'message', pages.shortenedForReporter],
    ['messageToReporter', 'message', pages.shortenedInMessage],
  ] as const)('says where the whole is, and only when something is cut: %s, %s', (name, field, sentence) => {
    const at = shows.find((one) => one.name === name && one.field === field);
    if (at === undefined) throw new Error(`${name} does not show ${field}`);
    const told = (length: number) => {
      const samples = samplesWith({ ...english, [field]: of('a', length) });
      return JSON.stringify(show(name, samples[name][at.sample] as FactsOf<typeof name>, 'en'));
    };
    expect(told(100_000)).toContain(sentence);
    expect(told(20)).not.toContain(sentence);
  });
});

/** All pages of a view that is read page by page, as somebody turns them from the first on. */
function pagesOf(draw: (page: number) => ModalView, next: string): ModalView[] {
  const pages: ModalView[] = [];
  for (let page = 0; ; ) {
    const view = draw(page);
    expect(refusalOfView(view, 'modal', [])).toBeUndefined();
    pages.push(view);
    turned += 1;
    let goesOn = false;
    walk(view, (object) => {
      goesOn ||= object.action_id === next;
    });
    if (!goesOn) return pages;
    const carried = readModalMetadata(view.private_metadata ?? '');
    expect(carried?.page).toBe(page);
    page += 1;
  }
}

/** What a reader reads in the paragraphs, one after another. */
function read(pages: readonly ModalView[]): string {
  return pages
    .flatMap(({ blocks }) =>
      (blocks as readonly KnownBlock[]).flatMap((block) =>
        block.type === 'section'
          ? [block.text, ...(block.fields ?? [])].flatMap((one) => (one?.type === 'plain_text' ? [one.text] : []))
          : [],
      ),
    )
    .join('');
}

describe('the whole of it', () => {
  const samples = samplesWith(english);
  const reportPages = (facts: FactsOf<'reportView'>) =>
    pagesOf((page) => show('reportView', { ...facts, page }, 'en').view, 'next_page');
  const ownPages = (facts: FactsOf<'ownReport'>) =>
    pagesOf((page) => show('ownReport', { ...facts, page }, 'en').view, 'own_next_page');

  const inTheForm = ['title', 'components', 'overview', 'verification', 'contact'] as const;
  it.each(inTheForm)('is read page by page by responder and reporter: %s', (field) => {
    for (const unit of units)
      for (const length of unit === 'a' || unit === '👩‍💻' ? [151, 2001, 3001, 100_000] : [3001]) {
        const text = of(unit, length);
        const { reportView, ownReport } = samplesWith({ ...english, [field]: text });
        const [theirs, own] = [reportView[0], ownReport[0]];
        if (theirs === undefined || own === undefined) throw new Error('no sample');
        for (const words of [read(reportPages(theirs)), read(ownPages(own))])
          expect(words.includes(text) || `${length} of ${unit} are not all there`).toBe(true);
      }
  });

  it('is read page by page, however many messages, replies, notes and steps there are', () => {
    const [facts] = samples.reportView;
    if (facts === undefined) throw new Error('no sample');
    const { person } = facts.report.reporter as { person: { team: string; user: string; name: string } };
    const by = { kind: 'person', person } as const;
    const texts: { written: string[]; own: string[] } = { written: [], own: [] };
    const history = [...facts.history];
    for (let n = 0; n < 300; n += 1) {
      const text = `<${n}>${of(units[n % units.length] ?? 'a', n % 7 === 0 ? 2990 : 200)}</${n}>`;
      const at = new Date(facts.now.getTime() + n * 60_000);
      texts.written.push(text);
      if (n % 3 < 2) texts.own.push(text);
      if (n % 3 === 0)
        history.push({ type: 'MessageSent', at, by, purpose: 'information', message: text, route: 'direct_message' });
      else if (n % 3 === 1) history.push({ type: 'ReporterWrote', at, by, purpose: 'more_information', text });
      else history.push({ type: 'NoteAdded', at, by, text });
    }
    const report = replay(history);
    const pages = reportPages({ ...facts, report, history });
    expect(pages.length).toBeGreaterThan(4);
    expect(read(pages)).toContain(texts.written.slice(-5).filter((_, n) => n % 3 === 2)[0]);
    expect(read(pages)).toContain(texts.written.join(''));
    const own = ownPages({ report, zone: facts.zone, project: 'KubeSphere' });
    expect(read(own)).toContain(texts.own.join(''));
    expect(
      own.some((view) => texts.written.some((text, n) => n % 3 === 2 && JSON.stringify(view).includes(text))),
    ).toBe(false);
    // What comes later moves no page that was read before.
    const earlier = replay(history.slice(0, -60));
    const before = ownPages({ report: earlier, zone: facts.zone, project: 'KubeSphere' });
    expect(read(before.slice(0, -1))).toBe(read(own.slice(0, before.length - 1)));
  });

  it('of a form that was changed includes how it was before', () => {
    const [facts] = samples.reportView;
    const [first] = facts?.history ?? [];
    if (facts === undefined || first?.type !== 'ReportReceived') throw new Error('no sample');
    const form = { ...first.form, overview: 'Another overview.' };
    const history: ReportEvent[] = [first, { type: 'ReportAmended', at: facts.now, by: first.by, form, affected: [] }];
    const words = read(reportPages({ ...facts, history, report: replay(history) }));
    expect(words).toContain('Another overview.');
    expect(words).toContain(english.overview);
  });
});
