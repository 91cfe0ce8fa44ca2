import { localeOf } from '../../src/locales/locale-of.js';
import type { ReportCommand } from '../../src/report/commands.js';
import type { OutgoingMessage } from '../../src/report/commands-messages.js';
import { draftGap } from '../../src/report/draft-placeholder.js';
import { languages } from '../../src/report/languages.js';
import { accept, decline, duplicate, reportInStatus } from './report-in-status.js';
import { by, mei, minute, outcome, submit } from './situations.js';

describe('draftGap', () => {
  it.each([
    ['a line of its own', 'Hi Rae,\n\n…\n\nBo', '…'],
    ['after a colon', 'We would like to ask: …', '…'],
    ['within a sentence', 'We expect the fix on … at the latest.', '…'],
    ['before a full stop', 'The fix is in version …。', '…'],
    ['the Chinese ellipsis', '我想请教：\n\n……\n\nBo', '……'],
    ['the Chinese ellipsis after a colon', '我想请教：……', '……'],
    ['three full stops on a line', 'Hi Rae,\n\n...\n\nBo', '...'],
    ['three full stops after a colon', 'We would like to ask: ...', '...'],
    ['an ellipsis in brackets', 'It affects [ … ].', '[ … ]'],
    ['full stops in brackets', 'Version[...]', '[...]'],
    ['a word in brackets', 'I have a question: [question]', '[question]'],
    ['a word in Chinese brackets', '请问【问题】', '【问题】'],
  ])('is found as %s', (_, text, found) => expect(draftGap(text)).toBe(found));

  it.each([
    ['nothing', ''],
    ['an ellipsis that ends a word', 'Hmm… we are not sure.'],
    ['a Chinese one', '我们正在核实……请稍候。'],
    ['a shortened name', 'KubeSphere security te… team'],
    ['a path', 'GET /a/../../b and a/.../b'],
    ['a call', 'fetch(...args), open("...")'],
    ['a log line', '12:00 INFO start ... done'],
    ['a tag', '[INFO] see [this](https://example.org)'],
    ['a version range', '3.4.0...3.4.1'],
  ])('is none in %s', (_, text) => expect(draftGap(text)).toBeUndefined());
});

describe('a draft that was left as it opened', () => {
  const untouched = languages.flatMap((language) => {
    const { askTemplate, informTemplate } = localeOf(language).messages;
    const facts = { reporter: 'Rae', id: submit.id, project: 'KubeSphere', responder: 'Mei', byHand: false };
    return [askTemplate(facts), informTemplate(facts)];
  });
  const context = { now: minute(60), actor: by(mei) };
  const open = reportInStatus('acknowledged');
  const sent: Readonly<Record<string, (tell: OutgoingMessage) => string>> = {
    'the first message': (tell) => outcome({ ...tell, type: 'AcknowledgeReport' }, reportInStatus('received'), context),
    'a question': (tell) => outcome({ ...tell, type: 'SendMessage', purpose: 'question' }, open, context),
    'an update': (tell) => outcome({ ...tell, type: 'SendMessage', purpose: 'information' }, open, context),
    'with an acceptance': (tell) => outcome({ ...accept, tell } as ReportCommand, open, context),
    'with a refusal': (tell) => outcome({ ...decline, tell } as ReportCommand, open, context),
    'with a duplicate': (tell) => outcome({ ...duplicate, tell } as ReportCommand, open, context),
    'when it is reopened': (tell) => outcome({ type: 'ReopenReport', tell }, reportInStatus('declined'), context),
  };
  it.each(Object.entries(sent))('is not sent: %s', (_, send) => {
    for (const message of untouched) expect(send({ message, route: 'direct_message' })).toBe('message_has_gap');
    expect(send({ message: 'We have looked into it.', route: 'direct_message' })).not.toBe('message_has_gap');
  });
});
