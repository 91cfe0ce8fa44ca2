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
import { createInteractionReader, type InteractionDeps } from './read-interaction.js';
import type { Routes } from './routes.js';

export type RouterDeps = InteractionDeps &
  Readonly<{ routes: Routes; zone: string; project: string; duplicateCards: DuplicateCards }>;
type FormName = keyof typeof callbacks;

/** Connects what Slack delivers to the routes. Who may use one is checked here, for every delivery, before anything else. */
export function registerRoutes(app: App, parts: RouterDeps): void {
  const { routes, log, zone, people, access } = parts;
  const interactions = createInteractionReader(parts);
  const nameOf = (user: string) => people.known(user)?.name;

  const may = async (
    { actor, team, checked }: Pick<Interaction, 'actor' | 'team' | 'checked'>,
    who: Who,
  ): Promise<boolean> => {
    switch (who) {
      case 'anyone':
        return true;
      case 'responder':
        if (!checked) throw new Refusal('access_unchecked', {});
        return team;
      case 'lead':
        return await access.isLead(actor);
      default:
        return who satisfies never;
    }
  };

  /** Runs `act` for somebody who may, or tells them alone why not. */
  async function authorize(interaction: Interaction, who: Who, act: () => Promise<void>): Promise<void> {
    const { team, language, answer } = interaction;
    try {
      if (!(await may(interaction, who))) await answer(show('notForYou', { team }, language));
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

  /** What is chosen while a modal is filled. What no registry names has no route. */
  async function choose({ within, ...interaction }: Omit<Pressed, 'id'>, chosen: string): Promise<void> {
    const name = (Object.keys(choices) as ChoiceName[]).find((one) => choices[one].some((id) => id === chosen));
    if (name === undefined || within === undefined) return;
    const route = routes.choices[name];
    await authorize(interaction, route.who, () => route.choose({ ...interaction, within }));
  }

  app.command(/.*/, async ({ command, ack, respond }) => {
    await ack();
    const interaction = await interactions.ofCommand(command, respond);
    const typed = readCommand(command.text);
    switch (typed.kind) {
      case 'menu':
        return await authorize(interaction, 'anyone', () => routes.menu({ ...interaction, args: [] }));
      case 'unknown':
        return await authorize(interaction, 'anyone', () => routes.unknown(interaction, typed.typed));
      case 'verb': {
        const route = routes.verbs[typed.verb];
        return await authorize(interaction, route.who, () => route.type({ ...interaction, args: typed.args }));
      }
      default:
        return typed satisfies never;
    }
  });

  app.action(/.*/, async ({ body, action, ack, respond }) => {
    await ack();
    if (body.type !== 'block_actions' || !('action_id' in action)) return;
    const interaction = await interactions.ofButton(body, action.block_id, respond);
    if (action.type !== 'button') {
      await choose(interaction, action.action_id);
      return;
    }
    const name = (Object.keys(actions) as ActionName[]).find((one) => actions[one] === action.action_id);
    if (name === undefined) {
      // A button of an older version: whoever pressed it is shown what there is now.
      await authorize(interaction, 'anyone', () => routes.menu({ ...interaction, args: [] }));
      return;
    }
    const route = routes.buttons[name];
    const id = readReportId(action.value ?? '');
    const on = body.message === undefined ? {} : { on: { channel: body.channel?.id ?? '', ts: body.message.ts } };
    // Looked at before the press, whose own write puts a replica to work on the report. Only the team tidies up its room.
    const spare = interaction.team && id !== undefined && on.on !== undefined;
    const removeSpare = spare ? await parts.duplicateCards(id, on.on) : undefined;
    let letIn = false;
    await authorize(interaction, route.who, () => {
      letIn = true;
      return route.press({ ...interaction, id, ...on, block: action.block_id });
    });
    // Whoever is not let in changes nothing, not even a spare.
    if (letIn) await removeSpare?.();
  });

  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    const asked = await interactions.ofUser(event.user);
    const facts = await routes.home(asked.person, asked.team);
    await client.views.publish({ user_id: event.user, view: show('homeView', facts, asked.language).view });
  });

  // The only words that the bot is ever sent. They aren't looked at: whoever names the bot in the open is shown the form.
  app.event('app_mention', async ({ event, client }) => {
    if (event.user === undefined) return;
    const { language } = await interactions.ofUser(event.user);
    const { text, blocks } = show('mentionNote', { project: parts.project }, language);
    await client.chat.postEphemeral({ channel: event.channel, user: event.user, text, blocks: [...blocks] });
  });

  app.view({ callback_id: /.*/, type: 'view_submission' }, async ({ body, view, ack }) => {
    const name = (Object.keys(callbacks) as FormName[]).find((one) => callbacks[one] === view.callback_id);
    if (name === undefined) {
      await ack();
      return;
    }
    const route = routes.forms[name];
    let reader = { language: interactions.languageOf(body.user.id), team: false, zone, nameOf };
    const work = async (): Promise<FormOutcome> => {
      try {
        const asked = await interactions.ofForm(body);
        reader = { ...reader, language: asked.language, team: asked.team };
        if (!(await may(asked, route.who))) throw new Refusal('not_for_you', {});
        const { private_metadata: metadata, state } = view;
        return await route.submit({ ...asked, view: view.id, metadata, values: state.values });
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
