import type { AuditEntry } from '../../handling/audit.js';
import type { AuditWriter } from '../../handling/audit-writer.js';
import { Unreadable } from '../../handling/store-errors.js';
import { defined } from '../../report/defined.js';
import { Refusal } from '../../report/refusal.js';
import type { ReportId } from '../../report/report-id.js';
import type { HandlerDeps } from '../handlers/handler-deps.js';
import type { Interaction } from '../handlers/interaction.js';
import type { Role } from '../views/surface.js';
import { show } from '../views/surfaces.js';

/** What somebody asks for, by its name in the code, and the report that it is about. */
export type Use = Readonly<{ who: Role; what: string; about?: ReportId | undefined }>;

export type Authorizer = Readonly<{
  /** @throws Refusal when it could not be found out */
  may(interaction: Pick<Interaction, 'actor' | 'team' | 'checked'>, who: Role): Promise<boolean>;
  /** Runs `act` for somebody who may, or tells them alone why not. */
  authorize(interaction: Interaction, use: Use, act: () => Promise<void>): Promise<void>;
  /** Notes in the audit trail that somebody was refused. */
  noteRefusal(interaction: Noted, use: Omit<Use, 'who'>, code: string): void;
}>;
type Noted = Pick<Interaction, 'person' | 'team'>;

export type AuthorizerDeps = Pick<HandlerDeps, 'access' | 'log' | 'policy' | 'clock'> &
  Readonly<{ audit: Pick<AuditWriter, 'note'> }>;

export function createAuthorizer({ access, log, policy, clock, audit }: AuthorizerDeps): Authorizer {
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
  const note = (
    { person, team }: Noted,
    { what, about }: Omit<Use, 'who'>,
    more: Pick<AuditEntry, 'deed' | 'code'>,
  ) => {
    const by = { kind: team ? 'team' : 'outside', person } as const;
    audit.note({ at: clock(), what, ...defined({ about }), by, ...more });
  };
  const noteRefusal: Authorizer['noteRefusal'] = (interaction, use, code) =>
    note(interaction, use, { deed: 'refused', code });
  return {
    may,
    noteRefusal,
    authorize: async (interaction, use, act) => {
      const { team, language, answer } = interaction;
      try {
        if (!(await may(interaction, use.who))) {
          noteRefusal(interaction, use, 'not_for_you');
          return await answer(show('notForYou', { team }, language));
        }
        // Before it is shown, so that nothing is seen that isn't at least on its way into the trail.
        if (use.about !== undefined || use.who !== 'anyone') note(interaction, use, { deed: 'opened' });
        await act();
      } catch (error) {
        if (error instanceof Refusal) {
          noteRefusal(interaction, use, String(error.code));
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
