import { localeOf } from '../../../src/locales/locale-of.js';
import { DeclineReason } from '../../../src/report/report.js';
import type { ReportId } from '../../../src/report/report-id.js';
import { actions } from '../../../src/slack/views/actions.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { metricInput } from '../../../src/slack/views/shared-inputs.js';
import { aForm, inputsOf } from '../../support/a-form.js';
import type { People, Person, Values } from '../../support/person.js';
import { type RunningBot, startRunningBot, tuesday, withBot } from '../../support/running-bot.js';
import { buttonsOf, idOn, lastOf, textIn } from '../../support/screen.js';

const vector31 = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const accepted = { [inputs.vector]: vector31, [inputs.lines]: 'v3.4: all', [inputs.cwes]: ['CWE-862'] };

let bot: RunningBot;
let people: People;
beforeAll(async () => {
  bot = await startRunningBot();
  people = bot.people;
});
afterAll(async () => {
  await bot.stop();
});

const cardText = (id: ReportId) => textIn(bot.card(id));
const buttons = (id: ReportId) => Object.keys(buttonsOf(bot.card(id)));
/** A report filed a minute after the one before: lists have the newest first. */
const filed = async (title: string, reporter = people.ana) => {
  bot.clock.forward(60_000);
  return await reporter.files({ title });
};
const acknowledged = async (title: string) => {
  const id = await filed(title);
  await people.bo.press('acknowledge', { on: id });
  await people.bo.submit();
  return id;
};
const openDecision = async (person: Person, id: ReportId, decision: 'accept' | 'decline' | 'duplicate') => {
  await person.closeAll();
  await person.command(`/vuln triage ${id}`);
  await person.press(decision);
};
/** Accepts with a score that the form has shown. */
const accepts = async (person: Person, values: Values = accepted) => {
  const { [inputs.vector]: vector = vector31, ...rest } = values;
  await person.type({ [inputs.vector]: vector });
  return await person.submit(rest);
};
/** The input of the message to the reporter: its id changes when the bot draws a new text. */
const messageInput = (person: Person) =>
  person.typed(inputs.messageAnew) === undefined ? inputs.message : inputs.messageAnew;
const draft = (person: Person) => String(person.typed(messageInput(person)) ?? '');
/** What a responder reads of a report, in English. */
const shown = async (id: ReportId) => {
  const { bo } = people;
  await bo.closeAll();
  await bo.press('show', { on: id });
  const text = bo.modalText();
  await bo.closeAll();
  return text;
};

