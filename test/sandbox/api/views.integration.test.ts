import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { emulatorWithBot, slack } from '../support/emulator.js';
import { call } from '../support/raw-call.js';

const { general, mei, ana, dana, former } = sandbox;
const plain = (text: string) => ({ type: 'plain_text', text });
const modal = (more: object = {}) => ({ type: 'modal', title: plain('A view'), blocks: [], ...more });
const asking = (block: string, element: object = { type: 'plain_text_input', action_id: 'value' }) =>
  modal({ submit: plain('Send'), blocks: [{ type: 'input', block_id: block, label: plain('Say'), element }] });
const button = { type: 'actions', elements: [{ type: 'button', action_id: 'more', text: plain('More') }] };

emulatorWithBot();

/** A trigger as the bot gets it: from a command of this person. */
const trigger = async (user: string = mei) =>
  String((await slack.as(user).command(general, '/vuln')).payload.trigger_id);
/** A trigger from a button in the modal on the screen. */
const triggerInView = async () => {
  const [view] = slack.seenBy(mei).views.slice(-1);
  return String((await slack.as(mei).press({ view: view?.id ?? '' }, 'more')).payload.trigger_id);
};
const open = async (view: object = modal()) => await call(slack, 'views.open', { trigger_id: await trigger(), view });
const idOf = (answer: Record<string, unknown>) => (answer.view as { id: string }).id;
const hashOf = (answer: Record<string, unknown>) => (answer.view as { hash: string }).hash;

describe('opening a view', () => {
  test('answers with the view as Slack keeps it', async () => {
    const answer = await open(modal({ private_metadata: 'p', callback_id: 'c' }));
    expect(answer).toMatchObject({
      ok: true,
      view: { type: 'modal', private_metadata: 'p', callback_id: 'c', state: { values: {} }, previous_view_id: null },
    });
    expect(answer.view).toMatchObject({ root_view_id: idOf(answer), app_installed_team_id: sandbox.home });
  });

  test('needs a trigger that is known, fresh and unused', async () => {
    const used = await trigger();
    expect(await call(slack, 'views.open', { trigger_id: used, view: modal() })).toMatchObject({ ok: true });
    expect(await call(slack, 'views.open', { trigger_id: used, view: modal() })).toMatchObject({
      error: 'exchanged_trigger_id',
    });
    expect(await call(slack, 'views.open', { trigger_id: '1.2.3', view: modal() })).toMatchObject({
      error: 'invalid_trigger_id',
    });
    expect(await call(slack, 'views.open', { view: modal() })).toMatchObject({ error: 'invalid_arguments' });
  });

  test('refuses a wrong view and leaves the trigger unused', async () => {
    const fresh = await trigger();
    const wrong = await call(slack, 'views.open', { trigger_id: fresh, view: modal({ title: plain('x'.repeat(25)) }) });
    expect(wrong).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: [expect.stringContaining('/view/title')] },
    });
    expect(await call(slack, 'views.open', { trigger_id: fresh, view: '{' })).toMatchObject({
      error: 'invalid_arguments',
    });
    expect(
      await call(slack, 'views.open', { trigger_id: fresh, view: modal({ private_metadata: 'x'.repeat(250_001) }) }),
    ).toMatchObject({
      error: 'view_too_large',
    });
    expect(await call(slack, 'views.open', { trigger_id: fresh, view: modal() })).toMatchObject({ ok: true });
  });

  test('refuses an external_id that another open view has', async () => {
    await open(modal({ external_id: 'one' }));
    const twin = await call(slack, 'views.open', {
      trigger_id: await trigger(ana),
      view: modal({ external_id: 'one' }),
    });
    expect(twin).toMatchObject({ error: 'duplicate_external_id' });
  });
});

