import type { ApiCall } from '../../../src/sandbox/api/api-call.js';
import type { Block } from '../../../src/sandbox/message-log.js';
import type { UrlResponse } from '../../../src/sandbox/response-urls.js';
import { sandbox, sandboxWorld } from '../../../src/sandbox/sandbox-world.js';
import type { ViewContent } from '../../../src/sandbox/view-stacks.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { callbacks } from '../../../src/slack/views/surfaces.js';
import { type FreshDatabase, freshDatabase } from '../../support/fresh-database.js';
import { movingClock } from '../../support/moving-clock.js';
import { tuesday } from '../../support/running-bot.js';
import { createTruth } from './access.js';
import { createCanaries } from './canaries.js';
import { type Kind, kindOf } from './classes.js';
import { createLeakCheck } from './leak-check.js';

const { mei, bo, ana, dana, ravi, guo, bot, securityChannel, reports, general, announcements } = sandbox;
const report = 'VR-7K2Q-9FDX';

describe('a planted leak is found and named', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase('leaks');
  });
  afterAll(async () => {
    await database.drop();
  });

  /** A world with one report of Dana's, whose canaries can be put where they don't belong. */
  const planted = () => {
    const world = sandboxWorld();
    const clock = movingClock(tuesday);
    const truth = createTruth(world, clock.now);
    const canaries = createCanaries();
    const requests: ApiCall[] = [];
    const responses: UrlResponse[] = [];
    const logged: string[] = [];
    let page = 'vulndesk_reports 3';
    const prepared = new Set<number>();
    const published = new Set<number>();
    const check = createLeakCheck({
      world,
      requests,
      responses,
      logged,
      secrets: ['xoxb-'],
      db: database.db,
      pages: async () => [{ path: '/metrics', text: page }],
      truth,
      canaries,
      reporterOf: (id) => (id === report ? dana : undefined),
      prepared: (number) => prepared.has(number),
      published: (number) => published.has(number),
    });
    const canary = (kind: Kind) => canaries.make({ kind, field: 'report_form.title', author: dana, report });
    const blocks = (text: string, more: object = {}): readonly Block[] => [
      { type: 'section', block_id: 'one', text: { type: 'plain_text', text }, ...more },
    ];
    const post = (channel: string, text: string, more: object = {}, onlyFor?: string) =>
      world.messages.post(
        { channel, author: bot, text: 'a line', blocks: blocks(text, more), ...(onlyFor && { onlyFor }) },
        clock.now(),
      );
    const view = (text: string, more: Partial<ViewContent> = {}): ViewContent => ({
      type: 'modal',
      blocks: blocks(text),
      private_metadata: '',
      callback_id: '',
      external_id: '',
      clear_on_close: false,
      notify_on_close: false,
      ...more,
    });
    const call = (method: string, args: ApiCall['args']) =>
      requests.push({ method, args, response: undefined, at: clock.now() });
    return {
      ...{ world, clock, truth, check, logged, responses, canaries, canary, post, view, call },
      dm: (user: string) => world.directChannel(user).id,
      setPage: (text: string) => {
        page = text;
      },
      prepare: (text: string) => {
        for (const number of canaries.numbersIn(text)) prepared.add(number);
      },
      publish: (text: string) => {
        for (const number of canaries.numbersIn(text)) published.add(number);
      },
    };
  };
  type Planted = ReturnType<typeof planted>;

  const leaks: readonly Readonly<{ what: string; where: string; plant: (p: Planted) => unknown }>[] = [
    { what: 'a title in a log line', where: 'a log line', plant: (p) => p.logged.push(`{"msg":"${p.canary('B')}"}`) },
    {
      what: 'a title in a log line, in capitals',
      where: 'a log line',
      plant: (p) => p.logged.push(p.canary('B').toUpperCase()),
    },
    { what: 'the beginning of a text in a log line', where: 'a log line', plant: (p) => p.logged.push('kanari00') },
    { what: 'a token in a log line', where: 'a secret in a log line', plant: (p) => p.logged.push('token xoxb-1') },
    {
      what: 'a title in the value of a button of the card',
      where: 'a message in the security channel, as value',
      plant: (p) =>
        p.post(securityChannel, 'the card', { accessory: { type: 'button', action_id: 'x', value: p.canary('B') } }),
    },
    {
      what: 'an overview on the card',
      where: 'a message in the security channel',
      plant: (p) => p.post(securityChannel, p.canary('C')),
    },
    {
      what: 'an overview in the card as it was for a moment',
      where: 'a message in the security channel',
      plant: (p) => {
        const message = p.post(securityChannel, p.canary('C'));
        p.world.messages.edit(message, { text: 'better', blocks: [] }, p.clock.now());
      },
    },
    {
      what: 'a title in the metadata of the card',
      where: 'a message in the security channel, as key',
      plant: (p) =>
        p.world.messages.post(
          {
            ...{ channel: securityChannel, author: bot, text: 'x', blocks: [] },
            metadata: { event_type: 'said', event_payload: { key: p.canary('B') } },
          },
          p.clock.now(),
        ),
    },
    {
      what: 'a title in an ephemeral message to an outsider',
      where: `an ephemeral message to ${ravi}`,
      plant: (p) => p.post(reports, p.canary('B'), {}, ravi),
    },
    {
      what: 'a title in an ephemeral message to its own reporter',
      where: `an ephemeral message to ${dana}`,
      plant: (p) => p.post(reports, p.canary('B'), {}, dana),
    },
    {
      what: 'a title in the shared channel, in the text of the notification alone',
      where: `a message in the channel ${reports}`,
      plant: (p) =>
        p.world.messages.post({ channel: reports, author: bot, text: p.canary('B'), blocks: [] }, p.clock.now()),
    },
    {
      what: 'an overview in the thread of the card',
      where: 'a message in the security channel',
      plant: (p) => {
        const { ts } = p.post(securityChannel, 'the card');
        p.world.messages.post(
          { channel: securityChannel, author: bot, text: p.canary('C'), blocks: [], threadTs: ts },
          p.clock.now(),
        );
      },
    },
    {
      what: "a title in a responder's direct message",
      where: `a direct message to ${bo}`,
      plant: (p) => p.post(p.dm(bo), p.canary('B')),
    },
    {
      what: 'a report in a modal of somebody who is not on the team',
      where: `a modal of ${ana}'s`,
      plant: (p) => p.world.views.push(ana, p.view(p.canary('B')), {}),
    },
    {
      what: 'a report in a modal of a guest in the channel',
      where: `a modal of ${guo}'s`,
      plant: (p) => {
        p.world.join(securityChannel, guo);
        p.truth.observe();
        p.world.views.push(guo, p.view(p.canary('C')), {});
      },
    },
    {
      what: 'a report in a modal of somebody who left the team two minutes ago',
      where: `a modal of ${bo}'s`,
      plant: (p) => {
        p.world.leave(securityChannel, bo);
        p.clock.forward(120_000);
        p.truth.observe();
        p.world.views.push(bo, p.view(p.canary('C')), {});
      },
    },
    {
      what: 'a title in private_metadata',
      where: `a modal of ${mei}'s, as private_metadata`,
      plant: (p) => p.world.views.push(mei, p.view('', { private_metadata: JSON.stringify({ t: p.canary('B') }) }), {}),
    },
    {
      what: 'a title in an external_id',
      where: `a modal of ${mei}'s, as external_id`,
      plant: (p) => p.world.views.push(mei, p.view('', { external_id: p.canary('B') }), {}),
    },
    {
      what: "a note for the team in its reporter's modal",
      where: `a modal of ${dana}'s`,
      plant: (p) => p.world.views.push(dana, p.view(p.canary('inside')), {}),
    },
    {
      what: 'an overview on the Home of a responder',
      where: `a home of ${mei}'s`,
      plant: (p) => p.world.views.publishHome(mei, p.view(p.canary('C'), { type: 'home' }), {}),
    },
    {
      what: 'a text in an error at an input',
      where: `an error at an input of ${dana}'s`,
      plant: (p) => {
        const form = p.world.views.push(dana, p.view(''), {});
        p.world.views.fill(form, {}, { title: `too long: ${p.canary('B')}` });
      },
    },
    {
      what: 'a card posted in a channel that has been shared for two minutes',
      where: 'a message in the security channel',
      plant: (p) => {
        p.truth.observe();
        p.world.changeChannel(securityChannel, { pendingExtShared: true });
        p.clock.forward(120_000);
        p.truth.observe();
        p.post(securityChannel, p.canary('B'));
      },
    },
    {
      what: 'a card posted in a channel that had been shared for two minutes, and is safe again',
      where: 'a message in the security channel',
      plant: (p) => {
        p.truth.observe();
        p.world.changeChannel(securityChannel, { pendingExtShared: true });
        p.clock.forward(120_000);
        p.truth.observe();
        p.post(securityChannel, p.canary('B'));
        p.clock.forward(1000);
        p.world.changeChannel(securityChannel, { pendingExtShared: false });
        p.truth.observe();
      },
    },
    {
      what: 'an advisory in the channel of announcements before it is published',
      where: `a message in the channel ${announcements}`,
      plant: (p) => {
        const advisory = p.canary('D');
        p.prepare(advisory);
        p.post(announcements, advisory);
      },
    },
    {
      what: 'a correction in the channel of announcements, while only what it corrects is published',
      where: `a message in the channel ${announcements}`,
      plant: (p) => {
        const [advisory, correction] = [p.canary('D'), p.canary('D')];
        p.publish(advisory);
        p.prepare(correction);
        p.post(announcements, `${advisory} ${correction}`);
      },
    },
    ...(['C', 'inside'] as const).map((kind) => ({
      what: `a text of class ${kind} in an announcement that is published, even if it stands in the advisory`,
      where: `a message in the channel ${announcements}`,
      plant: (p: Planted) => {
        const [advisory, exploit] = [p.canary('D'), p.canary(kind)];
        p.publish(`${advisory} ${exploit}`);
        p.post(announcements, `${advisory} ${exploit}`);
      },
    })),
    {
      what: 'the title of the report in an announcement',
      where: `a message in the channel ${announcements}`,
      plant: (p) => {
        const advisory = p.canary('D');
        p.publish(advisory);
        p.post(announcements, `${advisory} ${p.canary('B')}`);
      },
    },
    ...(['D', 'credit'] as const).map((kind) => ({
      what: `what is to be published (${kind}) in the channel before an advisory is made ready`,
      where: 'a message in the security channel',
      plant: (p: Planted) => p.post(securityChannel, p.canary(kind)),
    })),
    {
      what: "an advisory that is not published in its reporter's modal",
      where: `a modal of ${dana}'s`,
      plant: (p) => {
        const advisory = p.canary('D');
        p.prepare(advisory);
        p.world.views.push(dana, p.view(advisory), {});
      },
    },
    {
      what: 'affected versions in public before they are published',
      where: `a message in the channel ${announcements}`,
      plant: (p) => p.post(announcements, p.canary('released')),
    },
    {
      what: "how somebody is to be thanked, in another reporter's modal",
      where: `a modal of ${ravi}'s`,
      plant: (p) => p.world.views.push(ravi, p.view(p.canary('credit')), {}),
    },
    {
      what: 'what somebody typed, shown to another',
      where: `an ephemeral message to ${mei}`,
      plant: (p) => p.post(general, p.canary('typed'), {}, mei),
    },
    {
      what: 'a title in the body of a call that posts nothing',
      where: 'the body of a call of users.info',
      plant: (p) => p.call('users.info', { user: p.canary('B') }),
    },
    {
      what: 'a post to the shared channel that Slack refused',
      where: 'the body of a call of chat.postMessage',
      plant: (p) => p.call('chat.postMessage', { channel: reports, blocks: [{ text: p.canary('B') }] }),
    },
    {
      what: 'a title in the notification of a card',
      where: 'the text of a chat.postMessage',
      plant: (p) => p.call('chat.postMessage', { channel: securityChannel, text: p.canary('B') }),
    },
    {
      what: 'a message in the notification of an edit',
      where: 'the text of a chat.update',
      plant: (p) => p.call('chat.update', { channel: p.dm(dana), text: p.canary('C') }),
    },
    {
      what: 'an answer to everybody by a response_url',
      where: 'the body of an answer to a response_url',
      plant: (p) =>
        p.responses.push({
          ...{ user: mei, channel: general, status: 200, at: p.clock.now() },
          body: { response_type: 'in_channel', text: p.canary('B') },
        }),
    },
    {
      what: 'an answer by a response_url in place of a message that everybody sees',
      where: 'the body of an answer to a response_url',
      plant: (p) =>
        p.responses.push({
          ...{ user: mei, channel: general, status: 200, at: p.clock.now() },
          body: { replace_original: true, text: p.canary('B') },
        }),
    },
    {
      what: 'a text in the answer to a form',
      where: 'an error in the answer to a form',
      plant: (p) =>
        p.check.answered(dana, { payload: {}, acked: true, answer: { errors: { title: `not ${p.canary('B')}` } } }),
    },
    {
      what: 'a title in the metrics',
      where: 'the answer of /metrics',
      plant: (p) => p.setPage(`reports{title="${p.canary('B')}"} 1`),
    },
    {
      what: 'a title in a clear field of a report',
      where: 'the field title of a document in reports',
      plant: (p) => database.db.collection('reports').insertOne({ status: 'received', title: p.canary('B') }),
    },
    {
      what: 'a name in a document of the bot, deep inside',
      where: 'the field said of a document in desk',
      plant: (p) => database.db.collection('desk').insertOne({ said: { deep: [{ name: p.canary('B') }] } }),
    },
    {
      what: 'a text in a sealed part that is not sealed',
      where: 'the field sealed of a document in reports',
      plant: (p) =>
        database.db.collection('reports').insertOne({ sealed: { ct: Buffer.from(`..${p.canary('C')}..`) } }),
    },
  ];
  test.each(leaks)('$what', async ({ where, plant }) => {
    const p = planted();
    await plant(p);
    p.check.look();
    await p.check.lookInStore();
    await p.check.lookAtPages();
    await Promise.all(['reports', 'desk'].map((name) => database.db.collection(name).deleteMany({})));
    const found = p.check.leaks();
    expect(found.join('\n')).toContain(where);
    expect(found).toHaveLength(1);
    // Told by its number, never by its text.
    expect(p.canaries.in(found.join('\n'))).toEqual([]);
  });

  test('what belongs where it stands is no leak', async () => {
    const p = planted();
    p.post(securityChannel, p.canary('B'));
    p.post(general, p.canary('B'), {}, mei);
    p.world.views.push(mei, p.view(p.canary('C')), {});
    p.world.views.push(mei, p.view(p.canary('inside')), {});
    p.world.views.push(dana, p.view(p.canary('C')), {});
    p.post(p.dm(dana), p.canary('C'));
    p.responses.push({
      ...{ user: dana, channel: p.dm(dana), status: 200, at: p.clock.now() },
      body: { replace_original: true, text: p.canary('B') },
    });
    const advisory = [p.canary('D'), p.canary('credit'), p.canary('released')].join(' ');
    p.prepare(advisory);
    p.post(securityChannel, advisory);
    p.world.leave(securityChannel, bo);
    p.clock.forward(50_000);
    p.world.views.push(bo, p.view(p.canary('C')), {});
    p.call('views.open', { trigger_id: 'x', view: p.view(p.canary('C')) });
    p.check.look();
    p.publish(advisory);
    p.post(announcements, advisory);
    p.check.look();
    expect(p.check.leaks()).toEqual([]);
    expect(p.check.searched()).toMatchObject({ sanctioned: 15, sanctionedInPublic: 3 });
  });

  test('a card that was posted while the channel was safe is no leak when it is looked at later', () => {
    const p = planted();
    p.post(securityChannel, p.canary('B'));
    p.call('chat.update', { channel: securityChannel, blocks: [{ text: p.canary('B') }] });
    p.world.changeChannel(securityChannel, { pendingExtShared: true });
    p.clock.forward(7_200_000);
    p.truth.observe();
    p.check.look();
    expect(p.check.leaks()).toEqual([]);
    expect(p.check.searched()).toMatchObject({ sanctioned: 2 });
  });

  test('a card in a channel with a deactivated guest is no leak: they see nothing', () => {
    const p = planted();
    p.world.join(securityChannel, guo);
    p.world.changePerson(guo, { deactivated: true });
    p.clock.forward(120_000);
    p.truth.observe();
    p.post(securityChannel, p.canary('B'));
    p.check.look();
    expect(p.check.leaks()).toEqual([]);
  });

  test('an error still on the screen of somebody who has left the team is not shown again while they type', () => {
    const p = planted();
    const told = p.world.views.fill(p.world.views.push(bo, p.view(''), {}), {}, { title: p.canary('B') });
    p.check.look();
    p.world.leave(securityChannel, bo);
    p.clock.forward(120_000);
    p.truth.observe();
    p.world.views.fill(told, {}, told.errors);
    p.check.look();
    expect(p.check.leaks()).toEqual([]);
  });

  test('what is typed has the class of its field, and class C where nothing is said', () => {
    expect(kindOf(callbacks.reportForm, inputs.title)).toEqual({ kind: 'B', listed: true });
    expect(kindOf(callbacks.noteForm, inputs.message)).toEqual({ kind: 'inside', listed: true });
    expect(kindOf('a_new_form', inputs.title)).toEqual({ kind: 'C', listed: false });
  });
});