describe('accepting a report', () => {
  test('from the card, with a typed vector: the score is shown, and goes to the reporter', async () => {
    const { ana, bo } = people;
    const id = await filed('Accepted by a typed vector');

    // Triage takes the first place once somebody is responsible.
    expect(buttons(id)).toEqual([actions.acknowledge, actions.assignToMe, actions.show, actions.more]);
    await bo.press('assignToMe', { on: id });
    expect(buttons(id)).toEqual([actions.acknowledge, actions.triage, actions.show, actions.more]);

    // The form comes filled with the versions and a draft.
    await bo.press('triage', { on: id });
    expect(bo.modalText()).toContain(aForm().overview.slice(0, 40));
    expect(bo.modalText()).toContain('Support status on the day of the report: Tue 22 Sep 2026');
    await bo.press('accept');
    expect(bo.typed(inputs.lines)).toBe('KubeSphere: v4.1.x; v3.4.x');
    expect(draft(bo)).toContain('is a vulnerability.');

    // A wrong vector is explained, a right one is scored; what was typed stays.
    const lines = 'KubeSphere v3.4: 3.4.0 - 3.4.1\n产品线 4：到 4.1.2';
    await bo.type({ [inputs.vector]: 'CVSS:3.1/AV:N/AC:L', [inputs.lines]: lines });
    expect(bo.modalText()).toContain('Some metrics that CVSS v3.1 requires are missing');
    await bo.type({ [inputs.vector]: vector31.toLowerCase() });
    expect(bo.modalText()).toContain('9.8 Critical (CVSS v3.1)');
    expect(bo.typed(inputs.lines)).toBe(lines);
    expect(draft(bo)).toContain('We rate it 9.8 Critical (CVSS v3.1).');

    // MITRE's list is offered while somebody types.
    const offered = await bot.slack.as(bo.id).suggest(bo.modal().id, inputs.cwes, 'missing auth');
    expect(offered.slice(0, 2).map(({ text }) => text)).toEqual([
      'CWE-862 Missing Authorization',
      'CWE-304 Missing Critical Step in Authentication',
    ]);
    expect(await bot.slack.as(bo.id).suggest(bo.modal().id, inputs.cwes, 'm')).toEqual([]);
    expect(await bo.submit({ [inputs.cwes]: ['CWE-0'] })).toEqual({
      [inputs.cwes]: expect.stringContaining("CWE-0 isn't in MITRE's list"),
    });

    // The reporter, the card and the report say so.
    expect(await bo.submit({ [inputs.nextUpdate]: '2026-09-29', [inputs.cwes]: ['CWE-862', 'CWE-304'] })).toEqual({});
    expect(bo.modals()).toEqual([]);
    for (const part of ['We rate it 9.8 Critical (CVSS v3.1).', 'Tue 29 Sep, 18:00'])
      expect(ana.lastDirectMessage()).toContain(part);
    for (const part of ['Accepted', 'Tue 29 Sep, 18:00']) expect(cardText(id)).toContain(part);
    const report = await shown(id);
    for (const part of [
      vector31,
      'CWE-862 Missing Authorization',
      'CWE-304 Missing Critical Step in Authentication',
      'KubeSphere v3.4: 3.4.0 - 3.4.1',
      '产品线 4: up to 4.1.2',
      'Critical',
    ])
      expect(report).toContain(part);
  });

  test.each([
    ['buildV31', '3.1', ['N', 'L', 'L', 'N', 'U', 'H', 'L', 'N'], '7.1 High (CVSS v3.1)'],
    ['buildV40', '4.0', ['N', 'L', 'N', 'L', 'N', 'H', 'L', 'N', 'N', 'N', 'N'], '7.1 High (CVSS v4.0)'],
  ] as const)('with selects (%s): the score appears with the last choice', async (build, version, values, score) => {
    const { ana, bo } = people;
    const id = await acknowledged(`Accepted by selects of ${version}`);
    const lines = 'KubeSphere v3.4: from 3.4.0';
    await openDecision(bo, id, 'accept');
    await bo.type({ [inputs.lines]: lines, [inputs.cwes]: ['CWE-862'] });
    await bo.press(build);
    expect(bo.typed(inputs.lines)).toBe(lines);
    const metrics = bo.modal().content.blocks.flatMap(({ block_id }) => (block_id.startsWith('cvss_') ? block_id : []));
    expect(metrics).toHaveLength(values.length);
    for (const [n, metric] of metrics.entries()) {
      expect(bo.modalText()).toContain('No score yet. Still to choose:');
      await bo.type({ [metric]: values[n] ?? '' });
    }
    expect(bo.modalText()).toContain(score);

    // What was chosen can be typed on, and back.
    await bo.press('typeVector');
    expect(String(bo.typed(inputs.vector))).toMatch(new RegExp(`^CVSS:${version}/AV:N/AC:L`));
    await bo.press(build);
    expect(bo.modalText()).toContain(score);
    expect(bo.typed(inputs.lines)).toBe(lines);

    expect(await bo.submit()).toEqual({});
    expect(ana.lastDirectMessage()).toContain(score);
    expect(await shown(id)).toContain(`CVSS:${version}/AV:N/AC:L`);
  });

  test('a switch to the other CVSS version keeps what means the same in both', async () => {
    const { bo } = people;
    await openDecision(bo, await acknowledged('Built in the one version and then the other'), 'accept');
    await bo.type({ [inputs.vector]: vector31 });
    await bo.press('buildV40');
    const { state } = bo.modal();
    const chosen = (metric: string) => {
      const input = metricInput('4.0', metric);
      return (state[input]?.[input]?.selected_option as { value: string } | null)?.value;
    };
    expect(['AV', 'VC', 'VI', 'VA', 'AT', 'SC'].map(chosen)).toEqual(['N', 'H', 'H', 'H', undefined, undefined]);
    await bo.closeAll();
  });

  test('names each mistake at its input and keeps what was typed', async () => {
    const { ana, bo } = people;
    const id = await filed('Accepted badly at first');
    await openDecision(bo, id, 'accept');
    const message = messageInput(bo);
    const steps = [
      [{ [inputs.vector]: vector31 }, { [inputs.cwes]: 'required' }],
      [
        {
          [inputs.cwes]: ['CWE-862'],
          [inputs.vector]: 'CVSS:2.0/AV:N',
          [inputs.lines]: 'KubeSphere v3.4: 3.4.1 - 3.4.0',
          [message]: 'mine',
        },
        { [inputs.vector]: 'Only 3.1 and 4.0', [inputs.lines]: 'a first version that is newer than the last' },
      ],
      [
        { [inputs.vector]: vector31, [inputs.lines]: 'KubeSphere v3.4 up to 3.4.1' },
        { [inputs.lines]: 'has no colon' },
      ],
      [{ [inputs.lines]: 'v3.4: all\nv3.4: from 3.4.0' }, { [inputs.lines]: 'Two ranges of v3.4 overlap' }],
      [{ [inputs.lines]: 'v3.4: all', [inputs.nextUpdate]: '2026-09-21' }, { [inputs.nextUpdate]: 'has passed' }],
      [{ [message]: '  ', [inputs.nextUpdate]: '2026-09-28' }, { [message]: 'Nobody has written to the reporter' }],
    ] as const;
    for (const [typed, told] of steps) {
      const errors = Object.entries(told).map(([input, part]) => [input, expect.stringContaining(part)]);
      if (inputs.vector in typed) await bo.type({ [inputs.vector]: typed[inputs.vector] });
      expect(await bo.submit(typed)).toEqual(Object.fromEntries(errors));
    }
    expect(draft(bo)).toBe('  ');
    expect(await bo.submit({ [message]: 'We fix it.' })).toEqual({});
    expect(ana.lastDirectMessage()).toContain('We fix it.');
    expect(cardText(id)).toContain('Accepted');
  });

  test('by two people at once with two severities: one is taken, and the other is told to look again', async () => {
    const { ana, bo, mei } = people;
    const id = await filed('Accepted by two at once');
    await Promise.all([bo, mei].map((one) => openDecision(one, id, 'accept')));
    const before = ana.directMessages().length;
    const results = await Promise.all([
      accepts(bo),
      accepts(mei, { ...accepted, [inputs.vector]: vector31.replace('C:H', 'C:L') }),
    ]);
    const refused = results.filter((errors) => Object.keys(errors).length > 0);
    expect(refused).toHaveLength(1);
    expect(JSON.stringify(refused)).toMatch(/changed .* at the same moment|同时修改/);
    expect(ana.directMessages()).toHaveLength(before + 1);
    await Promise.all([bo, mei].map((one) => one.closeAll()));
  });

  test('submitted twice by a nervous finger: it is accepted once, with one message', async () => {
    const { ana, bo } = people;
    const id = await filed('Accepted twice');
    await openDecision(bo, id, 'accept');
    const before = ana.directMessages().length;
    await bo.type(accepted);
    await Promise.all([bo.submit(), bo.submit()]);
    expect(ana.directMessages()).toHaveLength(before + 1);
    expect(bot.thread(id).filter((line) => textIn(line).includes('accepted'))).toHaveLength(1);
    await bo.closeAll();
  });

  test('with a score that nobody has seen asks once more: one press decides nothing', async () => {
    const { ana, bo } = people;
    const id = await filed('Accepted by a slip');
    await openDecision(bo, id, 'accept');
    const before = ana.directMessages().length;
    expect(await bo.submit(accepted)).toEqual({});
    expect(bo.modalText()).toContain(localeOf('en').accept.scoreNotSeen('9.8 Critical (CVSS v3.1)'));
    expect(cardText(id)).toContain('Received');
    expect(ana.directMessages()).toHaveLength(before);

    // Another vector is another score. The button shows it, too.
    expect(await bo.submit({ [inputs.vector]: vector31.replace('C:H', 'C:L') })).toEqual({});
    expect(cardText(id)).toContain('Received');
    await bo.type({ [inputs.lines]: 'KubeSphere v3.4: >= 3.4.0, < 3.4.2' });
    await bo.press('showScore');
    expect(bo.modalText()).toContain('We understood:\nKubeSphere v3.4: from 3.4.0, before 3.4.2');
    expect(await bo.submit()).toEqual({});
    expect(cardText(id)).toContain('Accepted');
    expect(ana.directMessages()).toHaveLength(before + 1);
  });

  test('a second time corrects it: whether the reporter is told is a choice', async () => {
    const { ana, bo } = people;
    const id = await acknowledged('Corrected afterwards');
    await openDecision(bo, id, 'accept');
    expect(await accepts(bo)).toEqual({});
    const before = ana.directMessages().length;

    // Other versions alone have no draft. Nothing is sent unless somebody writes.
    await openDecision(bo, id, 'accept');
    expect(draft(bo)).toBe('');
    expect(bo.typed(inputs.lines)).toBe('v3.4: all');
    expect(await bo.submit({ [inputs.lines]: 'v3.4: up to 3.4.1' })).toEqual({});
    expect(ana.directMessages()).toHaveLength(before);
    expect(await shown(id)).toContain('v3.4: up to 3.4.1');

    await openDecision(bo, id, 'accept');
    expect(await bo.submit({ [inputs.tell]: 'send' })).toEqual({
      [inputs.message]: localeOf('en').decisionMessage.tell.missing,
    });
    expect(await bo.submit({ [messageInput(bo)]: 'A release is near.' })).toEqual({});
    expect(ana.directMessages()).toHaveLength(before + 1);
    expect(ana.lastDirectMessage()).toContain('A release is near.');
  });

  test('another severity than the reporter was told drafts a message, which may be left out', async () => {
    const { ana, bo } = people;
    const id = await acknowledged('Rated anew');
    await openDecision(bo, id, 'accept');
    await accepts(bo);
    const before = ana.directMessages().length;
    for (const [vector, tell, sent] of [
      [vector31.replace('C:H', 'C:L'), 'none', 0],
      [vector31.replace('AV:N', 'AV:P'), 'send', 1],
    ] as const) {
      await openDecision(bo, id, 'accept');
      await bo.type({ [inputs.vector]: vector });
      expect(draft(bo)).toMatch(/We now rate it \d.*Before, it was \d/);
      expect(await bo.submit({ [inputs.tellAnew]: tell })).toEqual({});
      expect(ana.directMessages()).toHaveLength(before + sent);
    }
    expect(ana.lastDirectMessage()).toContain('changed its severity');
  });
});

