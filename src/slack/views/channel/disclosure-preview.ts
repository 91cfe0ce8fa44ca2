import type { PreviewFacts } from '../facts.js';
import { context, divider, nameOf, plain, section } from '../kit/blocks.js';
import { cutEscaped } from '../kit/truncate.js';
import { bothLanguages } from '../parts/both-languages.js';
import { careMark } from '../parts/labels.js';
import { surface } from '../surface.js';

/** An advisory as it would be published, in both languages, in the room where it is approved. */
export const disclosurePreview = surface('message', 'responder', 'D', (facts: PreviewFacts, locale) => {
  const { report, advisory } = facts;
  const { life: say } = locale;
  const by = report.prepared === undefined ? '' : nameOf(report.prepared.by);
  return {
    text: cutEscaped(say.prepared(by), 3900),
    blocks: [
      section(plain(say.prepared(by))),
      divider,
      ...bothLanguages(facts, locale.language),
      ...(advisory.text.zh === undefined ? [divider, context(plain(`${careMark} ${say.noChinese}`))] : []),
    ],
  };
});
