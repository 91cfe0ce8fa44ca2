import { Language } from '../../../report/form.js';
import type { PreviewFacts } from '../advisory-facts.js';
import { surface } from '../declare-surface.js';
import { context, divider, nameOf, plain, section } from '../kit/blocks.js';
import { cutEscaped } from '../kit/truncate.js';
import { correctionBlocks } from '../parts/correction.js';
import { everyLanguage } from '../parts/every-language.js';
import { careMark } from '../parts/labels.js';

/** An advisory as it would be published, in every language it is written in, in the channel where it is approved. */
export const disclosurePreview = surface('message', 'responder', 'D', (facts: PreviewFacts, locale) => {
  const { report, advisory } = facts;
  const { thread, notWrittenIn } = locale.disclosure;
  const languages = advisory.withdrawn === undefined ? Language.options : [];
  const missing = languages.filter((language) => advisory.text[language] === undefined);
  const names = locale.terms.listed(missing.map((language) => locale.terms.languages[language]));
  const by = report.prepared === undefined ? '' : nameOf(report.prepared.by);
  const prepared = advisory.withdrawn === undefined ? thread.prepared(by) : thread.withdrawalPrepared(by);
  return {
    text: cutEscaped(prepared, 3900),
    blocks: [
      section(plain(prepared)),
      divider,
      ...correctionBlocks(facts, locale),
      ...everyLanguage(facts),
      ...(missing.length === 0 ? [] : [divider, context(plain(`${careMark} ${notWrittenIn(names)}`))]),
    ],
  };
});