describe('declining a report', () => {
  test.each(DeclineReason.options)(
    'as %s sends a fitting message, spam none, and leaves no next step',
    async (reason) => {
      const { ana, bo } = people;
      const id = await filed(`Declined as ${reason}`);
      const before = ana.directMessages().length;
      await openDecision(bo, id, 'decline');
      await bo.type({ [inputs.declineReason]: reason });
      if (reason === 'spam') expect(draft(bo)).toBe('');
      else expect(draft(bo)).toContain('Thank you for taking the time');
      expect(await bo.submit()).toEqual({});
      expect(ana.directMessages()).toHaveLength(before + (reason === 'spam' ? 0 : 1));
      for (const part of ['Declined', localeOf('en').triage.reason[reason]]) expect(cardText(id)).toContain(part);
      expect(buttons(id)).toEqual([actions.show, actions.more]);
    },
  );

  test('the draft follows the reason and the question about a public bug, until somebody edits it', async () => {
    const { bo } = people;
    await openDecision(bo, await filed('Declined after some thought'), 'decline');
    const drafts: string[] = [];
    for (const choice of [
      { [inputs.declineReason]: 'out_of_scope' },
      { [inputs.declineReason]: 'works_as_intended' },
      { [inputs.publicBug]: ['ask'] },
    ]) {
      await bo.type(choice);
      drafts.push(draft(bo));
    }
    expect(new Set(drafts).size).toBe(3);
    expect(drafts[2]).toContain('Make it a public bug');
    await bo.type({ [messageInput(bo)]: 'In my own words.' });
    await bo.type({ [inputs.declineReason]: 'not_a_vulnerability' });
    expect(draft(bo)).toBe('In my own words.');
    await bo.closeAll();
  });

  test('submitted before the draft appeared, the form shows the draft first; an empty one is refused', async () => {
    const { bo } = people;
    const id = await filed('Declined in a hurry');
    await openDecision(bo, id, 'decline');
    await bo.submit({ [inputs.declineReason]: 'cannot_reproduce' });
    expect(draft(bo)).toContain("couldn't reproduce it");
    const message = messageInput(bo);
    expect(await bo.submit({ [message]: ' ' })).toEqual({ [message]: expect.stringMatching(/./) });
    expect(cardText(id)).toContain('Received');
    await bo.closeAll();
  });

  test('with the reporter’s consent there is a text for a public bug, which does not say who they are', async () => {
    const { ana, bo } = people;
    const id = await filed('May become a public bug');
    await openDecision(bo, id, 'decline');
    await bo.type({ [inputs.declineReason]: 'works_as_intended' });
    await bo.type({ [inputs.publicBug]: ['ask'] });
    await bo.submit();
    await bo.press('more', { on: id });
    expect(bo.modalText()).not.toContain('Show public bug text');
    await bo.closeAll();

    await ana.command('/vuln mine');
    await ana.press('makePublicBug', { confirm: true });
    expect(ana.modalText()).toContain(id);
    await ana.closeAll();
    expect(textIn(lastOf(bot.thread(id), 'line'))).toContain('public bug');

    await bo.pressInMore('publicBugText', id);
    const { overview, verification, contact } = aForm();
    for (const part of ['May become a public bug', overview, verification])
      expect(bo.modalText()).toContain(part.slice(0, 60));
    for (const secret of [contact, 'Ana', id]) expect(bo.modalText()).not.toContain(secret);
    await bo.closeAll();
  });
});

