import type { BlockAction, RespondFn, SlackViewAction, SlashCommand } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Log } from '../handling/log.js';
import type { Language } from '../report/form.js';
import type { Person } from '../report/report.js';
import type { Access, Asker } from './access.js';
import type { Asking } from './asking.js';
import { actorSeconds, type People } from './people.js';
import { slackCode } from './slack-error.js';
import type { ShownAs } from './surfaces.js';

export type AskingParts = Readonly<{ client: WebClient; people: People; access: Access; home: string; log: Log }>;
type Who = Asker & Readonly<{ name: string }>;
/** Who asks, before they can be answered. */
export type Asked = Omit<Asking, 'answer' | 'open'>;

/** Turns Slack's payloads into somebody who asks, with the ways to answer them. */
export function createAskings({ client, people, access, home, log }: AskingParts) {
  const asked = async (who: Who): Promise<Asked> => {
    const [team, profile] = await Promise.all([access.isResponder(who), profileOf(who.user)]);
    const person: Person = { team: who.team ?? profile?.team ?? home, user: who.user, name: profile?.name ?? who.name };
    return { asker: who, person, language: profile?.language ?? 'en', team };
  };
  const profileOf = async (user: string) => {
    try {
      return await people.profile(user, actorSeconds);
    } catch (error) {
      log.warn('person not looked up', { code: slackCode(error) ?? 'none' });
      return undefined;
    }
  };
  const asking = async (who: Who, trigger: string, respond: RespondFn): Promise<Asking> => ({
    ...(await asked(who)),
    answer: async (shown) => await answer(respond, shown),
    open: async ({ view }) => {
      await client.views.open({ trigger_id: trigger, view });
    },
  });
  return {
    ofCommand: (command: SlashCommand, respond: RespondFn) =>
      asking({ user: command.user_id, team: command.team_id, name: command.user_name }, command.trigger_id, respond),
    ofButton: (body: BlockAction, respond: RespondFn) => asking(whoIn(body), body.trigger_id, respond),
    ofForm: (body: SlackViewAction) => asked(whoIn(body)),
    /** Without asking anybody: for the answer to somebody whom nothing could be found out about in time. */
    languageOf: (user: string): Language => people.known(user)?.language ?? 'en',
  };
}

/** `user.team_id` is where the person is at home; `team` may be another workspace, and either may be missing. */
function whoIn(body: BlockAction | SlackViewAction): Who {
  const { user } = body;
  const name = 'name' in user && typeof user.name === 'string' ? user.name : user.id;
  return { user: user.id, team: user.team_id ?? body.team?.id, name };
}

async function answer(respond: RespondFn, { text, blocks }: ShownAs<'ephemeral'>): Promise<void> {
  await respond({ response_type: 'ephemeral', replace_original: false, text, blocks: [...blocks] });
}
