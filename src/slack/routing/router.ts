import type {
  AnyMiddlewareArgs,
  App,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackEventMiddlewareArgs,
  SlackOptionsMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
} from '@slack/bolt';
import { readReportId } from '../../report/report-id.js';
import type { HandlerDeps } from '../handlers/handler-deps.js';
import type { Pressed, Routes } from '../handlers/interaction.js';
import { showMenu, showUnknownVerb } from '../handlers/menu-and-help.js';
import { homeFacts } from '../handlers/own-report-facts.js';
import { openReportForm } from '../handlers/report.js';
import type { DuplicateCards } from '../notifier/duplicate-cards.js';
import type { HomeKeeper } from '../notifier/home-keeper.js';
import { createHomeRefresher, type HomeRefresher } from '../notifier/home-refresher.js';
import { type ActionName, actions, shortcuts } from '../views/actions.js';
import { readCommand, verbs } from '../views/commands.js';
import { type ChoiceName, choices } from '../views/inputs.js';
import { readModalMetadata } from '../views/modal-metadata.js';
import { show } from '../views/surfaces.js';
import { asJson } from '../workspace/blocks-as-json.js';
import { type Authorizer, type AuthorizerDeps, createAuthorizer } from './authorizer.js';
import { createInteractionReader, type InteractionDeps, type InteractionReader } from './read-interaction.js';
import { createRoutes } from './routes.js';
import { submitForm } from './submit-form.js';
import { suggest } from './suggest.js';

export type RouterDeps = HandlerDeps &
  AuthorizerDeps &
  Omit<InteractionDeps, 'people' | 'access' | 'log'> &
  Readonly<{
    duplicateCards: DuplicateCards;
    homeKeeper: HomeKeeper;
    /** Counts what is in flight. */
    during: (work: () => Promise<void>) => Promise<void>;
  }>;
type Router = Readonly<{
  deps: RouterDeps;
  routes: Routes;
  interactions: InteractionReader;
  authorizer: Authorizer;
  homes: HomeRefresher;
}>;

/** Connects what Slack delivers to the routes. Who may use one is checked here, for every delivery, before anything else. */
export function registerRoutes(app: App, deps: RouterDeps): Readonly<{ homes: HomeRefresher }> {
  const interactions = createInteractionReader(deps);
  const homes = createHomeRefresher({
    draw: (user) => deps.during(() => drawHome(user)),
    log: deps.log,
  });
  const drawHome = async (user: string) => {
    const who = await interactions.ofUser(user);
    if (who.team) await deps.homeKeeper.shows(user);
    const facts = await homeFacts(deps, who);
    // Reading takes its time, and the clock may have moved on: whoever left the team meanwhile gets nothing of others' reports.
    if (who.team && !(await deps.access.isResponder({ user, team: undefined }))) return;
    homes.drawn(user, who.team);
    await deps.client.views.publish({ user_id: user, view: show('homeView', facts, who.language).view });
  };
  const router: Router = {
    deps,
    routes: createRoutes(deps),
    interactions,
    authorizer: createAuthorizer(deps),
    homes,
  };
  const deliver = async (delivered: AnyMiddlewareArgs) => {
    if ('view' in delivered) return await submitForm(router, delivered);
    if ('action' in delivered) return await act(router, delivered);
    if ('command' in delivered) return await command(router, delivered);
    if ('shortcut' in delivered) return await chooseFromMessage(router, delivered);
    // Suggestions for messages and dialogs of an older kind are not let in.
    if ('options' in delivered) return await suggest(delivered as SlackOptionsMiddlewareArgs<'block_suggestion'>);
    const { event } = delivered;
    if (event.type === 'app_home_opened' && event.tab === 'home') await drawHome(event.user);
    if (event.type === 'app_mention') await answerMention(router, event);
  };
  // One function for all: Bolt would offer each delivery to every listener, with copies of its arguments for each.
  app.use((delivered) => deps.during(() => deliver(delivered)));
  return { homes };
}

/** What anybody may see: it tells nothing about any report. */
const menu = { who: 'anyone', what: 'menu' } as const;