describe('marking a duplicate', () => {
  test('from a suggestion: its reporter is thanked without learning of the original, and both cards name the other', async () => {
    const { bo, guo } = people;
    const original = await acknowledged('Viewer can read secrets of every namespace through the proxy');
    const duplicate = await filed('Secrets of every namespace can be read by a viewer', guo);
    await openDecision(bo, duplicate, 'duplicate');
    expect(bo.modalText()).toContain(original);
    const before = guo.directMessages().length;
    expect(await bo.submit({ [inputs.original]: original })).toEqual({});
    expect(guo.directMessages()).toHaveLength(before + 1);
    expect(guo.lastDirectMessage()).toContain("we'll thank you too");
    expect(guo.everShown()).not.toContain(original);
    for (const part of ['Duplicate', original]) expect(cardText(duplicate)).toContain(part);
    expect(cardText(original)).toContain(duplicate);

    // It cannot be decided a second time.
    const lines = bot.thread(original).length;
    await bo.command(`/vuln triage ${duplicate}`);
    expect(bo.lastEphemeral()).toContain("can't be done now");
    expect(bot.thread(original)).toHaveLength(lines);
  });

  test('by an id that is wrong, unknown or its own is refused at the input, and nothing is stored', async () => {
    const { bo } = people;
    const id = await filed('Duplicate of what');
    await openDecision(bo, id, 'duplicate');
    for (const [typed, told] of [
      ['VR-7', "isn't the id of a report"],
      ['VR-0000-0000', 'VR-0000-0000'],
      [id, 'duplicate of itself'],
    ] as const)
      expect(await bo.submit({ [inputs.originalId]: typed })).toEqual({
        [inputs.originalId]: expect.stringContaining(told),
      });
    expect(cardText(id)).toContain('Received');
    await bo.closeAll();
  });

  test('interrupted by a crash between the two reports is finished by doing it again', async () => {
    const { bo } = people;
    const original = await acknowledged('Half done: the token is logged by the gateway');
    const duplicate = await filed('The gateway logs the token, half done');
    const reports = bot.database.db.collection<{ _id: string; version: number }>('reports');
    const before = await reports.findOne({ _id: duplicate });
    if (before === null) throw new Error('the duplicate is not stored');
    await openDecision(bo, duplicate, 'duplicate');
    await bo.submit({ [inputs.originalId]: original });
    const noted = await reports.findOne({ _id: original });
    await reports.replaceOne({ _id: duplicate }, before);

    await openDecision(bo, duplicate, 'duplicate');
    expect(await bo.submit({ [inputs.originalId]: original })).toEqual({});
    expect(cardText(duplicate)).toContain('Duplicate');
    expect((await reports.findOne({ _id: original }))?.version).toBe(noted?.version);
    const line = localeOf('en').triage.thread.duplicateNoted('Bo Sandbox', duplicate);
    expect(bot.thread(original).filter((one) => textIn(one).includes(line))).toHaveLength(1);
  });
});

