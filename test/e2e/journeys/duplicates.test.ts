import { localeOf } from '../../../src/locales/catalogue.js';
import { type ReportId, readReportId } from '../../../src/report/report-id.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { type ActionName, actions, inputs } from '../../../src/slack/views/ids.js';
import {
  buttonsOf,
  directMessages,
  ephemeral,
  lastOf,
  openModal,
  threadOf,
  wordsIn,
} from '../../support/what-is-shown.js';
import { file, idOn } from './filing.js';
import { type RemedyDesk, startRemedyDesk } from './remediation-steps.js';

const { guo, mei, bo, wen, home, general } = sandbox;
const nobody = { person: String, time: String };
const english = {
  [inputs.enTitle]: 'A viewer can read resources of other tenants',
  [inputs.enSummary]: 'A missing check let any signed-in user read resources that were not shared with them.',
};

describe('a duplicate, on the way to the publication of its original', () => {
  let here: RemedyDesk;
  beforeAll(async () => {
    here = await startRemedyDesk();
  });
  afterAll(async () => {
    await here.stop();
  });

  const steps = (id: ReportId) => Object.values(buttonsOf(here.card(id)));
  const lastLine = (id: ReportId) => wordsIn(lastOf(threadOf(here.bot.slack, here.card(id)), 'line'));
  const filed = async (user: string, title: string): Promise<ReportId> => {
    const id = readReportId(idOn(await file(here.bot, user, title)));
    if (id === undefined) throw new Error('the card has no id');
    return id;
  };
  const marked = async (id: ReportId, original: ReportId) => {
    await here.bot.slack.as(bo).command(general, `/vuln triage ${id}`);
    await here.bot.quiet();
    await here.bot.slack.as(bo).press({ view: openModal(here.bot.slack, bo).id }, actions.duplicate);
    await here.bot.quiet();
    expect(await here.submit(bo, { [inputs.originalId]: original })).toEqual({});
    await here.closeAll(bo);
  };
  /** Accepted, fixed, with a duplicate by somebody, and prepared by Bo. */
  const preparedWith = async (reporter: string, title: string) => {
    const original = await here.accepted(title);
    const duplicate = await filed(reporter, `${title}, told again`);
    await marked(duplicate, original);
    await here.press(bo, original, 'recordFix');
    expect(await here.submit(bo, { fix_version_0: 'v4.1.3', fix_wont_1: ['wont_fix'] })).toEqual({});
    await here.press(bo, original, 'prepareDisclosure');
    expect(await here.submit(bo, english)).toEqual({});
    return { original, duplicate };
  };

  test('of a responder’s own: they are told at each step that a colleague has to do it', async () => {
    const { original, duplicate } = await preparedWith(wen, 'Found by two, one of them on the team');
    const sentence = localeOf('zh').refusals.own_duplicate({ id: original, duplicate }, nobody);
    const refusedIn = async (action: ActionName, by: 'press' | 'pressInMore') => {
      await here.closeAll(wen);
      const before = ephemeral(here.bot.slack, wen).length;
      await here[by](wen, original, action);
      const told = ephemeral(here.bot.slack, wen).slice(before).map(wordsIn).join('\n');
      return `${told}\n${here.bot.slack.seenBy(wen).views.map(({ content }) => wordsIn(content))}`;
    };
    expect(await refusedIn('prepareDisclosure', 'pressInMore')).toContain(sentence);
    expect(await refusedIn('approve', 'press')).toContain(sentence);
    await here.press(mei, original, 'approve');
    expect(await here.submit(mei)).toEqual({});
    expect(await refusedIn('publish', 'press')).toContain(sentence);
    expect(here.announced()).toEqual([]);
    await here.press(bo, original, 'publish');
    expect(await here.submit(bo)).toEqual({});
    expect(here.announced()).toHaveLength(1);
    // Whoever told of it a second time hears that it is public, as the first one does.
    for (const [user, id] of [
      [sandbox.ana, original],
      [wen, duplicate],
    ] as const) {
      const letters = directMessages(here.bot.slack, user).map(wordsIn);
      expect(letters.filter((letter) => letter.includes(id) && /public now|已修复并公开/.test(letter))).toHaveLength(1);
    }
  });

  test('an approval that was open before the duplicate was marked is refused when it is sent', async () => {
    const original = await here.accepted('Marked while somebody looks');
    const duplicate = await filed(wen, 'Marked while somebody looks, told again');
    await here.press(bo, original, 'recordFix');
    await here.submit(bo, { fix_version_0: 'v4.1.3', fix_wont_1: ['wont_fix'] });
    await here.press(bo, original, 'prepareDisclosure');
    await here.submit(bo, english);
    await here.press(wen, original, 'approve');
    const { id: view } = openModal(here.bot.slack, wen);
    await marked(duplicate, original);
    await here.bot.slack.as(wen).submit(view, {});
    await here.bot.quiet();
    expect(wordsIn(openModal(here.bot.slack, wen).content)).toContain(
      localeOf('zh').refusals.own_duplicate({ id: original, duplicate }, nobody),
    );
    await here.closeAll(wen);
  });

  test('opened again, it leaves the original: its card, its advisory and its thread say so', async () => {
    const { original, duplicate } = await preparedWith(guo, 'Not the same after all');
    expect(wordsIn(here.card(original))).toContain(duplicate);
    await here.pressInMore(mei, duplicate, 'reopen');
    expect(wordsIn(here.card(original))).not.toContain(duplicate);
    expect(lastLine(original)).toContain(localeOf('en').life.duplicateDropped(duplicate));
    expect(steps(original)[0]).toBe('Prepare disclosure…');
    expect((await here.report(original)).duplicates).toEqual([]);
  });

  test('a reporter who wants to be thanked in another way takes the preparation of the original back at once', async () => {
    const { original, duplicate } = await preparedWith(guo, 'Another name for the second');
    await here.press(wen, original, 'approve');
    expect(await here.submit(wen)).toEqual({});
    expect(steps(original)[0]).toBe('Publish…');
    const actor = { kind: 'person', person: { team: home, user: mei, name: 'Mei Sandbox' } } as const;
    await here.handle(duplicate, { type: 'ChangeCredit', credit: { by: 'name', name: 'G.' } }, actor);
    await here.bot.quiet();
    expect(steps(original)[0]).toBe('Prepare disclosure…');
    expect(lastLine(original)).toContain(localeOf('en').life.duplicateCreditChanged);
  });

  test('is open again once the reporter of the original takes that back', async () => {
    const original = await here.accepted('Taken back with a duplicate');
    const duplicate = await filed(guo, 'Taken back with a duplicate, told again');
    await marked(duplicate, original);
    await here.bot.slack.as(sandbox.ana).command(general, '/vuln mine');
    await here.bot.quiet();
    const view = openModal(here.bot.slack, sandbox.ana);
    const block = view.content.blocks.find(
      (one) => JSON.stringify(one).includes(original) && JSON.stringify(one).includes(actions.withdraw),
    );
    await here.bot.slack
      .as(sandbox.ana)
      .press({ view: view.id, ...(block === undefined ? {} : { block: block.block_id }) }, actions.withdraw, {
        confirm: true,
      });
    await here.bot.quiet();
    expect(wordsIn(here.card(original))).toContain('Withdrawn');
    expect(wordsIn(here.card(duplicate))).toContain('Acknowledged');
    expect(lastLine(duplicate)).toContain(localeOf('en').life.originalWithdrawn(original));
    expect(steps(duplicate)).toContain('Triage…');
  });
});