async function command(
  { routes, interactions, authorizer: { authorize } }: Router,
  { command, ack, respond }: SlackCommandMiddlewareArgs,
): Promise<void> {
  await ack();
  const interaction = await interactions.ofCommand(command, respond);
  const typed = readCommand(command.text);
  switch (typed.kind) {
    case 'menu':
      return await authorize(interaction, menu, () => showMenu(interaction));
    case 'unknown':
      return await authorize(interaction, menu, () => showUnknownVerb(interaction, typed.typed));
    case 'verb': {
      const { verb, args } = typed;
      const use = { who: verbs[verb].who, what: verb, about: readReportId(args[0] ?? '') };
      return await authorize(interaction, use, () => routes.verbs[verb]({ ...interaction, args }));
    }
    default:
      return typed satisfies never;
  }
}

async function act(router: Router, { body, action, ack, respond }: SlackActionMiddlewareArgs): Promise<void> {
  const { interactions, authorizer } = router;
  await ack();
  if (body.type !== 'block_actions' || !('action_id' in action)) return;
  const interaction = await interactions.ofButton(body, action.block_id, respond);
  if (action.type !== 'button') return await choose(router, interaction, action.action_id);
  const name = nameOf(actions, action.action_id);
  // A button of an older version: whoever pressed it is shown what there is now.
  if (name === undefined) return await authorizer.authorize(interaction, menu, () => showMenu(interaction));
  const on = body.message === undefined ? {} : { on: { channel: body.channel?.id ?? '', ts: body.message.ts } };
  await press(router, name, { ...interaction, ...on, id: readReportId(action.value ?? ''), block: action.block_id });
}

async function press(
  { routes, deps, authorizer, homes }: Router,
  name: ActionName,
  pressed: Pressed<'lead'>,
): Promise<void> {
  const { team, id, on } = pressed;
  const route = routes.buttons[name];
  // Whoever is not let in changes nothing, not even a duplicate card. Only the team tidies up its channel.
  await authorizer.authorize(pressed, { who: route.who, what: name, about: id }, async () => {
    // Looked at before the press, whose own write puts a replica to work on the report.
    const removeDuplicate =
      team && id !== undefined && on !== undefined ? await deps.duplicateCards(id, on) : undefined;
    try {
      await route.press(pressed);
      homes.outdated(pressed.person.user, false);
    } finally {
      await removeDuplicate?.();
    }
  });
}

/** What is chosen while a modal is filled. What no registry names has no route. */
async function choose(
  { routes, authorizer }: Router,
  { within, ...interaction }: Omit<Pressed<'lead'>, 'id'>,
  chosen: string,
): Promise<void> {
  const name = (Object.keys(choices) as ChoiceName[]).find((one) => choices[one].some((id) => id === chosen));
  if (name === undefined || within === undefined) return;
  const route = routes.choices[name];
  const use = { who: route.who, what: name, about: readModalMetadata(within.metadata)?.id };
  await authorizer.authorize(interaction, use, () => route.choose({ ...interaction, within }));
}

/** Chosen from the menu of a message: the report form, with what the message says in it. */
async function chooseFromMessage(
  { deps, interactions, authorizer }: Router,
  { shortcut, ack, respond }: SlackShortcutMiddlewareArgs,
): Promise<void> {
  await ack();
  if (shortcut.type !== 'message_action' || shortcut.callback_id !== shortcuts.reportMessage) return;
  const interaction = await interactions.ofShortcut(shortcut, respond);
  const message = { text: shortcut.message.text ?? '', isPublic: isPublic(shortcut.channel.name) };
  const use = { who: 'anyone', what: 'reportMessage' } as const;
  await authorizer.authorize(interaction, use, () => openReportForm(deps, interaction, { message }));
}

/** Slack names private channels and conversations by their kind, and public channels by their name. */
function isPublic(name: string | undefined): boolean {
  return name === undefined || !/^(?:privategroup$|directmessage$|mpdm-)/.test(name);
}

/** The bot is sent what names it. Nobody looks at the words: whoever names it in the open is shown the form. */
async function answerMention(
  { deps, interactions }: Router,
  event: SlackEventMiddlewareArgs<'app_mention'>['event'],
): Promise<void> {
  if (event.user === undefined) return;
  const { language } = await interactions.ofUser(event.user);
  const { text, blocks } = show('mentionNote', { project: deps.policy.project }, language);
  await deps.client.chat.postEphemeral({ channel: event.channel, user: event.user, text, blocks: asJson(blocks) });
}

function nameOf<N extends string>(ids: Readonly<Record<N, string>>, id: string): N | undefined {
  return (Object.keys(ids) as N[]).find((name) => ids[name] === id);
}
