import { Unreadable } from '../../handling/store-errors.js';
import { Refusal } from '../../report/refusal.js';
import type { HandlerDeps } from '../handlers/handler-deps.js';
import type { Interaction } from '../handlers/interaction.js';
import type { Role } from '../views/surface.js';
import { show } from '../views/surfaces.js';

export type Authorizer = Readonly<{
  /** @throws Refusal when it could not be found out */
  may(interaction: Pick<Interaction, 'actor' | 'team' | 'checked'>, who: Role): Promise<boolean>;
  /** Runs `act` for somebody who may, or tells them alone why not. */
  authorize(interaction: Interaction, who: Role, act: () => Promise<void>): Promise<void>;
}>;

export function createAuthorizer({ access, log, policy }: Pick<HandlerDeps, 'access' | 'log' | 'policy'>): Authorizer {
  const { zone } = policy.calendar;
  const may: Authorizer['may'] = async ({ actor, team, checked }, who) => {
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
  return {
    may,
    authorize: async (interaction, who, act) => {
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
    },
  };
}

/** The database is away when the driver says so by the name of its error. */
function troubleKind(error: unknown): 'unexpected' | 'store_away' {
  return error instanceof Error && /^Mongo(ServerSelection|Network)/.test(error.name) ? 'store_away' : 'unexpected';
}
