import type { KnownBlock } from '@slack/types';
import { Language } from '../../../../src/report/form.js';
import { show } from '../../../../src/slack/views/surfaces.js';
import { samplesWith, english as told } from '../surface-samples.js';

const [facts] = samplesWith(told).approveForm;
if (facts === undefined) throw new Error('no sample');
const { text } = facts.advisory;
const blocksOf = (name: 'approveForm' | 'publishForm', sample: typeof facts, language: Language) =>
  show(name, sample, language).view.blocks as KnownBlock[];

describe('whoever approves', () => {
  const cases = Language.options.flatMap((first) => Language.options.map((reader) => ({ first, reader })));
  test.each(cases)('sees just what is announced where $first stands first, and reads $reader', ({ first, reader }) => {
    const sample = { ...facts, first };
    const announced = show('announcement', sample, reader).blocks;
    expect(show('announcement', sample, 'en').blocks).toEqual(announced);
    for (const name of ['approveForm', 'publishForm'] as const)
      expect(blocksOf(name, sample, reader).slice(-announced.length)).toEqual(announced);
    const preview = show('disclosurePreview', { ...sample, report: facts.report, now: facts.now }, reader).blocks;
    expect(JSON.stringify(preview)).toContain(JSON.stringify(announced).slice(1, -1));
  });
});

describe('a correction', () => {
  const words = { title: 'Title', summary: 'Up to 3.4.1 is affected.' };
  const edition = { ...facts.advisory, text: { en: words, zh: words } };
  const correction = (after: typeof edition) =>
    JSON.stringify(blocksOf('approveForm', { ...facts, before: edition, advisory: after }, 'en'));
  const corrected = { ...words, summary: 'Up to 3.4.2 is affected.' };

  test('shows what it changes, old and new', () => {
    const drawn = correction({ ...edition, text: { en: corrected, zh: corrected } });
    expect(drawn).toContain('{"type":"text","text":"1","style":{"strike":true}},{"type":"text","text":" → "}');
    expect(drawn).toContain('{"type":"text","text":"2","style":{"bold":true}}');
    expect(drawn).not.toContain('Check that both');
  });
  test('shows facts that changed since, too', () => {
    expect(correction({ ...edition, cves: [] })).toContain('"strike":true');
    expect(correction(edition)).toContain('The text and the facts stay the same.');
  });
  test('warns of the language that was not touched', () => {
    expect(correction({ ...edition, text: { en: corrected, zh: words } })).toContain(
      'Not changed: Chinese. Changed: English.',
    );
    expect(correction({ ...edition, text: { en: words, zh: corrected } })).toContain(
      'Not changed: English. Changed: Chinese.',
    );
    expect(correction({ ...edition, text: { en: corrected } as typeof text & typeof edition.text })).not.toContain(
      'Not changed',
    );
  });
  test('prints in public what its author says it changes', () => {
    const at = facts.now;
    const advisory = { ...edition, revision: 2, revisions: [{ revision: 2, at, change: 'The version is right now.' }] };
    expect(JSON.stringify(show('announcement', { ...facts, advisory }, 'en').blocks)).toContain(
      'The version is right now.',
    );
  });
});
