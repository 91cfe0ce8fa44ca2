import type { AuditEntry } from '../../handling/audit.js';
import { defined } from '../../report/defined.js';
import { Refusal, type RefusalCode } from '../../report/refusal.js';
import type { ReportId } from '../../report/report-id.js';
import type { HandlerDeps } from '../handlers/handler-deps.js';
import type { Interaction, Pressed } from '../handlers/interaction.js';
import type { Role } from '../views/declare-surface.js';
import { show } from '../views/surfaces.js';
import { inTime, outcomeOf } from './outcome.js';

/** What somebody asks for, by its name in the code, and the report that it is about. */
export type Use = Readonly<{ who: Role; what: string; about?: ReportId | undefined }>;

export type Authorizer = Readonly<{
  /** @throws Refusal when it could not be found out */
  may(interaction: Pick<Interaction, 'actor' | 'team' | 'checked'>, who: Role): Promise<boolean>;
  /** Runs `act` for somebody who may, or tells them alone why not. */
  authorize(interaction: Asked, use: Use, act: () => Promise<void>): Promise<void>;
  /** Notes in the audit trail that somebody was refused. */
  noteRefusal(interaction: Noted, use: Omit<Use, 'who'>, code: string): void;
}>;
type Asked = Interaction & Partial<Pick<Pressed, 'settle'>>;
type Noted = Pick<Interaction, 'person' | 'team'>;

/** Refusals that say of a question that nobody asks it any more. */
const noLongerAsked: ReadonlySet<RefusalCode> = new Set([
  'no_hand_over',
  'swap_turn_begun',
  'swap_turn_changed',
  'sending_not_held',
  'later_date_proposed_anew',
  'promise_not_movable',
  'embargo_proposed_anew',
]);

export type AuthorizerDeps = Pick<HandlerDeps, 'access' | 'log' | 'policy' | 'clock' | 'audit'>;

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
        // A role that nobody has taught this to check lets nobody in.
        throw new TypeError(who satisfies never);
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
      const { team, language, answer, settle = answer } = interaction;
      const outcome = outcomeOf(log, async () => {
        if (!(await may(interaction, use.who))) {
          noteRefusal(interaction, use, 'not_for_you');
          await answer(show('notForYou', { team }, language));
          return { kind: 'done' } as const;
        }
        // Before it is shown, so that nothing is seen that isn't at least on its way into the trail.
        if (use.about !== undefined || use.who !== 'anyone') note(interaction, use, { deed: 'opened' });
        await act();
        return { kind: 'done' } as const;
      });
      const tell = async (became: Awaited<typeof outcome>) => {
        if (became.kind === 'done') return;
        if (became.kind !== 'refused') {
          const id = team ? defined({ id: use.about }) : {};
          return await answer(show('troubleNote', { ...became, team, ...id }, language));
        }
        const { refusal } = became;
        noteRefusal(interaction, use, refusal.code);
        const tellThem = noLongerAsked.has(refusal.code) ? settle : answer;
        await tellThem(show('refusalNote', { team, refusal, zone }, language));
      };
      const first = await inTime(outcome);
      await tell(first);
      const last = await outcome;
      // Told that it is not certain, they also hear what came of it, unless that is as uncertain.
      if (last !== first && last.kind === 'refused') await tell(last);
    },
  };
}