describe('pushing a view', () => {
  test('stacks three and no more', async () => {
    await open(modal({ blocks: [button] }));
    for (const _ of ['second', 'third'])
      expect(
        await call(slack, 'views.push', { trigger_id: await triggerInView(), view: modal({ blocks: [button] }) }),
      ).toMatchObject({ ok: true });
    const fourth = await call(slack, 'views.push', { trigger_id: await triggerInView(), view: modal() });
    expect(fourth).toMatchObject({ error: 'push_limit_reached' });
    const [first, second, third] = slack.seenBy(mei).views;
    expect([second?.previousId, third?.previousId, third?.rootId]).toEqual([first?.id, second?.id, first?.id]);
  });

  test('needs an open modal that the trigger came from', async () => {
    expect(await call(slack, 'views.push', { trigger_id: await trigger(), view: modal() })).toMatchObject({
      error: 'not_found',
    });
    await open();
    expect(await call(slack, 'views.push', { trigger_id: await trigger(), view: modal() })).toMatchObject({
      error: 'not_found',
    });
  });
});

describe('updating a view', () => {
  test('moves the hash on, and an old hash conflicts', async () => {
    const opened = await open();
    const update = (more: object) => call(slack, 'views.update', { view_id: idOf(opened), view: modal(), ...more });
    const updated = await update({ hash: hashOf(opened) });
    expect(updated).toMatchObject({ ok: true });
    expect(await update({ hash: hashOf(opened) })).toMatchObject({ error: 'hash_conflict' });
    expect(await update({ hash: hashOf(updated) })).toMatchObject({ ok: true });
    expect(await update({})).toMatchObject({ ok: true });
  });

  test('finds views by either id, and only open ones', async () => {
    const opened = await open(modal({ external_id: 'mine' }));
    const view = modal({ external_id: 'mine' });
    expect(await call(slack, 'views.update', { external_id: 'mine', view })).toMatchObject({ ok: true });
    expect(await call(slack, 'views.update', { view_id: 'V0', view })).toMatchObject({ error: 'not_found' });
    expect(await call(slack, 'views.update', { external_id: 'other', view })).toMatchObject({ error: 'not_found' });
    expect(await call(slack, 'views.update', { view })).toMatchObject({ error: 'invalid_arguments' });
    await slack.as(mei).close(idOf(opened));
    expect(await call(slack, 'views.update', { view_id: idOf(opened), view })).toMatchObject({ error: 'not_found' });
  });

  test('keeps what was typed only under the same block and action id', async () => {
    const id = idOf(await open(asking('say')));
    const typed = () => JSON.stringify(slack.seenBy(mei).views.at(-1)?.state);
    await slack.as(mei).type(id, { say: 'half a sentence' });
    await call(slack, 'views.update', { view_id: id, view: asking('say') });
    expect(typed()).toContain('half a sentence');
    await call(slack, 'views.update', {
      view_id: id,
      view: asking('say', { type: 'email_text_input', action_id: 'value' }),
    });
    expect(typed()).not.toContain('half a sentence');
    await slack.as(mei).type(id, { say: 'again' });
    await call(slack, 'views.update', { view_id: id, view: asking('other') });
    expect(typed()).not.toContain('again');
  });
});

describe('publishing a Home', () => {
  beforeEach(() => slack.world.changeApp({ homeTab: true }));
  const publish = (user: string, more: object = {}) =>
    call(slack, 'views.publish', { user_id: user, view: { type: 'home', blocks: [] }, ...more });

  test('is for active people of the workspace, and checks the hash', async () => {
    const first = await publish(mei);
    expect(await publish(mei, { hash: hashOf(first) })).toMatchObject({ ok: true, view: { id: idOf(first) } });
    expect(await publish(mei, { hash: hashOf(first) })).toMatchObject({ error: 'hash_conflict' });
    expect(await publish(dana)).toMatchObject({ error: 'user_not_found' });
    expect(await publish(former)).toMatchObject({ error: 'user_not_found' });
    expect(await publish('U0NOBODY')).toMatchObject({ error: 'user_not_found' });
    expect(await publish(mei, { view: modal() })).toMatchObject({ error: 'invalid_arguments' });
  });
  test('needs the Home tab to be switched on', async () => {
    slack.world.changeApp({ homeTab: false });
    expect(await publish(mei)).toMatchObject({ error: 'not_enabled' });
  });
});