describe('reopening a report', () => {
  test('declined right after the acknowledgement: it is acknowledged again, and triage is the next step', async () => {
    const { ana, bo, mei } = people;
    const id = await acknowledged('Reopened after an answer');
    await openDecision(bo, id, 'decline');
    await bo.type({ [inputs.declineReason]: 'cannot_reproduce' });
    await bo.submit();
    // The reporter was told otherwise: a message is drafted, and opening the form alone changes nothing.
    const before = ana.directMessages().length;
    await mei.pressInMore('reopen', id);
    expect(draft(mei)).toContain("We're taking another look");
    expect(cardText(id)).toContain('Declined');
    expect(await mei.submit()).toEqual({});
    expect(cardText(id)).toContain('Acknowledged');
    expect(buttons(id)).toContain(actions.triage);
    expect(ana.directMessages()).toHaveLength(before + 1);
    expect(ana.lastDirectMessage()).toContain("it's open again");
  });

  test('declined after it was accepted: it is accepted again, and the reporter hears nothing if that is chosen', async () => {
    const { ana, bo, mei } = people;
    const id = await acknowledged('Reopened after acceptance');
    await openDecision(bo, id, 'accept');
    await accepts(bo);
    await openDecision(bo, id, 'decline');
    await bo.type({ [inputs.declineReason]: 'out_of_scope' });
    await bo.submit();
    expect(cardText(id)).toContain('Declined');
    const before = ana.directMessages().length;
    await mei.pressInMore('reopen', id);
    // What somebody wrote is not left unsent by an oversight.
    const own = { [inputs.tell]: 'none', [inputs.message]: 'Mine.' };
    expect(await mei.submit(own)).toEqual({ [inputs.tell]: localeOf('zh').decisionMessage.tell.written });
    expect(await mei.submit({ [inputs.message]: '' })).toEqual({});
    expect(cardText(id)).toContain('Accepted');
    expect(ana.directMessages()).toHaveLength(before);
  });
});

