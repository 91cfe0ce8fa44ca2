import type { App } from '@slack/bolt';
import { Unreadable } from '../../handling/ports.js';
import { Refusal } from '../../report/refusal.js';
import { readReportId } from '../../report/report-id.js';
import type { Interaction, Pressed, Who } from '../handlers/interaction.js';
import type { DuplicateCards } from '../notifier/duplicate-cards.js';
import { readCommand } from '../views/commands.js';
import { type ActionName, actions, type ChoiceName, callbacks, choices } from '../views/ids.js';
import { show } from '../views/surfaces.js';
import { type FormOutcome, formAck, withinBudget } from './form-response.js';
import { type InteractionDeps, createInteractionReader } from './read-interaction.js';
import type { Doors } from './routes.js';

export type RouterDeps = InteractionDeps &
  Readonly<{ doors: Doors; zone: string; project: string; duplicateCards: DuplicateCards }>;
type FormName = keyof typeof callbacks;

/** Connects what Slack delivers to the doors. Who may go through is checked here, for every delivery, before anything else. */
export function route(app: App, parts: RouterDeps): void {
  const { doors, log, zone, people, access } = parts;
  const askings = createInteractionReader(parts);
  const nameOf = (user: string) => people.known(user)?.name;

  const may = async (
    { asker, team, checked }: Pick<Interaction, 'asker' | 'team' | 'checked'>,
    who: Who,
  ): Promise<boolean> => {
    switch (who) {
      case 'anyone':
        return true;
      case 'responder':
        if (!checked) throw new Refusal('access_unchecked', {});
        return team;
      case 'lead':
        return await access.isLead(asker);
      default:
        return who satisfies never;
    }
  };

  /** Lets somebody through a door, or tells them alone why not. */
  async function through(asking: Interaction, who: Who, act: () => Promise<void>): Promise<void> {
    const { team, language, answer } = asking;
    try {
      if (!(await may(asking, who))) await answer(show('notForYou', { team }, language));
      else await act();
    } catch (error) {
      if (error instanceof Refusal) {
        await answer(show('refusalNote', { team, refusal: error, zone }, language));
        return;
      }
      const reference = log.fail('not carried out', error);
      const kind = error instanceof Unreadable ? 'unexpected' : troubleKind(error);
      await answer(show('troubleNote', { reference, kind }, language));
    }
  }

  /** What is chosen while a modal is filled. What no registry names is no door's business. */
  async function choose({ within, ...asking }: Omit<Pressed, 'id'>, chosen: string): Promise<void> {
    const name = (Object.keys(choices) as ChoiceName[]).find((one) => choices[one].some((id) => id === chosen));
    if (name === undefined || within === undefined) return;
    const door = doors.choices[name];
    await through(asking, door.who, () => door.choose({ ...asking, within }));
  }

  app.command(/.*/, async ({ command, ack, respond }) => {
    await ack();
    const asking = await askings.ofCommand(command, respond);
    const typed = readCommand(command.text);
    switch (typed.kind) {
      case 'menu':
        return await through(asking, 'anyone', () => doors.menu({ ...asking, args: [] }));
      case 'unknown':
        return await through(asking, 'anyone', () => doors.unknown(asking, typed.typed));
      case 'verb': {
        const door = doors.verbs[typed.verb];
        return await through(asking, door.who, () => door.type({ ...asking, args: typed.args }));
      }
      default:
        return typed satisfies never;
    }
  });

  app.action(/.*/, async ({ body, action, ack, respond }) => {
    await ack();
    if (body.type !== 'block_actions' || !('action_id' in action)) return;
    const asking = await askings.ofButton(body, action.block_id, respond);
    if (action.type !== 'button') {
      await choose(asking, action.action_id);
      return;
    }
    const name = (Object.keys(actions) as ActionName[]).find((one) => actions[one].id === action.action_id);
    if (name === undefined) {
      // A button of an older version: whoever pressed it is shown what there is now.
      await through(asking, 'anyone', () => doors.menu({ ...asking, args: [] }));
      return;
    }
    const door = doors.buttons[name];
    const id = readReportId(action.value ?? '');
    const on = body.message === undefined ? {} : { on: { channel: body.channel?.id ?? '', ts: body.message.ts } };
    // Looked at before the press, whose own write puts a replica to work on the report. Only the team tidies up its room.
    const spare = asking.team && id !== undefined && on.on !== undefined;
    const removeSpare = spare ? await parts.duplicateCards(id, on.on) : undefined;
    let letIn = false;
    await through(asking, door.who, () => {
      letIn = true;
      return door.press({ ...asking, id, ...on, block: action.block_id });
    });
    // Whoever is not let through changes nothing, not even a spare.
    if (letIn) await removeSpare?.();
  });

  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    const asked = await askings.ofUser(event.user);
    const facts = await doors.home(asked.person, asked.team);
    await client.views.publish({ user_id: event.user, view: show('homeView', facts, asked.language).view });
  });

  // The only words that the bot is ever sent. They aren't looked at: whoever names the bot in the open is shown the form.
  app.event('app_mention', async ({ event, client }) => {
    if (event.user === undefined) return;
    const { language } = await askings.ofUser(event.user);
    const { text, blocks } = show('mentionNote', { project: parts.project }, language);
    await client.chat.postEphemeral({ channel: event.channel, user: event.user, text, blocks: [...blocks] });
  });

  app.view({ callback_id: /.*/, type: 'view_submission' }, async ({ body, view, ack }) => {
    const name = (Object.keys(callbacks) as FormName[]).find((one) => callbacks[one] === view.callback_id);
    if (name === undefined) {
      await ack();
      return;
    }
    const door = doors.forms[name];
    let reader = { language: askings.languageOf(body.user.id), team: false, zone, nameOf };
    const work = async (): Promise<FormOutcome> => {
      try {
        const asked = await askings.ofForm(body);
        reader = { ...reader, language: asked.language, team: asked.team };
        if (!(await may(asked, door.who))) throw new Refusal('not_for_you', {});
        const { private_metadata: metadata, state } = view;
        return await door.submit({ ...asked, view: view.id, metadata, values: state.values });
      } catch (error) {
        if (error instanceof Refusal) return { kind: 'refused', refusal: error };
        return { kind: 'broken', reference: log.fail('form not carried out', error) };
      }
    };
    const outcome = await withinBudget(work());
    const inputBlocks = view.blocks.flatMap((block) =>
      block.type === 'input' && block.block_id !== undefined ? [block.block_id] : [],
    );
    const answer = formAck(outcome, { callback: view.callback_id, inputBlocks }, reader);
    await (answer === undefined ? ack() : ack(answer));
  });
}

/** The database is away when the driver says so by the name of its error. */
function troubleKind(error: unknown): 'unexpected' | 'store_away' {
  return error instanceof Error && /^Mongo(ServerSelection|Network)/.test(error.name) ? 'store_away' : 'unexpected';
}
