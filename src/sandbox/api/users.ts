import type { Person, World } from '../world.js';
import { isOutsider, knownPerson } from './access.js';
import { ApiError } from './api-error.js';
import { isOn, optional, page, required } from './arguments.js';
import type { Method } from './method.js';

export const users: Readonly<Record<string, Method>> = {
  'users.info': {
    scope: 'users:read',
    run: ({ world, args, now }) => {
      const person = knownPerson(world, required(args, 'user'));
      return { user: userObject(world, person, isOn(args, 'include_locale'), now()) };
    },
  },
  'users.list': {
    scope: 'users:read',
    run: ({ world, args, now }) => {
      const own = world.people().filter((person) => !isOutsider(world, person));
      const { items, cursor } = page(args, own);
      const members = items.map((person) => userObject(world, person, isOn(args, 'include_locale'), now()));
      return { members, response_metadata: { next_cursor: cursor } };
    },
  },
  'usergroups.users.list': {
    scope: 'usergroups:read',
    run: ({ world, args }) => {
      const members = world.userGroup(required(args, 'usergroup'));
      if (members === undefined) throw new ApiError('no_such_subteam');
      return { users: members.filter((id) => !world.person(id).deactivated) };
    },
  },
  // docs.slack.dev/reference/methods/usergroups.users.update: the list takes the place of the one before, and can't be empty.
  'usergroups.users.update': {
    scope: 'usergroups:write',
    run: ({ world, args }) => {
      const id = required(args, 'usergroup');
      const wanted = (optional(args, 'users') ?? '').split(',').filter((user) => user !== '');
      if (world.userGroup(id) === undefined) throw new ApiError('no_such_subteam');
      if (wanted.length === 0) throw new ApiError('no_users_provided');
      const found = world.people().filter((person) => wanted.includes(person.id));
      if (found.length < wanted.length) throw new ApiError('invalid_users');
      if (found.some((person) => isOutsider(world, person) || person.deactivated))
        throw new ApiError('failed_for_some_users');
      if (found.some(({ role }) => role === 'single-channel guest'))
        throw new ApiError('single_channel_guests_cannot_be_added');
      if (found.some(({ role }) => role === 'guest' || role === 'bot')) throw new ApiError('invalid_users');
      world.changeUserGroup(id, wanted);
      return {
        usergroup: { id, team_id: world.home.id, is_usergroup: true, users: wanted, user_count: wanted.length },
      };
    },
  },
};

/**
 * docs.slack.dev/reference/objects/user-object. People of other workspaces have no locale and no role flags. Those who share no
 * channel with the bot are strangers: docs.slack.dev/apis/slack-connect.
 */
function userObject(
  world: World,
  person: Person,
  includeLocale: boolean,
  now: Date,
): Readonly<Record<string, unknown>> {
  const { id, team, name, realName, role, locale, tz, deactivated } = person;
  const basic = {
    id,
    team_id: team,
    name,
    deleted: deactivated,
    profile: profileOf(person),
    updated: 1_700_000_000,
    who_can_share_contact_card: 'EVERYONE',
    ...enterpriseUserOf(world, person),
  };
  if (deactivated) return { ...basic, is_bot: false, is_app_user: false };
  const outsider = isOutsider(world, person);
  const stranger = outsider && !world.shareAChannel(world.app().botUser, id);
  const known = { ...basic, real_name: realName, is_bot: role === 'bot', is_app_user: false };
  if (stranger) return { ...known, is_stranger: true };
  const zone = { tz, tz_label: tz, tz_offset: offsetSeconds(tz, now) };
  if (outsider) return { ...known, ...zone, is_stranger: false };
  return {
    ...known,
    ...zone,
    color: '9f69e7',
    is_email_confirmed: true,
    is_admin: role === 'admin' || role === 'owner',
    is_owner: role === 'owner',
    is_primary_owner: false,
    is_restricted: role === 'guest' || role === 'single-channel guest',
    is_ultra_restricted: role === 'single-channel guest',
    ...(includeLocale ? { locale } : {}),
  };
}

/** docs.slack.dev/reference/objects/user-object: who is in an organisation on Enterprise Grid, and in which workspaces of it. */
function enterpriseUserOf({ enterprise }: World, { id, workspaces }: Person) {
  if (enterprise === undefined || workspaces === undefined) return {};
  const { id: enterprise_id, name: enterprise_name } = enterprise;
  return {
    enterprise_user: { id, enterprise_id, enterprise_name, is_admin: false, is_owner: false, teams: workspaces },
  };
}

function profileOf({ team, name, realName }: Person) {
  const [first = '', ...last] = realName.split(' ');
  return {
    title: '',
    phone: '',
    skype: '',
    real_name: realName,
    real_name_normalized: realName,
    display_name: name,
    display_name_normalized: name,
    first_name: first,
    last_name: last.join(' '),
    status_text: '',
    status_text_canonical: '',
    status_emoji: '',
    status_expiration: 0,
    avatar_hash: 'g0000000000',
    team,
  };
}

function offsetSeconds(zone: string, at: Date): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).format(at);
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