test('nobody decides on a report of their own: the buttons refuse before a form opens', async () => {
  const { wen } = people;
  const id = await filed('Found by a responder', wen);
  const refusal = localeOf('zh').refusals.own_report({ id }, { person: String, time: String });
  for (const attempt of [() => wen.command(`/vuln triage ${id}`), () => wen.press('more', { on: id })]) {
    const before = wen.ephemerals().length;
    await attempt();
    expect(wen.modals()).toEqual([]);
    expect(wen.ephemerals().slice(before)).toEqual([expect.stringContaining(refusal)]);
  }
});

test('a reporter who wrote in Chinese is answered in Chinese, by a responder who reads Chinese too', async () => {
  const { ana, mei } = people;
  const id = await ana.files({ title: '中文报告', language: 'zh' });
  await openDecision(mei, id, 'accept');
  expect(mei.modal().content.title?.text).toBe('接受报告');
  expect(mei.typed(inputs.lines)).toBe('KubeSphere: v4.1.x；v3.4.x');
  await mei.type({ [inputs.vector]: vector31, [inputs.cwes]: ['CWE-862'] });
  expect(draft(mei)).toContain('9.8，严重（CVSS v3.1）');
  expect(await mei.submit({ [inputs.lines]: '容器平台：到 3.4.1' })).toEqual({});
  expect(ana.lastDirectMessage()).toContain('9.8，严重（CVSS v3.1）');
});

test('who opens a report first is kept in its history, and its reporter sees that the team has seen it', async () => {
  const { ana, bo, mei } = people;
  const id = await ana.files({ title: 'Seen first by Bo' });
  await ana.command('/vuln mine');
  expect(ana.modalText()).not.toContain('Seen by the team');
  await ana.closeAll();
  await bo.press('show', { on: id });
  await bo.closeAll();
  await bot.quiet();
  const lines = bot.thread(id).length;
  await mei.press('show', { on: id });
  expect(mei.modalText()).toMatch(/Bo[^\n]*首次打开了报告/);
  expect(mei.modalText()).not.toMatch(/Mei[^\n]*首次打开了报告/);
  await mei.closeAll();
  await bot.quiet();
  expect(bot.thread(id)).toHaveLength(lines);
  await ana.command('/vuln mine');
  expect(ana.modalText()).toContain('Seen by the team');
  await ana.closeAll();
});

