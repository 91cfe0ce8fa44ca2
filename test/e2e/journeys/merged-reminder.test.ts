import type { Message } from '../../../src/sandbox/message-log.js';
import { withBot } from '../../support/running-bot.js';
import { directMessages, lastOf, textIn } from '../../support/screen.js';

/** What the buttons of a message say, row by row. */
const rows = (message: Message) =>
  message.blocks
    .filter(({ type }) => type === 'actions')
    .map(({ elements }) => (elements as { text: { text: string } }[]).map(({ text }) => text.text));

test.each([
  {
    language: 'English',
    who: 'bo',
    heading: '2 reports need you',
    steps: ['Acknowledge…', 'Triage…', 'Show report'],
    already: 'already',
  },
  {
    language: 'Chinese',
    who: 'mei',
    heading: '您有 2 份报告待处理',
    steps: ['答复报告人…', '研判…', '查看报告'],
    already: '已',
  },
] as const)(
  'of two reports reminded of in one $language message, each is acted on by its own buttons, and the other keeps its own',
  ({ who, heading, steps, already }) =>
    withBot({}, async (bot) => {
      const { ana } = bot.people;
      const person = bot.people[who];
      const [first, second] = [
        await ana.files({ title: 'TITLECANARY' }),
        await ana.files({ title: 'TITLECANARY too' }),
      ];
      for (const id of [first, second]) await person.press('assignToMe', { on: id });
      await bot.moveTo(new Date('2026-09-23T15:01:00+08:00'));
      const on = lastOf(directMessages(bot.slack, person.id), 'reminder');
      expect(textIn(on)).toContain(heading);
      expect(JSON.stringify(on)).not.toMatch(/TITLECANARY|Ana/);
      expect(rows(on).slice(0, 2)).toEqual([steps, steps]);

      await person.press('acknowledge', { on, of: second });
      expect(person.modalText()).toContain(second);
      expect(await person.submit()).toEqual({});
      expect(ana.lastDirectMessage()).toContain(second);
      const now = lastOf(directMessages(bot.slack, person.id), 'reminder');
      expect(now.ts).toBe(on.ts);
      expect(rows(now)).toEqual(rows(on));

      // What is done is done: a sentence says so, and nothing is sent.
      const told = ana.directMessages().length;
      await person.press('acknowledge', { on: now, of: second });
      expect(person.modals().length > 0 ? person.modalText() : person.lastEphemeral()).toContain(already);
      expect(ana.directMessages()).toHaveLength(told);
      await person.closeAll();

      await person.press('triage', { on: now, of: second });
      expect(JSON.stringify(person.modal().content)).toContain(second);
      await person.closeAll();
      await person.press('show', { on: now, of: first });
      expect(person.modalText()).toContain(first);
      await person.closeAll();
      await person.press('acknowledge', { on: now, of: first });
      expect(await person.submit()).toEqual({});
      expect(ana.lastDirectMessage()).toContain(first);

      // The decisions are due next, in one message again.
      await bot.moveTo(new Date('2026-09-24T16:01:00+08:00'));
      const decide = lastOf(directMessages(bot.slack, person.id), 'reminder');
      expect(rows(decide).slice(0, 2)).toEqual([steps.slice(1), steps.slice(1)]);
    }),
);
