import type { BlockAction, MessageShortcut, RespondFn, SlackViewAction, SlashCommand, ViewOutput } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Log } from '../../handling/log.js';
import type { Languages } from '../../handling/ports.js';
import { defined } from '../../report/defined.js';
import { Language } from '../../report/form.js';
import type { Person } from '../../report/person.js';
import { Refusal } from '../../report/refusal.js';
import type { Interaction, Pressed } from '../handlers/interaction.js';
import { intakeBlocks } from '../views/block-ids.js';
import { languageIn } from '../views/modal-metadata.js';
import { formOf, type ShownAs } from '../views/surfaces.js';
import type { Access, Identity } from '../workspace/access.js';
import { type ChosenLanguages, createChosenLanguages } from '../workspace/chosen-languages.js';
import { isForeign, type OwnWorkspace } from '../workspace/own-workspace.js';
import { actorSeconds, type People, type Profile } from '../workspace/people.js';
import { slackCode } from '../workspace/slack-error.js';

export type InteractionDeps = Readonly<{
  client: WebClient;
  people: People;
  access: Access;
  own: OwnWorkspace;
  languages: Languages;
  clock: () => Date;
  log: Log;
}>;
/** `belongs`: the workspace that is surely the person's own; where a payload doesn't say, Slack is asked. `workspace`: its name. */
type Who = Identity & Readonly<{ name: string; belongs: string | undefined; workspace?: string | undefined }>;
/** Who it is, before they can be answered. */
type Identified = Omit<Interaction, 'answer' | 'open'>;

/** `chosen`: by the side of the intake message that is pressed. `shown`: of the modal that is answered. */
type LanguageSigns = Readonly<{ chosen?: Language | undefined; shown?: Language | undefined }>;

/** Turns Slack's payloads into interactions: who it is, and the ways to answer them. */
export type InteractionReader = ReturnType<typeof createInteractionReader>;

export function createInteractionReader(deps: InteractionDeps) {
  const { client, people, languages, clock, log } = deps;
  const chosenLanguages = createChosenLanguages({ languages, clock, log });
  const identify = createIdentification(deps, chosenLanguages);
  const open = async (trigger: string, view: ModalView) => {
    await client.views.open({ trigger_id: trigger, view });
  };
  return {
    // Who may take a route is checked before anything is answered: until then it is nobody's answer.
    ofCommand: async (command: SlashCommand, respond: RespondFn): Promise<Interaction<'lead'>> => ({
      ...(await identify(whoTyped(command))),
      answer: (shown) => answerAlone(respond, shown),
      open: ({ view }) => open(command.trigger_id, view),
    }),
    ofButton: async (
      body: BlockAction,
      block: string | undefined,
      respond: RespondFn,
    ): Promise<Omit<Pressed<'lead'>, 'id'>> => {
      const { trigger_id: trigger, view } = body;
      const who = await identify(whoIn(body), {
        chosen: languageOfIntakeBlock(block),
        shown: view?.type === 'modal' ? languageIn(view.private_metadata) : undefined,
      });
      if (view?.type === 'modal') return { ...who, ...answersInModal(client, trigger, view) };
      const onMessage = body.response_url !== undefined && body.response_url !== '';
      const answer = (shown: ShownAs<'ephemeral'>) =>
        onMessage ? answerAlone(respond, shown) : open(trigger, asModal(shown));
      const isDirect = onMessage && body.channel?.id.startsWith('D') === true;
      return {
        ...who,
        answer,
        settle: (shown) => (isDirect ? answerInPlace(respond, body, block, shown) : answer(shown)),
        open: (shown) => open(trigger, shown.view),
        redraw: (shown) => open(trigger, shown.view),
      };
    },
    ofShortcut: async (body: MessageShortcut, respond: RespondFn): Promise<Interaction<'lead'>> => ({
      ...(await identify(whoIn(body))),
      answer: (shown) => answerAlone(respond, shown),
      open: ({ view }) => open(body.trigger_id, view),
    }),
    ofForm: (body: SlackViewAction) => identify(whoIn(body), { shown: languageIn(body.view.private_metadata) }),
    /** Somebody of whom an event tells only the id. */
    ofUser: (user: string) => identify({ user, team: undefined, belongs: undefined, name: user }),
    /** Without asking anybody: for the answer to somebody whom nothing could be found out about in time. */
    languageOf: ({ user, view }: SlackViewAction): Language =>
      languageIn(view.private_metadata) ?? chosenLanguages.known(user.id) ?? people.known(user.id)?.language ?? 'en',
  };
}

