import type { KnownBlock } from '@slack/types';
import { defined } from '../../../report/defined.js';
import type { ReviewFacts } from '../disclosure-facts.js';
import { callbacks, writeModalMetadata } from '../ids.js';
import { marked, modal, nameOf, plain, section } from '../kit/blocks.js';
import { bothLanguages } from '../parts/both-languages.js';
import { surface } from '../surface.js';
import { checkList } from './check-list.js';

/** The whole advisory as it would be published, for the second person. What is seen here is what is approved. */
export const approveForm = surface('modal', 'responder', 'D', (facts: ReviewFacts, locale) => {
  const { report } = facts;
  const { remedy, terms } = locale;
  const by = report.prepared === undefined ? '' : nameOf(report.prepared.by);
  const blocks: KnownBlock[] = [
    section(plain(remedy.approve.intro(by, report.id))),
    ...checkList(facts, locale),
    ...bothLanguages(facts, locale.language),
  ];
  return modal(
    { title: remedy.title.approve, close: terms.cancel, blocks },
    { callback: callbacks.approveForm, submit: remedy.submit.approve, carries: carriedOf(facts) },
  );
});

/** The last look before it is public: where it goes, who agreed, and what to think about once more. */
export const publishForm = surface('modal', 'responder', 'D', (facts: ReviewFacts, locale) => {
  const { report, channel } = facts;
  const { remedy, terms } = locale;
  const { prepared } = report;
  const where = channel === undefined ? '–' : `<#${channel}>`;
  const agreed =
    prepared?.approved === undefined
      ? []
      : [section(plain(remedy.publish.by(nameOf(prepared.by), nameOf(prepared.approved.by))))];
  const blocks: KnownBlock[] = [
    section(marked(remedy.publish.intro(report.id, where))),
    ...agreed,
    ...checkList(facts, locale),
    ...bothLanguages(facts, locale.language),
  ];
  return modal(
    { title: remedy.title.publish, close: terms.cancel, blocks },
    { callback: callbacks.publishForm, submit: remedy.submit.publish, carries: carriedOf(facts) },
  );
});

function carriedOf({ report: { id, prepared } }: ReviewFacts): string {
  return writeModalMetadata({ id, ...defined({ place: prepared?.event }) });
}
