import type { Reminder } from '../../../../src/handling/due-reminders.js';
import { localeOf } from '../../../../src/locales/locale-of.js';
import type { Duty } from '../../../../src/report/duty.js';
import type { Message, MessagePurpose } from '../../../../src/report/message.js';
import type { Report } from '../../../../src/report/report.js';
import { show } from '../../../../src/slack/views/surfaces.js';
import { textIn } from '../../../support/screen.js';
import { english, samplesWith } from '../surface-samples.js';

const [facts] = samplesWith(english).card.filter(({ deadlines }) => deadlines.length > 0);
const [rows] = samplesWith(english).reportList.filter(({ rows }) => rows.some(({ deadlines }) => deadlines.length > 0));
const [deadline] = facts?.deadlines ?? [];
if (facts === undefined || rows === undefined || deadline === undefined) throw new Error('no sample');

const duties: readonly (readonly [Duty, string, string])[] = [
  ['acknowledge', 'Reply due', '答复期限'],
  ['confirm', 'Decision due', '决定期限'],
  ['next_update', 'Next update due', '下次更新期限'],
  ['embargo', 'Embargo ends', '保密期至'],
];

describe.each(duties)('while what comes next is %s', (duty, inEnglish, inChinese) => {
  const deadlines = [{ ...deadline, duty }];
  it.each([
    ['en', inEnglish],
    ['zh', inChinese],
  ] as const)('card and list name it (%s), the card also to those who hear only the text', (language, told) => {
    const listed = { ...rows, rows: rows.rows.map((row) => ({ ...row, deadlines })) };
    const { text, blocks } = show('card', { ...facts, deadlines }, language);
    const list = show('reportList', listed, language).view.blocks;
    for (const shown of [text, JSON.stringify(blocks), JSON.stringify(list)]) expect(shown).toContain(told);
    for (const [other, ...names] of duties)
      if (other !== duty) for (const name of names) expect(text).not.toContain(name);
  });
});

describe('what a card says is true', () => {
  const cards = samplesWith(english).card;
  const textOf = (report: Report) => JSON.stringify(show('card', { ...facts, report, deadlines: [] }, 'en').blocks);
  const sampleOf = (wanted: (report: Report) => boolean) => {
    const found = cards.find(({ report }) => wanted(report))?.report;
    if (found === undefined) throw new Error('no sample');
    return found;
  };
  const message = (event: number, name: string): Message => ({
    event,
    at: new Date(facts.now.getTime() + event * 60_000),
    by: { team: 'T0HOME', user: `U0${event}`, name },
    purpose: 'information',
    text: 'Hello',
    route: 'direct_message',
    delivery: 'sent',
  });
  const acknowledged = sampleOf(({ status, messages }) => status === 'acknowledged' && messages.length === 1);

  it('once it is accepted: severity and affected ranges, and not what was chosen in the form', () => {
    const accepted = sampleOf(({ status, lines }) => status === 'accepted' && lines.length > 0);
    const drawn = textOf({
      ...accepted,
      affected: [],
      lines: [{ line: 'KubeSphere v3.4', from: '3.4.0', before: '3.4.2' }],
    });
    expect(drawn).toContain('KubeSphere v3.4: from 3.4.0, before 3.4.2');
    expect(drawn).toContain('Critical (9.8)');
    expect(drawn).not.toContain('none chosen');
  });
  it('who answered first, and who wrote last', () => {
    expect(textOf(acknowledged)).not.toContain('Last message');
    const drawn = textOf({ ...acknowledged, messages: [message(1, 'Mei'), message(2, 'Bo'), message(3, 'Wen')] });
    expect(drawn).toMatch(/\*Answered\*.+?by Mei.+\*Last message\*.+?by Wen/);
    expect(drawn).not.toContain('by Bo');
    expect(
      textOf({ ...acknowledged, messages: [{ ...message(1, 'Mei'), delivery: 'failed' }, message(2, 'Bo')] }),
    ).toMatch(/\*Answered\*.+?by Bo/);
  });
  it('that a reporter is from outside, and of which workspace', () => {
    const { reporter } = acknowledged;
    if (reporter.kind !== 'slack') throw new Error('no sample');
    expect(textOf(acknowledged)).not.toContain('from outside');
    expect(textOf({ ...acknowledged, reporter: { ...reporter, outside: {} } })).toContain('Rae, from outside"');
    expect(textOf({ ...acknowledged, reporter: { ...reporter, outside: { workspace: 'acme' } } })).toContain(
      'Rae, from outside (acme.slack.com)',
    );
  });
});

