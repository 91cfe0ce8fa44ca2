import { localeOf } from '../../../locales/locale-of.js';
import { form } from '../declare-surface.js';
import { modal, nameOf, plain, section } from '../kit/blocks.js';
import { cut } from '../kit/truncate.js';
import type { MessageFormFacts, NoteFacts, ReplyFacts } from '../message-facts.js';
import { writeModalMetadata } from '../modal-metadata.js';
import { reporterName, teamTime } from '../parts/labels.js';
import { messageInput } from '../parts/message-input.js';
import { nextUpdateInput } from '../parts/next-update-input.js';

/** A further message to the reporter: a question, or information. */
const messageForm = form('message_form', 'responder', 'C', (facts: MessageFormFacts, locale) => {
  const { messages: say, acknowledge, terms } = locale;
  const { report, responder, project, purpose, byHand, updateBy } = facts;
  const { id } = report;
  const name = reporterName(report);
  const theirs = localeOf(report.form.language).messages;
  const template = purpose === 'question' ? theirs.askTemplate : theirs.informTemplate;
  const draft = template({ reporter: name, id, project: cut(project, 100), responder: nameOf(responder), byHand });
  const goes = byHand ? say.goesByHand(name, id) : say.goesTo(name, id);
  const blocks = [
    section(plain(goes)),
    section(plain(acknowledge.wishes(terms.languages[report.form.language]))),
    messageInput(say.messageLabel, acknowledge.hint, draft),
    nextUpdateInput(updateBy, locale),
  ];
  const title = purpose === 'question' ? say.askTitle : say.informTitle;
  const carries = writeModalMetadata({ id, purpose, route: byHand ? 'by_hand' : 'direct_message' });
  return modal(
    { title, close: terms.cancel, blocks },
    { submit: byHand ? acknowledge.elsewhere.submit : say.send, carries },
  );
});

/** A note for the team alone. */
const noteForm = form('note_form', 'responder', 'A', ({ report }: NoteFacts, { messages: say, terms }) => {
  return modal(
    { title: say.noteTitle, close: terms.cancel, blocks: [messageInput(say.noteLabel, say.noteHint)] },
    { submit: say.save, carries: writeModalMetadata({ id: report.id }) },
  );
});

/** What a reporter writes to the team about a report of their own. */
const writeForm = form('write_form', 'own_reporter', 'A', (facts: ReplyFacts, locale) => {
  const { messages: say, terms } = locale;
  const { report, purpose, left, contact, zone } = facts;
  const blocks = [
    section(
      plain(
        report.paused === undefined
          ? say.replyIntro(report.id)
          : say.keptUntil(report.id, teamTime(report.paused.until, zone, locale)),
      ),
    ),
    ...(left === undefined ? [] : [section(plain(say.almostFull(left, contact)))]),
    messageInput(say.replyInputLabel, say.replyHint),
  ];
  const title = purpose === 'answer' ? say.answerTitle : say.moreTitle;
  const carries = writeModalMetadata({ id: report.id, reply: purpose });
  return modal({ title, close: terms.cancel, blocks }, { submit: say.send, carries });
});

export const messageForms = { messageForm, noteForm, writeForm };
