import type { KnownBlock } from '@slack/types';
import { type Locale, localeOf } from '../../../locales/locale-of.js';
import { form } from '../declare-surface.js';
import { marked, modal, nameOf, plain, section } from '../kit/blocks.js';
import { cut } from '../kit/truncate.js';
import type { AcknowledgeFacts, SentElsewhereFacts } from '../message-facts.js';
import { writeModalMetadata } from '../modal-metadata.js';
import { momentText, reporterName } from '../parts/labels.js';
import { messageInput } from '../parts/message-input.js';
import { nextUpdateInput } from '../parts/next-update-input.js';

/** The message to a reporter on Slack: sending it acknowledges the report. */
const acknowledgeForm = form('acknowledge_form', 'responder', 'C', (facts: AcknowledgeFacts, locale) => {
  const { acknowledge: say, terms } = locale;
  const { report } = facts;
  const blocks = [
    section(plain(say.intro(report.id, reporterName(report)))),
    section(plain(wishes(facts, locale))),
    messageInput(say.label, say.hint, draftOf(facts)),
    nextUpdateInput(facts.updateBy, locale),
  ];
  return modal(
    { title: say.title, close: terms.cancel, blocks },
    { submit: say.submit, carries: writeModalMetadata({ id: report.id }) },
  );
});

/** The message to a reporter whom the app can't reach: to copy, to send by hand, and then to keep. */
const sentElsewhere = form('sent_elsewhere', 'responder', 'C', (facts: SentElsewhereFacts, locale) => {
  const { elsewhere: say, label, contact } = locale.acknowledge;
  const { report, deadlines, zone, justFiled } = facts;
  const name = reporterName(report);
  const due = deadlines[0];
  const why = report.reporter.kind === 'elsewhere' ? say.notOnSlack(name) : say.undelivered(name);
  const blocks: KnownBlock[] = [
    ...(justFiled ? [section(plain(say.stored(report.id)))] : []),
    ...(due === undefined
      ? []
      : [section(marked(`*${locale.card.due[due.duty]}*\n${momentText(due.dueAt, zone, locale)}`))]),
    section(plain(why)),
    section(marked(`*${contact}*`)),
    section(plain(report.form.contact)),
    section(plain(say.how(report.id))),
    section(plain(wishes(facts, locale))),
    messageInput(label, say.hint, draftOf(facts)),
    nextUpdateInput(facts.updateBy, locale),
  ];
  return modal(
    { title: say.title, close: say.cancel, blocks },
    { submit: say.submit, carries: writeModalMetadata({ id: report.id }) },
  );
});

function wishes({ report }: AcknowledgeFacts, { acknowledge: say, terms }: Locale): string {
  return say.wishes(terms.languages[report.form.language]);
}

function draftOf({ report, responder, project }: AcknowledgeFacts): string {
  return localeOf(report.form.language).acknowledge.template({
    reporter: reporterName(report),
    id: report.id,
    project: cut(project, 100),
    responder: nameOf(responder),
  });
}

export const acknowledgeForms = { acknowledgeForm, sentElsewhere };