/** Finds out who somebody is, as far as Slack and the database answer in time. */
function createIdentification({ people, access, own, log }: InteractionDeps, chosenLanguages: ChosenLanguages) {
  const teamOrUnchecked = async (who: Who) => {
    try {
      return { team: await access.isResponder(who), checked: true };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      log.warn('access not checked', { code: 'access_unchecked' });
      return { team: false, checked: false };
    }
  };
  const profileOf = async (user: string) => {
    try {
      return await people.profile(user, actorSeconds);
    } catch (error) {
      log.warn('person not looked up', { code: slackCode(error) ?? 'none' });
      // Old news will do for a name and a language; it lets nobody in.
      return people.known(user);
    }
  };
  return async (who: Who, { chosen, shown }: LanguageSigns = {}): Promise<Identified> => {
    const [team, profile, language] = await Promise.all([
      teamOrUnchecked(who),
      profileOf(who.user),
      shown ?? chosenLanguages.of(who.user, chosen),
    ]);
    // A command names the workspace where it was typed, a form the person's first one. What Slack says of the person is one source.
    const told = [profile?.team, who.belongs, ...(profile === undefined ? [who.team, own.team] : profile.teams)];
    const teams = [...new Set(told.filter((one) => one !== undefined && one !== ''))] as string[];
    const person: Person = { team: teams[0] ?? own.team, user: who.user, name: profile?.name ?? who.name };
    const outside = isOutside(who, profile, own) ? { outside: defined({ workspace: who.workspace }) } : {};
    return { actor: who, person, teams, ...outside, language: language ?? profile?.language ?? 'en', ...team };
  };
}

/** Whether somebody is surely of another workspace: as Slack knows them, or as the payload says while it can't be asked. */
function isOutside({ belongs }: Who, profile: Profile | undefined, own: OwnWorkspace): boolean {
  if (profile === undefined) return isForeign(belongs, own);
  return profile.standing === 'elsewhere' || profile.standing === 'stranger';
}

/** In a modal there is nothing to answer to but another one on top; of three, the top one makes room. */
function answersInModal(client: WebClient, trigger: string, modal: ViewOutput) {
  const { id, callback_id: callback, private_metadata: metadata, state } = modal;
  const redraw = async (view: ModalView) => {
    await client.views.update({ view_id: id, view });
  };
  const push = async (view: ModalView) => {
    await client.views.push({ trigger_id: trigger, view });
  };
  const onTop = isThird(modal) ? redraw : push;
  const answer = (shown: ShownAs<'ephemeral'>) => onTop(asModal(shown));
  return {
    answer,
    settle: answer,
    open: (shown: ShownAs<'modal'>) => onTop(shown.view),
    redraw: (shown: ShownAs<'modal'>) => redraw(shown.view),
    within: { form: formOf(callback), metadata, values: state.values },
  };
}

/**
 * `user.team_id` is where the person is at home. Without it `team` must do to keep people out, but it doesn't say whose they
 * are: for a press it is the app's own workspace. Without both they are from nowhere: `''`, which is no responder's team.
 */
function whoIn(body: BlockAction | SlackViewAction | MessageShortcut): Who {
  const { user } = body;
  const name = 'name' in user && typeof user.name === 'string' ? user.name : user.id;
  // Slack calls a workspace by the name in its address.
  const workspace = body.team?.id === user.team_id ? body.team?.domain : undefined;
  return { user: user.id, team: user.team_id ?? body.team?.id ?? '', belongs: user.team_id, workspace, name };
}

function whoTyped({ user_id: user, team_id: team, user_name: name }: Partial<SlashCommand>): Who {
  return { user: user ?? '', team: team ?? '', belongs: team, name: name ?? user ?? '' };
}

/** Slack lays three modals on each other at most. */
function isThird(view: Readonly<{ root_view_id: string | null; previous_view_id: string | null }>): boolean {
  const { root_view_id: first, previous_view_id: below } = view;
  return below !== null && below !== '' && below !== first;
}

/** Which side of the intake message was pressed: the only sign of the language of somebody from elsewhere. */
function languageOfIntakeBlock(block: string | undefined): Language | undefined {
  return Language.options.find((language) => intakeBlocks[language] === block);
}

async function answerAlone(respond: RespondFn, { text, blocks }: ShownAs<'ephemeral'>): Promise<void> {
  await respond({ response_type: 'ephemeral', replace_original: false, text, blocks: [...blocks] });
}

/** What was answered takes the place of the buttons in a message. Where they are gone, since it was answered before, it stands alone. */
async function answerInPlace(
  respond: RespondFn,
  { message }: BlockAction,
  block: string | undefined,
  shown: ShownAs<'ephemeral'>,
): Promise<void> {
  const before: readonly KnownBlock[] = Array.isArray(message?.blocks) ? message.blocks : [];
  if (before.every((one) => one.block_id !== block)) return await answerAlone(respond, shown);
  const blocks = before.flatMap((one) => (one.block_id === block ? shown.blocks : [one]));
  await respond({ replace_original: true, text: `${message?.text ?? ''} ${shown.text}`.trim(), blocks });
}

/** What would be an ephemeral message, where there is no channel to show it in. */
function asModal({ blocks }: ShownAs<'ephemeral'>): ModalView {
  return { type: 'modal', title: { type: 'plain_text', text: 'Vulndesk' }, blocks: [...blocks] };
}
