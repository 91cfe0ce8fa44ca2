import { localeOf } from '../../../src/locales/catalogue.js';
import { DeclineReason } from '../../../src/report/report.js';
import type { Message } from '../../../src/sandbox/message-log.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import type { Value } from '../../../src/sandbox/user-actions.js';
import type { OpenView } from '../../../src/sandbox/view-stacks.js';
import { actions, inputs, metricInput } from '../../../src/slack/views/ids.js';
import { type RunningBot, startRunningBot, tuesday } from '../../support/running-bot.js';
import {
  buttonsOf,
  directMessages,
  ephemerals,
  lastOf,
  openModal,
  threadOf,
  textIn,
} from '../../support/screen.js';
import { aForm, cardsOn, file, idOn, openFormOf, valuesOf } from './filing.js';

const { ana, guo, wen, mei, bo, general } = sandbox;
type Values = Readonly<Record<string, Value>>;
const vector31 = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';

describe('deciding on a report', () => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startRunningBot();
  });
  afterAll(async () => {
    await bot.stop();
  });

  const closeAll = async (user: string) => {
    for (const view of [...bot.slack.seenBy(user).views].reverse()) await bot.slack.as(user).close(view.id);
  };
  const cardOf = (id: string) =>
    lastOf(
      cardsOn(bot.slack).filter((card) => card.text.includes(id)),
      'card',
    );
  const onCard = async (user: string, id: string, action: keyof typeof actions) => {
    await closeAll(user);
    await bot.slack.as(user).press({ message: cardOf(id) }, actions[action]);
    await bot.quiet();
  };
  const inView = async (user: string, action: keyof typeof actions, confirm?: true) => {
    const { id } = openModal(bot.slack, user);
    await bot.slack.as(user).press({ view: id }, actions[action], confirm === undefined ? {} : { confirm });
    await bot.quiet();
    return openModal(bot.slack, user);
  };
  /** From the card to the form of a decision. */
  const toForm = async (user: string, id: string, way: 'accept' | 'decline' | 'duplicate') => {
    await closeAll(user);
    await bot.slack.as(user).command(general, `/vuln triage ${id}`);
    await bot.quiet();
    return await inView(user, way);
  };
  const inMore = async (user: string, id: string, action: keyof typeof actions) => {
    await onCard(user, id, 'more');
    return await inView(user, action);
  };
  const type = async (user: string, values: Values) => {
    await bot.slack.as(user).type(openModal(bot.slack, user).id, values);
    await bot.quiet();
    return openModal(bot.slack, user);
  };
  const submit = async (user: string, values: Values = {}) => {
    const view = openModal(bot.slack, user);
    await bot.slack.as(user).submit(view.id, values);
    await bot.quiet();
    return bot.slack.seenBy(user).views.find(({ id }) => id === view.id)?.errors;
  };
  const messageIn = (view: OpenView) => {
    const block = [inputs.message, inputs.messageAnew].find((one) => view.state[one] !== undefined) ?? 'none';
    return { block, text: String(view.state[block]?.[block]?.value ?? '') };
  };
  const linesIn = (view: OpenView) => view.state[inputs.lines]?.[inputs.lines]?.value;
  const stored = async (id: string) => {
    await closeAll(bo);
    await bot.slack.as(bo).command(general, `/vuln show ${id}`);
    await bot.quiet();
    const told = textIn(openModal(bot.slack, bo).content);
    await closeAll(bo);
    return told;
  };
  /** A minute after the one before: lists have the newest first. */
  const fresh = async (title: string, user: string = ana) => {
    bot.clock.forward(60_000);
    return idOn(await file(bot, user, title));
  };
  const acknowledged = async (title: string, user: string = ana) => {
    const id = await fresh(title, user);
    await onCard(bo, id, 'acknowledge');
    await submit(bo);
    return id;
  };

  describe('accepting it', () => {
    test('with a typed vector: the score is shown on Enter, the letter tells it, and the reporter is acknowledged', async () => {
      const id = await fresh('Accepted by a typed vector');
      expect(Object.keys(buttonsOf(cardOf(id)))).toEqual(
        [actions.acknowledge, actions.assignToMe, actions.show, actions.more].map((one) => one.id),
      );
      await bot.slack.as(bo).press({ message: cardOf(id) }, actions.assignToMe);
      await bot.quiet();
      expect(Object.keys(buttonsOf(cardOf(id)))).toEqual(
        [actions.acknowledge, actions.triage, actions.show, actions.more].map((one) => one.id),
      );
      await onCard(bo, id, 'triage');
      const gist = textIn(openModal(bot.slack, bo).content);
      expect(gist).toContain(aForm().overview.slice(0, 40));
      expect(gist).toContain('Support as it was on the day of the report, Tue 22 Sep 2026');
      const form = await inView(bo, 'accept');
      expect(linesIn(form)).toBe(
        aForm()
          .versions.map((version) => `${version}: all`)
          .join('\n'),
      );
      expect(messageIn(form).text).toContain('it is a vulnerability.');

      const lines = 'KubeSphere v3.4: 3.4.0 - 3.4.1\n产品线 4：到 4.1.2';
      const wrong = await type(bo, { [inputs.vector]: 'CVSS:3.1/AV:N/AC:L', [inputs.lines]: lines });
      expect(textIn(wrong.content)).toContain('The vector lacks what CVSS v3.1 requires');
      const right = await type(bo, { [inputs.vector]: vector31.toLowerCase() });
      expect(textIn(right.content)).toContain('9.8 Critical (CVSS v3.1)');
      expect(linesIn(right)).toBe(lines);
      expect(messageIn(right).text).toContain('We rate it 9.8 Critical (CVSS v3.1).');

      expect(await submit(bo, { [inputs.nextUpdate]: '2026-09-29' })).toBeUndefined();
      expect(bot.slack.seenBy(bo).views).toEqual([]);
      const letter = textIn(lastOf(directMessages(bot.slack, ana), 'letter'));
      expect(letter).toContain('We rate it 9.8 Critical (CVSS v3.1).');
      expect(letter).toContain('Tue 29 Sep 2026, 18:00');
      expect(textIn(cardOf(id))).toContain('Accepted');
      expect(textIn(cardOf(id))).toContain('Tue 29 Sep 2026, 18:00');
      const told = await stored(id);
      for (const part of [vector31, 'KubeSphere v3.4: 3.4.0 - 3.4.1', '产品线 4: up to 4.1.2', 'Critical'])
        expect(told).toContain(part);
    });

    test.each([
      ['buildV31', '3.1', ['N', 'L', 'L', 'N', 'U', 'H', 'L', 'N'], '7.1 High (CVSS v3.1)'],
      ['buildV40', '4.0', ['N', 'L', 'N', 'L', 'N', 'H', 'L', 'N', 'N', 'N', 'N'], '7.1 High (CVSS v4.0)'],
    ] as const)(
      'built by selects (%s): the score is there with the last choice',
      async (build, version, values, score) => {
        const id = await acknowledged(`Accepted by selects of ${version}`);
        await toForm(bo, id, 'accept');
        await type(bo, { [inputs.lines]: 'KubeSphere v3.4: from 3.4.0' });
        let view = await inView(bo, build);
        expect(linesIn(view)).toBe('KubeSphere v3.4: from 3.4.0');
        const metrics = view.content.blocks
          .filter(({ block_id }) => block_id.startsWith('cvss_'))
          .map((one) => one.block_id);
        expect(metrics).toHaveLength(values.length);
        for (const [n, metric] of metrics.entries()) {
          expect(textIn(view.content)).toContain('No score yet. Still to choose:');
          view = await type(bo, { [metric]: values[n] ?? '' });
        }
        expect(textIn(view.content)).toContain(score);
        // Typed by hand from here on, with all that was chosen, and back.
        const typed = await inView(bo, 'typeVector');
        expect(String(typed.state[inputs.vector]?.[inputs.vector]?.value)).toMatch(
          new RegExp(`^CVSS:${version}/AV:N/AC:L`),
        );
        view = await inView(bo, build);
        expect(textIn(view.content)).toContain(score);
        expect(linesIn(view)).toBe('KubeSphere v3.4: from 3.4.0');
        expect(await submit(bo)).toBeUndefined();
        expect(textIn(lastOf(directMessages(bot.slack, ana), 'letter'))).toContain(score);
        expect(await stored(id)).toContain(`CVSS:${version}/AV:N/AC:L`);
      },
    );

    test('what means the same in the other version is carried over', async () => {
      const id = await acknowledged('Built in the one version and then the other');
      await toForm(bo, id, 'accept');
      await type(bo, { [inputs.vector]: vector31 });
      const built = await inView(bo, 'buildV40');
      const chosen = (metric: string) =>
        (
          built.state[metricInput('4.0', metric)]?.[metricInput('4.0', metric)]?.selected_option as {
            value: string;
          } | null
        )?.value;
      expect(['AV', 'VC', 'VI', 'VA', 'AT', 'SC'].map(chosen)).toEqual(['N', 'H', 'H', 'H', undefined, undefined]);
    });

    test('bad input is told at its input, and what was typed stays', async () => {
      const id = await fresh('Accepted badly at first');
      const form = await toForm(bo, id, 'accept');
      const { block } = messageIn(form);
      const values = {
        [inputs.vector]: 'CVSS:2.0/AV:N',
        [inputs.lines]: 'KubeSphere v3.4: 3.4.1 - 3.4.0',
        [block]: 'mine',
      };
      const errors = await submit(bo, values);
      expect(errors?.[inputs.vector]).toContain('Only 3.1 and 4.0 are taken');
      expect(errors?.[inputs.lines]).toContain('Row 1');
      expect(errors?.[inputs.lines]).toContain('the first version is newer than the last');
      const second = await submit(bo, { [inputs.vector]: vector31, [inputs.lines]: 'KubeSphere v3.4 up to 3.4.1' });
      expect(second?.[inputs.lines]).toContain('there is no colon');
      const third = await submit(bo, { [inputs.lines]: 'v3.4: all\nv3.4: from 3.4.0' });
      expect(third?.[inputs.lines]).toContain('v3.4 is named twice');
      const fourth = await submit(bo, { [inputs.lines]: 'v3.4: all', [inputs.nextUpdate]: '2026-09-21' });
      expect(fourth?.[inputs.nextUpdate]).toContain('has passed');
      const fifth = await submit(bo, { [block]: '  ', [inputs.nextUpdate]: '2026-09-28' });
      expect(fifth?.[block]).toContain('Nobody has written to the reporter');
      expect(messageIn(openModal(bot.slack, bo)).text).toBe('  ');
      expect(await submit(bo, { [block]: 'We fix it.' })).toBeUndefined();
      expect(textIn(lastOf(directMessages(bot.slack, ana), 'letter'))).toContain('We fix it.');
      expect(textIn(cardOf(id))).toContain('Accepted');
    });

    test('pressed twice it is one acceptance; by two people with two severities the second one looks again', async () => {
      const id = await fresh('Accepted by two at once');
      await Promise.all([bo, mei].map((user) => toForm(user, id, 'accept')));
      const values = { [inputs.vector]: vector31, [inputs.lines]: 'v3.4: all' };
      const before = directMessages(bot.slack, ana).length;
      const other = { ...values, [inputs.vector]: vector31.replace('C:H', 'C:L') };
      const told = await Promise.all([
        bot.slack.as(bo).submit(openModal(bot.slack, bo).id, values),
        bot.slack.as(mei).submit(openModal(bot.slack, mei).id, other),
      ]);
      await bot.quiet();
      const answers = told.map(({ answer }) => JSON.stringify(answer ?? {}));
      expect(answers.filter((answer) => answer.includes('errors'))).toHaveLength(1);
      expect(answers.join()).toMatch(/changed .* at the same moment|同一时刻/);
      expect(directMessages(bot.slack, ana)).toHaveLength(before + 1);
      await Promise.all([bo, mei].map(closeAll));

      const twice = await fresh('Accepted twice');
      await toForm(bo, twice, 'accept');
      const view = openModal(bot.slack, bo).id;
      const written = directMessages(bot.slack, ana).length;
      await Promise.all([1, 2].map(() => bot.slack.as(bo).submit(view, values)));
      await bot.quiet();
      expect(directMessages(bot.slack, ana)).toHaveLength(written + 1);
      expect(threadOf(bot.slack, cardOf(twice)).filter((line) => textIn(line).includes('accepted'))).toHaveLength(1);
      await closeAll(bo);
    });

    test('a correction needs no letter, and is for accepted reports', async () => {
      const id = await acknowledged('Corrected afterwards');
      await toForm(bo, id, 'accept');
      await submit(bo, { [inputs.vector]: vector31, [inputs.lines]: 'v3.4: all' });
      const written = directMessages(bot.slack, ana).length;
      const form = await toForm(bo, id, 'accept');
      expect(messageIn(form).text).toBe('');
      expect(linesIn(form)).toBe('v3.4: all');
      expect(await submit(bo, { [inputs.lines]: 'v3.4: up to 3.4.1' })).toBeUndefined();
      expect(directMessages(bot.slack, ana)).toHaveLength(written);
      expect(await stored(id)).toContain('v3.4: up to 3.4.1');
      // What somebody writes in it goes out, though nothing else is corrected.
      await toForm(bo, id, 'accept');
      const { block } = messageIn(openModal(bot.slack, bo));
      expect(await submit(bo, { [block]: 'A release is near.' })).toBeUndefined();
      expect(directMessages(bot.slack, ana)).toHaveLength(written + 1);
      expect(textIn(lastOf(directMessages(bot.slack, ana), 'letter'))).toContain('A release is near.');
    });
  });

  describe('declining it', () => {
    test.each(DeclineReason.options)('%s: with a letter that helps, and no next step on the card', async (reason) => {
      const id = await fresh(`Declined as ${reason}`);
      const before = directMessages(bot.slack, ana).length;
      await toForm(bo, id, 'decline');
      const form = await type(bo, { [inputs.declineReason]: reason });
      const { text } = messageIn(form);
      if (reason === 'spam') expect(text).toBe('');
      else expect(text).toContain('thank you for taking the time');
      expect(await submit(bo)).toBeUndefined();
      expect(directMessages(bot.slack, ana)).toHaveLength(before + (reason === 'spam' ? 0 : 1));
      expect(textIn(cardOf(id))).toContain('Declined');
      expect(textIn(cardOf(id))).toContain(localeOf('en').life.reason[reason]);
      expect(Object.keys(buttonsOf(cardOf(id)))).toEqual([actions.show, actions.more]);
    });

    test('the letter follows the reason and the question, until somebody changes it', async () => {
      const id = await fresh('Declined after some thought');
      await toForm(bo, id, 'decline');
      const texts: string[] = [];
      texts.push(messageIn(await type(bo, { [inputs.declineReason]: 'out_of_scope' })).text);
      texts.push(messageIn(await type(bo, { [inputs.declineReason]: 'works_as_intended' })).text);
      texts.push(messageIn(await type(bo, { [inputs.publicBug]: ['ask'] })).text);
      expect(new Set(texts).size).toBe(3);
      expect(texts[2]).toContain('Make it a public bug');
      const { block } = messageIn(openModal(bot.slack, bo));
      await type(bo, { [block]: 'In my own words.' });
      const kept = await type(bo, { [inputs.declineReason]: 'not_a_vulnerability' });
      expect(messageIn(kept).text).toBe('In my own words.');
      await closeAll(bo);
    });

    test('a form sent before its letter was drawn shows the letter first; without a letter it is told where', async () => {
      const id = await fresh('Declined in a hurry');
      await toForm(bo, id, 'decline');
      await submit(bo, { [inputs.declineReason]: 'cannot_reproduce' });
      const drawn = openModal(bot.slack, bo);
      const { block, text } = messageIn(drawn);
      expect(text).toContain('could not make it happen');
      await bot.slack.as(bo).submit(drawn.id, { [block]: ' ' });
      await bot.quiet();
      expect(openModal(bot.slack, bo).errors[block] ?? '').not.toBe('');
      expect(textIn(cardOf(id))).toContain('Received');
      await closeAll(bo);
    });

    test('with the reporter’s yes there is a text for a public bug, without who they are', async () => {
      const id = await fresh('May become a public bug');
      await toForm(bo, id, 'decline');
      await type(bo, { [inputs.declineReason]: 'works_as_intended' });
      await type(bo, { [inputs.publicBug]: ['ask'] });
      await submit(bo);
      await onCard(bo, id, 'more');
      expect(textIn(openModal(bot.slack, bo).content)).not.toContain('Public bug text…');
      await bot.slack.as(ana).command(general, '/vuln mine');
      await bot.quiet();
      await inView(ana, 'makePublicBug', true);
      expect(
        openModal(bot.slack, ana).content.blocks.filter((one) => JSON.stringify(one).includes(id)).length,
      ).toBeGreaterThan(0);
      expect(textIn(lastOf(threadOf(bot.slack, cardOf(id)), 'line'))).toContain('public bug');
      const text = textIn((await inMore(bo, id, 'publicBugText')).content);
      for (const part of ['May become a public bug', aForm().overview, aForm().verification].map((one) =>
        one.slice(0, 60),
      ))
        expect(text).toContain(part);
      for (const secret of [aForm().contact, 'Ana', id]) expect(text).not.toContain(secret);
      await Promise.all([ana, bo].map(closeAll));
    });
  });

  describe('a duplicate', () => {
    test('is suggested; the second reporter is told, thanked and credited, and the first report knows', async () => {
      const first = await acknowledged('Viewer can read secrets of every namespace through the proxy');
      const second = await fresh('Secrets of every namespace can be read by a viewer', guo);
      const form = await toForm(bo, second, 'duplicate');
      expect(textIn(form.content)).toContain(first);
      const before = directMessages(bot.slack, guo).length;
      expect(await submit(bo, { [inputs.original]: first })).toBeUndefined();
      const letters = directMessages(bot.slack, guo);
      expect(letters).toHaveLength(before + 1);
      const letter = textIn(lastOf(letters, 'letter'));
      expect(letter).toContain('you are thanked as well');
      expect(letter).not.toContain(first);
      expect(textIn(cardOf(second))).toContain('Duplicate');
      expect(textIn(cardOf(second))).toContain(first);
      expect(textIn(cardOf(first))).toContain(second);
      expect(bot.slack.seenBy(guo).texts.join('\n')).not.toContain(first);

      // ModalMetadata out again, as after a crash between the two reports, it changes nothing.
      const steps = threadOf(bot.slack, cardOf(first)).length;
      await bot.slack.as(bo).command(general, `/vuln triage ${second}`);
      await bot.quiet();
      expect(textIn(lastOf(ephemerals(bot.slack, bo), 'refusal'))).toContain('cannot be done');
      expect(threadOf(bot.slack, cardOf(first))).toHaveLength(steps);
      await closeAll(bo);
    });

    test('of an id that is not there, none, itself, or two at once is told at the id, and nothing is noted', async () => {
      const id = await fresh('Duplicate of what');
      await toForm(bo, id, 'duplicate');
      expect((await submit(bo, { [inputs.originalId]: 'VR-7' }))?.[inputs.originalId]).toContain(
        'not the id of a report',
      );
      expect((await submit(bo, { [inputs.originalId]: 'VR-0000-0000' }))?.[inputs.originalId]).toContain(
        'VR-0000-0000',
      );
      expect((await submit(bo, { [inputs.originalId]: id }))?.[inputs.originalId]).toContain('duplicate of itself');
      expect(textIn(cardOf(id))).toContain('Received');
      await closeAll(bo);
    });

    test('half carried out, as by a crash between the two reports, is finished by pressing again', async () => {
      const first = await acknowledged('Half told: the token is logged by the gateway');
      const second = await fresh('The gateway logs the token, half told');
      const collection = bot.database.db.collection<{ _id: string; version: number }>('reports');
      const before = await collection.findOne({ _id: second });
      if (before === null) throw new Error('the second report is not stored');
      await toForm(bo, second, 'duplicate');
      await submit(bo, { [inputs.originalId]: first });
      const noted = await collection.findOne({ _id: first });
      await collection.replaceOne({ _id: second }, before);
      await toForm(bo, second, 'duplicate');
      expect(await submit(bo, { [inputs.originalId]: first })).toBeUndefined();
      expect(textIn(cardOf(second))).toContain('Duplicate');
      expect((await collection.findOne({ _id: first }))?.version).toBe(noted?.version);
      const line = localeOf('en').life.duplicateNoted('Bo Sandbox', second);
      expect(threadOf(bot.slack, cardOf(first)).filter((one) => textIn(one).includes(line))).toHaveLength(1);
    });
  });

  test('reopening returns to where it was, and the card has its next step again', async () => {
    const told = await acknowledged('Reopened after an answer');
    await toForm(bo, told, 'decline');
    await type(bo, { [inputs.declineReason]: 'cannot_reproduce' });
    await submit(bo);
    expect(textIn(await inMore(mei, told, 'reopen'))).toContain('已重新打开');
    expect(textIn(cardOf(told))).toContain('Acknowledged');
    expect(buttonsOf(cardOf(told))).toHaveProperty(actions.triage);

    const taken = await acknowledged('Reopened after acceptance');
    await toForm(bo, taken, 'accept');
    await submit(bo, { [inputs.vector]: vector31, [inputs.lines]: 'v3.4: all' });
    await toForm(bo, taken, 'decline');
    await type(bo, { [inputs.declineReason]: 'out_of_scope' });
    await submit(bo);
    expect(textIn(cardOf(taken))).toContain('Declined');
    await inMore(mei, taken, 'reopen');
    expect(textIn(cardOf(taken))).toContain('Accepted');
    await closeAll(mei);
  });

  test('nobody decides on a report of their own: buttons refuse before a form opens', async () => {
    const id = await fresh('Found by a responder', wen);
    await closeAll(wen);
    await bot.slack.as(wen).command(general, `/vuln triage ${id}`);
    await bot.quiet();
    expect(bot.slack.seenBy(wen).views).toEqual([]);
    expect(textIn(lastOf(ephemerals(bot.slack, wen), 'refusal'))).toContain(
      localeOf('zh').refusals.own_report({ id }, { person: String, time: String }),
    );
    await bot.slack.as(wen).press({ message: cardOf(id) }, actions.more);
    await bot.quiet();
    expect(bot.slack.seenBy(wen).views).toEqual([]);
  });

  test('a reporter who wrote in Chinese is answered in Chinese, by a responder who reads Chinese too', async () => {
    const form = await openFormOf(bot, ana);
    await bot.slack
      .as(ana)
      .submit(form.id, { ...valuesOf(aForm()), [inputs.title]: '中文报告', [inputs.language]: 'zh' });
    await bot.quiet();
    await closeAll(ana);
    const id = idOn(lastOf(cardsOn(bot.slack), 'card'));
    const view = await toForm(mei, id, 'accept');
    expect(view.content.title?.text).toBe('接受报告');
    expect(linesIn(view)).toContain('全部');
    await type(mei, { [inputs.vector]: vector31 });
    expect(messageIn(openModal(bot.slack, mei)).text).toContain('9.8，严重（CVSS v3.1）');
    expect(await submit(mei, { [inputs.lines]: '容器平台：到 3.4.1' })).toBeUndefined();
    expect(textIn(lastOf(directMessages(bot.slack, ana), 'letter'))).toContain('9.8，严重（CVSS v3.1）');
  });
});

