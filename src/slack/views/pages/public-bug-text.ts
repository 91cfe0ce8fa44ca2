import type { KnownBlock } from '@slack/types';
import { surface } from '../declare-surface.js';
import { divider, marked, modal, plain, section } from '../kit/blocks.js';
import { cut, pieces } from '../kit/truncate.js';
import { affectedLabel, affectedText, fieldLabel, longTexts } from '../parts/form-texts.js';
import type { OneReport } from '../triage-facts.js';

/** Characters of each part: four of them fit a view of 250 kB in any script. */
const mostOfAPart = 15_000;

/** What may stand in a public bug, to be copied: nothing of who reported it and how they are reached. */
export const publicBugText = surface('modal', 'responder', 'C', ({ report }: OneReport, locale) => {
  const { triage: say, publicBug, terms } = locale;
  const { form } = report;
  const blocks: KnownBlock[] = [
    section(plain(publicBug.intro)),
    divider,
    ...part(fieldLabel('title', locale), form.title),
    ...part(affectedLabel(locale), affectedText(form)),
    ...longTexts(form, locale, 'public').flatMap(({ label, text }) => part(label, text)),
  ];
  return modal({ title: say.title.publicBugText, close: terms.close, blocks });
});

function part(label: string, text: string): KnownBlock[] {
  return [section(marked(`*${label}*`)), ...pieces(cut(text, mostOfAPart), 3000).map((piece) => section(plain(piece)))];
}
