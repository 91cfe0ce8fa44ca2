import type { KnownBlock } from '@slack/types';
import { defined } from '../../../report/defined.js';
import { form } from '../declare-surface.js';
import type { ReviewFacts } from '../disclosure-facts.js';
import { marked, modal, nameOf, plain, section } from '../kit/blocks.js';
import { writeModalMetadata } from '../modal-metadata.js';
import { correctionBlocks } from '../parts/correction.js';
import { everyLanguage } from '../parts/every-language.js';
import { checkList } from './check-list.js';

/** The whole advisory as it would be published, for the second person. What is seen here is what is approved. */
const approveForm = form('approve_form', 'responder', 'D', (facts: ReviewFacts, locale) => {
  const { report } = facts;
  const { disclosure, terms } = locale;
  const by = report.prepared === undefined ? '' : nameOf(report.prepared.by);
  const blocks: KnownBlock[] = [
    section(plain(disclosure.approve.intro(by, report.id))),
    ...(facts.advisory.withdrawn === undefined ? checkList(facts, locale) : []),
    ...correctionBlocks(facts, locale),
    ...everyLanguage(facts),
  ];
  return modal(
    { title: disclosure.title.approve, close: terms.cancel, blocks },
    { submit: disclosure.submit.approve, carries: carriedOf(facts) },
  );
});

/** The last look before it is public: where it goes, who agreed, and what to think about once more. */
const publishForm = form('publish_form', 'responder', 'D', (facts: ReviewFacts, locale) => {
  const { report, channel } = facts;
  const { disclosure, terms } = locale;
  const { prepared } = report;
  const agreed =
    prepared?.approved === undefined
      ? []
      : [section(plain(disclosure.publish.by(nameOf(prepared.by), nameOf(prepared.approved.by))))];
  const blocks: KnownBlock[] = [
    ...(channel === undefined ? [] : [section(marked(disclosure.publish.intro(report.id, `<#${channel}>`)))]),
    ...agreed,
    ...(facts.advisory.withdrawn === undefined ? checkList(facts, locale) : []),
    ...correctionBlocks(facts, locale),
    ...everyLanguage(facts),
  ];
  return modal(
    { title: disclosure.title.publish, close: terms.cancel, blocks },
    { submit: disclosure.submit.publish, carries: carriedOf(facts) },
  );
});

function carriedOf({ report: { id, prepared } }: ReviewFacts): string {
  return writeModalMetadata({ id, ...defined({ place: prepared?.event }) });
}

export const approveAndPublishForms = { approveForm, publishForm };
