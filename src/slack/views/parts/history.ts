import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import type { ReportEvent } from '../../../report/events.js';
import { type Form, Language } from '../../../report/form.js';
import type { Report } from '../../../report/report.js';
import { voidedPreparations } from '../../../report/voided-preparations.js';
import { context, divider, marked, plain, section } from '../kit/blocks.js';
import { longText, wholeText } from '../kit/long-text.js';
import { pieces } from '../kit/truncate.js';
import { eventSentence } from './event-sentence.js';
import { affectedText, fieldLabel, longFieldBlocks } from './form-texts.js';
import { momentText } from './labels.js';

/** Every step of a report from the beginning, each with all that was written at it: for the responder who reads on. */
export function record(history: readonly ReportEvent[], report: Report, zone: string, locale: Locale): KnownBlock[] {
  const { pages: say } = locale;
  const lastForm = history.findLastIndex(hasForm);
  const voided = voidedPreparations(history);
  return [
    divider,
    section(marked(`*${say.history}*`)),
    ...history.flatMap((event, place) => {
      const facts = { report, zone, voided: voided.has(place) };
      const [first = '', ...rest] = pieces(eventSentence(event, facts, locale, 'whole'), 3000);
      return [
        context(marked(momentText(event.at, zone, locale)), plain(first)),
        ...rest.map((part) => context(plain(part))),
        ...(hasForm(event) && place < lastForm ? formBlocks(event.form, locale) : []),
        ...writtenAt(event).flatMap(wholeText),
      ];
    }),
  ];
}

/** Whether the record tells what the first page does not: a form that was changed. */
export function hasEarlierForm(history: readonly ReportEvent[]): boolean {
  return history.filter(hasForm).length > 1;
}

function hasForm(event: ReportEvent): event is Extract<ReportEvent, { form: Form }> {
  return event.type === 'ReportReceived' || event.type === 'ReportAmended';
}

function formBlocks(form: Form, locale: Locale): KnownBlock[] {
  return [
    section(marked(`*${locale.pages.formBefore}*`)),
    ...longText(fieldLabel('title', locale), form.title),
    ...longText(fieldLabel('versions', locale), affectedText(form)),
    ...longFieldBlocks(form, locale),
  ];
}

/** What a person wrote at a step, word for word. The bot's own messages have no text. */
function writtenAt(event: ReportEvent): string[] {
  switch (event.type) {
    case 'ReportAcknowledged':
    case 'MessageSent':
      return event.message === '' ? [] : [event.message];
    case 'NoteAdded':
    case 'ReporterWrote':
      return [event.text];
    case 'EmbargoBroken':
      return [event.where];
    case 'RemindersSnoozed':
      return [event.reason];
    case 'DisclosurePrepared': {
      const { change, text } = event;
      const written = Language.options.map((language) => text[language]);
      return [change, ...written.flatMap((one) => [one?.title, one?.summary, one?.workaround])].flatMap(
        (part) => part ?? [],
      );
    }
    default:
      return [];
  }
}