describe('the verdict on a version', () => {
  test('is that of the day of the report, however much later it is looked at', async () => {
    const bot = await startRunningBot({
      policy: {
        versions: [
          { name: 'KubeSphere v4.1', supportedUntil: '2026-09-22', afterwards: 'end_of_life' },
          { name: 'KubeSphere v3.4', supportedUntil: '2026-09-21', afterwards: 'best_effort' },
        ],
      },
    });
    try {
      const file2 = async (versions: readonly string[]) => {
        const view = await openFormOf(bot, ana);
        await bot.slack.as(ana).submit(view.id, { ...valuesOf(aForm()), [inputs.versions]: versions });
        await bot.quiet();
        return idOn(lastOf(cardsOn(bot.slack), 'card'));
      };
      const [named, unnamed] = [await file2(['KubeSphere v4.1']), await file2([])];
      await bot.moveTo(new Date(tuesday.getTime() + 30 * 86_400_000));
      for (const id of [named, unnamed]) {
        await bot.slack.as(bo).command(general, `/vuln triage ${id}`);
        await bot.quiet();
        const told = textIn(openModal(bot.slack, bo).content);
        expect(told).toContain('KubeSphere v4.1, supported');
        expect(told).not.toContain('KubeSphere v4.1, end of life');
      }
      expect(textIn(openModal(bot.slack, bo).content)).toContain('KubeSphere v3.4, best effort');
    } finally {
      await bot.stop();
    }
  });
});

