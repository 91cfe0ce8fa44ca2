import type { KnownBlock, ModalView } from '@slack/types';
import { localeOf } from '../../../locales/catalogue.js';
import type { Locale } from '../../../locales/locale.js';
import { messageLimit } from '../../../report/decide-messages.js';
import type { AcknowledgeFacts, SentElsewhereFacts } from '../facts.js';
import { callbacks, inputs, writeModalMetadata } from '../ids.js';
import { input, marked, modal, nameOf, plain, section } from '../kit/blocks.js';
import { readInputs } from '../kit/input-values.js';
import { cut } from '../kit/truncate.js';
import { momentText, reporterName } from '../parts/labels.js';
import { nextUpdateInput } from '../parts/next-update.js';

/** The message to a reporter on Slack: sending it acknowledges the report. */
export function acknowledgeForm(facts: AcknowledgeFacts, locale: Locale): ModalView {
  const { acknowledge: say, terms } = locale;
  const { report } = facts;
  const blocks = [
    section(plain(say.intro(report.id, reporterName(report)))),
    section(plain(wishes(facts, locale))),
    messageInput(facts, say.label, say.hint),
    nextUpdateInput(facts.updateBy, locale),
  ];
  return modal(
    { title: say.title, close: terms.cancel, blocks },
    { callback: callbacks.acknowledgeForm, submit: say.submit, carries: writeModalMetadata({ id: report.id }) },
  );
}

/** The message to a reporter whom the app can't reach: to copy, to send by hand, and then to keep. */
export function sentElsewhere(facts: SentElsewhereFacts, locale: Locale): ModalView {
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
    messageInput(facts, label, say.hint),
    nextUpdateInput(facts.updateBy, locale),
  ];
  return modal(
    { title: say.title, close: say.cancel, blocks },
    { callback: callbacks.sentElsewhere, submit: say.submit, carries: writeModalMetadata({ id: report.id }) },
  );
}

/** Reads the message from `view.state.values` of either form. */
export function readMessage(values: unknown): string {
  return readInputs(values).text(inputs.message);
}

function wishes({ report }: AcknowledgeFacts, { acknowledge: say, terms }: Locale): string {
  return say.wishes(terms.languages[report.form.language]);
}

function messageInput({ report, responder, project }: AcknowledgeFacts, label: string, hint: string) {
  const draft = localeOf(report.form.language).acknowledge.template({
    reporter: reporterName(report),
    id: report.id,
    project: cut(project, 100),
    responder: nameOf(responder),
  });
  return input(
    { id: inputs.message, label, hint },
    {
      type: 'plain_text_input',
      action_id: inputs.message,
      multiline: true,
      max_length: messageLimit,
      initial_value: draft,
    },
  );
}
