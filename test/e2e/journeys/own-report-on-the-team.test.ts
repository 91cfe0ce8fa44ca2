import { localeOf } from '../../../src/locales/catalogue.js';
import { readReportId } from '../../../src/report/report-id.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { actions } from '../../../src/slack/views/ids.js';
import { ephemeral, lastOf, openModal, wordsIn } from '../../support/what-is-shown.js';
import { file, idOn } from './filing.js';
import { canaries, type RemedyDesk, startRemedyDesk } from './remediation-steps.js';

const { mei, bo, wen, guo, home, general } = sandbox;
const { pages, messages, view: shown } = localeOf('zh');

describe('a responder whose own report it is', () => {
  let here: RemedyDesk;
  beforeAll(async () => {
    here = await startRemedyDesk();
  });
  afterAll(async () => {
    await here.stop();
  });

  test('sees of it what its reporter sees: no notes, no steps of the team, nothing of a duplicate of it', async () => {
    const id = readReportId(idOn(await file(here.bot, wen, 'Found by somebody on the team')));
    const other = readReportId(idOn(await file(here.bot, guo, 'The same, told by an outsider')));
    if (id === undefined || other === undefined) throw new Error('a card has no id');
    const actor = { kind: 'person', person: { team: home, user: mei, name: 'Mei Sandbox' } } as const;
    const tell = { message: 'Thank you, we look into it.', route: 'direct_message' } as const;
    await here.handle(id, { type: 'AcknowledgeReport', ...tell }, actor);
    await here.handle(id, { type: 'AddNote', text: canaries.note }, actor);
    await here.handle(id, { type: 'NoteDuplicate', duplicate: other }, actor);
    await here.handle(other, { type: 'MarkDuplicate', of: id, tell }, actor);
    await here.bot.quiet();
    const read = async (user: string, by: 'card' | 'command') => {
      await here.closeAll(user);
      if (by === 'card') await here.bot.slack.as(user).press({ message: here.card(id) }, actions.show);
      else await here.bot.slack.as(user).command(general, `/vuln show ${id}`);
      await here.bot.quiet();
      const { content } = openModal(here.bot.slack, user);
      return `${content.title?.text}\n${wordsIn(content)}`;
    };
    const colleague = await read(bo, 'card');
    for (const part of [canaries.note, other, localeOf('en').view.label.history]) expect(colleague).toContain(part);
    for (const by of ['card', 'command'] as const) {
      const own = await read(wen, by);
      for (const part of [id, tell.message, pages.ownOnTeam, pages.ownTitle]) expect(own).toContain(part);
      for (const part of [canaries.note, other, messages.notes, shown.label.history]) expect(own).not.toContain(part);
    }
    await here.closeAll(wen);
    await here.bot.slack.as(wen).press({ message: here.card(id) }, actions.more);
    await here.bot.quiet();
    expect(here.bot.slack.seenBy(wen).views).toEqual([]);
    expect(wordsIn(lastOf(ephemeral(here.bot.slack, wen), 'refusal'))).toContain(
      localeOf('zh').refusals.own_report({ id }, { person: String, time: String }),
    );
  });

  test('reads the next page of it as its reporter too', async () => {
    const id = readReportId(idOn(await file(here.bot, wen, 'Long, by somebody on the team')));
    if (id === undefined) throw new Error('the card has no id');
    const actor = { kind: 'person', person: { team: home, user: mei, name: 'Mei Sandbox' } } as const;
    for (let n = 0; n < 60; n += 1) {
      const message = `Reply ${n}. ${'We look into it. '.repeat(100)}`;
      await here.handle(id, { type: 'SendMessage', purpose: 'information', message, route: 'by_hand' }, actor);
      if (n % 20 === 0) await here.handle(id, { type: 'AddNote', text: `${canaries.note} ${n}` }, actor);
    }
    await here.bot.quiet();
    await here.bot.slack.as(wen).command(general, `/vuln show ${id}`);
    await here.bot.quiet();
    const told = () => wordsIn(openModal(here.bot.slack, wen).content);
    expect(told()).toContain('Reply 0.');
    await here.bot.slack.as(wen).press({ view: openModal(here.bot.slack, wen).id }, actions.ownNextPage);
    await here.bot.quiet();
    expect(told()).not.toContain('Reply 0.');
    expect(told()).toMatch(/Reply \d+\./);
    expect(told()).not.toContain('CANARYNOTE');
  });
});