test('whether a version is supported is judged by the day of the report, however late it is triaged', () =>
  withBot(
    {
      policy: {
        products: [
          {
            name: 'KubeSphere',
            packages: [],
            versions: [
              { name: 'KubeSphere v4.1', supportedUntil: '2026-09-22', afterwards: 'end_of_life' },
              { name: 'KubeSphere v3.4', supportedUntil: '2026-09-21', afterwards: 'best_effort' },
            ],
          },
        ],
      },
    },
    async (later) => {
      const { ana, bo } = later.people;
      const ids = [await ana.files({ versions: ['KubeSphere v4.1'] }), await ana.files({ versions: [] })];
      await later.moveTo(new Date(tuesday.getTime() + 30 * 86_400_000));
      for (const id of ids) {
        await bo.command(`/vuln triage ${id}`);
        expect(bo.modalText()).toContain('KubeSphere v4.1, supported');
        expect(bo.modalText()).not.toContain('KubeSphere v4.1, end of life');
      }
      expect(bo.modalText()).toContain('KubeSphere v3.4, best effort');
    },
  ));

test('a question to the reporter stops the clock of the decision, and their answer by e-mail restarts it', () =>
  withBot({}, async (mailed) => {
    const { bo } = mailed.people;
    const text = () => textIn(mailed.card());
    const decisionDue = localeOf('en').card.due.confirm;
    const reminders = () => bo.directMessages().length + mailed.thread().length;

    // Bo files what Kim wrote by e-mail, and asks Kim a question.
    await bo.command('/vuln report');
    const byMail = { [inputs.onBehalfOf]: 'Kim who wrote', [inputs.contact]: 'kim@mail.example' };
    expect(await bo.submit({ ...inputsOf(aForm()), ...byMail })).toEqual({});
    await bo.closeAll();
    const id = idOn(mailed.card());
    await bo.press('assignToMe', { on: id });
    await bo.pressInMore('askReporter', id);
    expect(await bo.submit({ [inputs.message]: 'Which version was it?' })).toEqual({});

    // Nothing is due while the team waits.
    expect(text()).toContain('Waiting for the reporter');
    expect(text()).not.toContain(decisionDue);
    const silent = reminders();
    await mailed.moveTo(new Date('2026-09-24T19:00:00+08:00'));
    expect(reminders()).toBe(silent);

    // Bo records Kim's answer: what was left of the time counts from now. No channel shows the answer.
    await bo.pressInMore('theirAnswer', id);
    expect(await bo.submit({ [inputs.message]: 'ANSWERCANARY: 3.4.1' })).toEqual({});
    expect(text()).not.toContain('Waiting for the reporter');
    // Asked with 26 open hours left; after Mid-Autumn and a weekend they end an hour before the promised update.
    expect(text()).toMatch(new RegExp(`\\*${decisionDue}\\*\n<!date\\^\\S+ \\{time\\}\\|Wed 30 Sep, 17:00`));
    expect(mailed.slack.world.messages.all().map(textIn).join()).not.toContain('ANSWERCANARY');
    const restarted = reminders();
    await mailed.moveTo(new Date('2026-09-30T17:30:00+08:00'));
    expect(reminders()).toBeGreaterThan(restarted);
    expect(text()).toContain('Overdue');
    await bo.press('show', { on: id });
    for (const part of ['ANSWERCANARY', 'Waited for the reporter']) expect(bo.modalText()).toContain(part);
    await bo.closeAll();

    // Bo declines it; Kim agrees by e-mail to a public bug, whose text does not name them.
    await bo.pressInMore('triage', id);
    await bo.press('decline');
    expect(bo.modalText()).toContain('kim@mail.example');
    await bo.type({ [inputs.declineReason]: 'cannot_reproduce' });
    await bo.type({ [inputs.publicBug]: ['ask'] });
    expect(await bo.submit()).toEqual({});
    expect(text()).toContain('Declined');
    await bo.pressInMore('recordPublicBug', id);
    await bo.closeAll();
    await bo.pressInMore('publicBugText', id);
    expect(bo.modalText()).not.toContain('kim@mail.example');
  }));
