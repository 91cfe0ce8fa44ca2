/** The bot's own workspace and, on Enterprise Grid, its organisation. `orgWide`: installed for all workspaces of it. */
export type OwnWorkspace = Readonly<{ team: string; enterprise?: string; orgWide?: boolean }>;

/** The workspace of a bot, as auth.test tells it: for an app of a whole organisation the workspace may be the organisation. */
export function ownWorkspaceOf(
  told: Readonly<{ team_id?: string; enterprise_id?: string; is_enterprise_install?: boolean }>,
): OwnWorkspace | undefined {
  const { enterprise_id: enterprise = '', team_id: team = enterprise, is_enterprise_install: orgWide = false } = told;
  if (team === '') return undefined;
  return { team, ...(enterprise === '' ? {} : { enterprise, orgWide }) };
}

/** What users.info tells, as far as the rule needs it. */
export type SlackUser = Readonly<{
  id?: string;
  team_id?: string;
  deleted?: boolean;
  is_bot?: boolean;
  is_stranger?: boolean;
  is_restricted?: boolean;
  is_ultra_restricted?: boolean;
  enterprise_user?: Readonly<{ enterprise_id?: string; teams?: readonly string[] }>;
}>;

/**
 * How somebody belongs to the bot's workspace. `ours`: of the bot's workspace. `organisation`: of another workspace of the same Enterprise
 * Grid organisation. `stranger`: no channel is shared with them. `untold`: Slack does not say where they belong.
 */
export type Standing = 'ours' | 'organisation' | 'elsewhere' | 'guest' | 'bot' | 'deactivated' | 'stranger' | 'untold';

export function standingOf(user: SlackUser, { team, enterprise, orgWide }: OwnWorkspace): Standing {
  if (user.is_bot || user.id === 'USLACKBOT') return 'bot';
  if (user.deleted) return 'deactivated';
  if (user.is_stranger) return 'stranger';
  const teams = teamsOf(user);
  const ours = teams.includes(team);
  const inOrganisation = enterprise !== undefined && teams.includes(enterprise);
  if (!ours && !inOrganisation) return teams.length === 0 ? 'untold' : 'elsewhere';
  if (user.is_restricted || user.is_ultra_restricted) return 'guest';
  return ours || orgWide ? 'ours' : 'organisation';
}

/** Every workspace and organisation by which Slack may name where somebody belongs. The first is the one that users.info names. */
export function teamsOf({ team_id: team, enterprise_user: user }: SlackUser): readonly string[] {
  const named = [team, user?.enterprise_id, ...(user?.teams ?? [])];
  return [...new Set(named.filter((one) => one !== undefined && one !== ''))] as readonly string[];
}

/** Whether a member of the security channel is one of ours. Who is not in that channel is so only as `ours`. */
export function isInternal(standing: Standing | undefined): boolean {
  return standing === 'ours' || standing === 'organisation';
}

/** Whether what a payload says of somebody's workspace rules out that they are one of ours. On Grid it may name any of many. */
export function isForeign(payloadTeam: string | undefined, { team, enterprise }: OwnWorkspace): boolean {
  return payloadTeam !== undefined && payloadTeam !== team && enterprise === undefined;
}