describe('a question to the reporter', () => {
  test('pauses the decision; the answer, by mail too, restarts it with the time that was left', async () => {
    const bot = await startRunningBot();
    const closeAll = async (user: string) => {
      for (const view of [...bot.slack.seenBy(user).views].reverse()) await bot.slack.as(user).close(view.id);
    };
    const card = (): Message => lastOf(cardsOn(bot.slack), 'card');
    const press = async (user: string, action: keyof typeof actions) => {
      const [view] = bot.slack.seenBy(user).views.slice(-1);
      await bot.slack.as(user).press(view === undefined ? { message: card() } : { view: view.id }, actions[action]);
      await bot.quiet();
    };
    try {
      const form = await openFormOf(bot, bo);
      const byMail = {
        ...valuesOf(aForm()),
        [inputs.onBehalfOf]: 'Kim who wrote',
        [inputs.contact]: 'kim@mail.example',
      };
      await bot.slack.as(bo).submit(form.id, byMail);
      await bot.quiet();
      await closeAll(bo);
      await press(bo, 'assignToMe');
      await press(bo, 'more');
      await press(bo, 'askReporter');
      await bot.slack.as(bo).submit(openModal(bot.slack, bo).id, { [inputs.message]: 'Which version was it?' });
      await bot.quiet();
      expect(textIn(card())).toContain('Waits for the reporter');
      const reminded = () => directMessages(bot.slack, bo).length + threadOf(bot.slack, card()).length;
      const silent = reminded();
      const decisionDue = localeOf('en').card.due.confirm;
      expect(textIn(card())).not.toContain(decisionDue);
      await bot.moveTo(new Date('2026-09-24T19:00:00+08:00'));
      expect(reminded()).toBe(silent);

      await press(bo, 'more');
      await press(bo, 'theirAnswer');
      await bot.slack.as(bo).submit(openModal(bot.slack, bo).id, { [inputs.message]: 'ANSWERCANARY: 3.4.1' });
      await bot.quiet();
      expect(textIn(card())).not.toContain('Waits for the reporter');
      // Asked with 26 open hours left; after Mid-Autumn and a weekend they end an hour before the promised update.
      expect(textIn(card())).toContain(`*${decisionDue}*\nWed 30 Sep 2026, 17:00`);
      expect(bot.slack.world.messages.all().map(textIn).join()).not.toContain('ANSWERCANARY');
      const restarted = reminded();
      await bot.moveTo(new Date('2026-09-30T17:30:00+08:00'));
      expect(reminded()).toBeGreaterThan(restarted);
      expect(textIn(card())).toContain('Overdue');
      await press(bo, 'show');
      const told = textIn(openModal(bot.slack, bo).content);
      expect(told).toContain('ANSWERCANARY');
      expect(told).toContain('Waited for the reporter');
      await closeAll(bo);
      await press(bo, 'more');
      await press(bo, 'triage');
      await press(bo, 'decline');
      expect(textIn(openModal(bot.slack, bo).content)).toContain('kim@mail.example');
      await bot.slack.as(bo).type(openModal(bot.slack, bo).id, { [inputs.declineReason]: 'cannot_reproduce' });
      await bot.quiet();
      await bot.slack.as(bo).type(openModal(bot.slack, bo).id, { [inputs.publicBug]: ['ask'] });
      await bot.quiet();
      await bot.slack.as(bo).submit(openModal(bot.slack, bo).id, {});
      await bot.quiet();
      expect(textIn(card())).toContain('Declined');
      await press(bo, 'more');
      await press(bo, 'recordPublicBug');
      await closeAll(bo);
      await press(bo, 'more');
      await press(bo, 'publicBugText');
      expect(textIn(openModal(bot.slack, bo).content)).not.toContain('kim@mail.example');
    } finally {
      await bot.stop();
    }
  });
});
