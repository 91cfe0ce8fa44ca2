import type { KnownBlock, ModalView } from '@slack/types';
import type { Words } from '../../../locales/words.js';
import type { ReviewFacts } from '../disclosure-facts.js';
import { callbacks, writeModalMetadata } from '../ids.js';
import { marked, modal, nameOf, plain, section } from '../kit/blocks.js';
import { bothLanguages } from '../parts/both-languages.js';
import { checkList } from './check-list.js';

/** The whole advisory as it would be published, for the second person. What is seen here is what is approved. */
export function approveForm(facts: ReviewFacts, words: Words): ModalView {
  const { report } = facts;
  const { remedy, terms } = words;
  const by = report.prepared === undefined ? '' : nameOf(report.prepared.by);
  const blocks: KnownBlock[] = [
    section(plain(remedy.approve.intro(by, report.id))),
    ...checkList(facts, words),
    ...bothLanguages(facts, words.language),
  ];
  return modal(
    { title: remedy.title.approve, close: terms.cancel, blocks },
    { callback: callbacks.approveForm, submit: remedy.submit.approve, carries: carriedOf(facts) },
  );
}

/** The last look before it is public: where it goes, who agreed, and what to think about once more. */
export function publishForm(facts: ReviewFacts, words: Words): ModalView {
  const { report, channel } = facts;
  const { remedy, terms } = words;
  const { prepared } = report;
  const where = channel === undefined ? '–' : `<#${channel}>`;
  const agreed =
    prepared?.approved === undefined
      ? []
      : [section(plain(remedy.publish.by(nameOf(prepared.by), nameOf(prepared.approved.by))))];
  const blocks: KnownBlock[] = [
    section(marked(remedy.publish.intro(report.id, where))),
    ...agreed,
    ...checkList(facts, words),
    ...bothLanguages(facts, words.language),
  ];
  return modal(
    { title: remedy.title.publish, close: terms.cancel, blocks },
    { callback: callbacks.publishForm, submit: remedy.submit.publish, carries: carriedOf(facts) },
  );
}

function carriedOf({ report: { id, prepared } }: ReviewFacts): string {
  return writeModalMetadata({ id, ...(prepared === undefined ? {} : { place: prepared.event }) });
}
