import type { KnownBlock } from '@slack/types';
import { divider, marked, modal, plain, section } from '../kit/blocks.js';
import { cut, pieces } from '../kit/truncate.js';
import { surface } from '../surface.js';
import type { OneReport } from '../triage-facts.js';

/** Characters of each part: four of them fit a view of 250 kB in any script. */
const mostOfAPart = 15_000;

/** What may stand in a public bug, to be copied: nothing of who reported it and how they are reached. */
export const publicBugText = surface('modal', 'responder', 'C', ({ report }: OneReport, locale) => {
  const { triage: say, form: field, terms, view } = locale;
  const { title, overview, versions, otherVersions, verification } = report.form;
  const affected = [...versions, otherVersions].filter((text) => text.trim() !== '').join('\n');
  const blocks: KnownBlock[] = [
    section(plain(say.publicBugIntro)),
    divider,
    ...part(field.label.title, title),
    ...part(view.label.overview, overview),
    ...part(field.affected, affected),
    ...part(view.label.verification, verification),
  ];
  return modal({ title: say.title.publicBugText, close: terms.close, blocks });
});

/** A label of the form has a star where an answer is required. */
function part(label: string, text: string): KnownBlock[] {
  return [
    section(marked(`*${label.replace(/\*$/, '')}*`)),
    ...pieces(cut(text, mostOfAPart), 3000).map((piece) => section(plain(piece))),
  ];
}