describe('what a line of the thread says is true', () => {
  const [line] = samplesWith(english).threadLine.filter(({ event }) => event.type === 'ReportAcknowledged');
  if (line?.event.type !== 'ReportAcknowledged') throw new Error('no sample');
  const { event } = line;
  const said = (purpose: MessagePurpose, voided = false) =>
    JSON.stringify(show('threadLine', { ...line, voided, event: { ...event, purpose } }, 'en').blocks);

  it('a first question asks, and acknowledges', () => {
    expect(said('question')).toContain('Lin asked Rae a question. This acknowledges the report.');
    expect(said('acknowledgement')).toContain('Lin wrote to Rae. This acknowledges the report.');
  });
  it('one act says in one line that its author took the report, or told the reporter', () => {
    const { event: took } =
      samplesWith(english).threadLine.find((one) => one.event.type === 'ResponderAssigned') ?? line;
    const drawn = (along: (typeof line)['along']) =>
      JSON.stringify(show('threadLine', { ...line, along }, 'en').blocks);
    expect(drawn([took])).toContain("This acknowledges the report. They're now the responder.");
    expect(drawn([took, event])).toContain("They told Rae. They're now the responder.");
    expect(drawn([{ ...event, route: 'by_hand' }])).toContain('They told Rae outside Slack.');
    expect(drawn([])).not.toContain('They');
  });
  it('what was written is read in the report, which sends nobody to itself', () => {
    const { openToRead } = localeOf('en').thread;
    const written = samplesWith(english).threadLine.filter(({ event }) =>
      ['NoteAdded', 'ReporterWrote', 'ReportAmended'].includes(event.type),
    );
    expect(written.length).toBeGreaterThan(2);
    for (const facts of written) expect(textIn(show('threadLine', facts, 'en').blocks)).toContain(openToRead);
    for (const facts of samplesWith(english).reportView)
      expect(textIn(show('reportView', facts, 'en').view)).not.toContain(openToRead);
  });
  it('that the advisory has to be prepared again, where one was', () => {
    expect(said('question', true)).toContain('Prepare the advisory again.');
    expect(said('question')).not.toContain('Prepare');
  });
});

describe('what a reminder says is true', () => {
  const [sample] = samplesWith(english).reminderMessage;
  const [one] = sample?.reminders ?? [];
  if (sample === undefined || one === undefined) throw new Error('no sample');
  const said = (...reminders: Reminder[]) => show('reminderMessage', { ...sample, reminders }, 'en');
  const update = { ...one, deadline: { ...one.deadline, duty: 'next_update' as const } };

  it('reports are counted, not their duties', () => {
    expect(said(one, update).text).toContain('1 report needs you');
    const twice = Array.from({ length: 15 }, (_, n) => ({ ...one, id: `VR-0000-00${10 + n}` }));
    const all = said(...twice, ...twice);
    expect(all.text).toContain('15 reports need you');
    expect(all.text).not.toContain('more report');
  });
  it('who has it', () => {
    const held = said({ ...one, assigned: false, holder: 'U0WEN' });
    expect(JSON.stringify(held.blocks)).toContain('Assigned to <@U0WEN>, and not done yet.');
    expect(held.text).toContain('Someone has it');
    expect(said({ ...one, assigned: false }).text).toContain('Nobody is assigned yet');
    expect(said(one).text).toContain('Assigned to you.');
  });
});
