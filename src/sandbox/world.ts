import { createMessageLog, type MessageLog } from './message-log.js';
import { createViewStacks, type ViewStacks } from './view-stacks.js';

export type Team = Readonly<{ id: string; name: string; domain: string }>;

/** `guest` is in several channels (`is_restricted`), `single-channel guest` in one (`is_ultra_restricted`). */
export type Role = 'owner' | 'admin' | 'member' | 'guest' | 'single-channel guest' | 'bot';

export type Person = Readonly<{
  id: string;
  /** The workspace they belong to. A person of another workspace than the app's is an outsider. */
  team: string;
  name: string;
  realName: string;
  role: Role;
  /** Such as `en-US` or `zh-CN`. */
  locale: string;
  /** IANA zone. */
  tz: string;
  deactivated: boolean;
  /** On Enterprise Grid: every workspace they are in, of the app's own organisation. */
  workspaces?: readonly string[];
}>;

export type Channel = Readonly<{
  id: string;
  kind: 'public' | 'private' | 'im';
  /** Without `#`; empty for direct messages. */
  name: string;
  members: readonly string[];
  /** Other workspaces it is shared with (Slack Connect); not empty means `is_ext_shared`. */
  sharedWith: readonly string[];
  pendingExtShared: boolean;
  orgShared: boolean;
  archived: boolean;
}>;

/** The installed app, with what its manifest asks for. */
export type App = Readonly<{
  id: string;
  botId: string;
  botUser: string;
  commands: readonly Readonly<{ command: string; shouldEscape: boolean }>[];
  /** In the menu of each message. */
  shortcuts: readonly Readonly<{ callbackId: string; name: string }>[];
  /** Granted to the bot token. */
  scopes: readonly string[];
  /** Events it subscribes to. */
  events: readonly string[];
  /** The tabs of its App Home. */
  homeTab: boolean;
  messagesTab: boolean;
  messagesTabReadOnly: boolean;
}>;

/** An error that Slack itself showed a person, for example after a failed command. */
export type ShownError = Readonly<{ user: string; text: string; channel?: string; view?: string; at: Date }>;

export type WorldSeed = Readonly<{
  home: Team;
  /** The organisation of the home workspace, on Enterprise Grid. */
  enterprise?: Readonly<{ id: string; name: string }> | undefined;
  otherTeams: readonly Team[];
  app: App;
  people: readonly Person[];
  channels: readonly Channel[];
  /** User groups: id to members. */
  userGroups?: Readonly<Record<string, readonly string[]>>;
}>;

/** All workspaces, people, channels, messages and views. Values are read-only; changes go through the functions. */
export type World = Readonly<{
  home: Team;
  enterprise: WorldSeed['enterprise'];
  team(id: string): Team;
  app(): App;
  changeApp(change: Partial<App>): void;
  people(): readonly Person[];
  /** @throws when nobody has this id */
  person(id: string): Person;
  changePerson(id: string, change: Partial<Omit<Person, 'id'>>): void;
  channels(): readonly Channel[];
  /** @throws when there is none */
  channel(id: string): Channel;
  changeChannel(id: string, change: Partial<Omit<Channel, 'id' | 'kind'>>): void;
  join(channel: string, user: string): void;
  leave(channel: string, user: string): void;
  /** The direct messages of the bot with a person, created when needed. */
  directChannel(user: string): Channel;
  userGroup(id: string): readonly string[] | undefined;
  changeUserGroup(id: string, members: readonly string[]): void;
  /** Members see a channel; a public one is seen by every full member of the home workspace. */
  canSee(user: string, channel: string): boolean;
  /** Everybody who can see the channel now. */
  audience(channel: string): readonly string[];
  shareAChannel(one: string, other: string): boolean;
  messages: MessageLog;
  views: ViewStacks;
  errors(): readonly ShownError[];
  showError(error: ShownError): void;
  /** Called after each change; returns how to stop it. */
  onChange(listener: () => void): () => void;
}>;

export function createWorld(seed: WorldSeed): World {
  const teams = new Map([seed.home, ...seed.otherTeams].map((team) => [team.id, team]));
  const people = new Map(seed.people.map((person) => [person.id, person]));
  const channels = new Map(seed.channels.map((channel) => [channel.id, channel]));
  const userGroups = new Map(Object.entries(seed.userGroups ?? {}));
  const errors: ShownError[] = [];
  const listeners = new Set<() => void>();
  let app = seed.app;

  const changed = () => {
    for (const listener of listeners) listener();
  };
  const known = <T>(map: ReadonlyMap<string, T>, id: string, what: string): T => {
    const found = map.get(id);
    if (found === undefined) throw new Error(`There is no ${what} ${id} in this world.`);
    return found;
  };
  const person = (id: string) => known(people, id, 'person');
  const channel = (id: string) => known(channels, id, 'channel');
  const keepChannel = (next: Channel) => {
    channels.set(next.id, next);
    changed();
    return next;
  };

  const canSee = (user: string, channelId: string) => {
    const { members, kind } = channel(channelId);
    const { team, workspaces, role, deactivated } = person(user);
    if (deactivated) return false;
    if (members.includes(user)) return true;
    const member = team === seed.home.id || workspaces?.includes(seed.home.id);
    return kind === 'public' && member === true && (role === 'owner' || role === 'admin' || role === 'member');
  };
  const audience = (channelId: string) =>
    [...people.values()].filter(({ id }) => canSee(id, channelId)).map(({ id }) => id);

  return {
    home: seed.home,
    enterprise: seed.enterprise,
    team: (id) => known(teams, id, 'workspace'),
    app: () => app,
    changeApp: (change) => {
      app = { ...app, ...change };
      changed();
    },
    people: () => [...people.values()],
    person,
    changePerson: (id, change) => {
      people.set(id, { ...person(id), ...change });
      changed();
    },
    channels: () => [...channels.values()],
    channel,
    changeChannel: (id, change) => {
      keepChannel({ ...channel(id), ...change });
    },
    join: (id, user) => {
      const { members, ...rest } = channel(id);
      keepChannel({ ...rest, members: [...new Set([...members, person(user).id])] });
    },
    leave: (id, user) => {
      const { members, ...rest } = channel(id);
      keepChannel({ ...rest, members: members.filter((member) => member !== user) });
    },
    directChannel: (user) => {
      const id = `D${person(user).id.slice(1)}`;
      const members = [app.botUser, user];
      const fresh = { sharedWith: [], pendingExtShared: false, orgShared: false, archived: false };
      return channels.get(id) ?? keepChannel({ id, kind: 'im', name: '', members, ...fresh });
    },
    userGroup: (id) => userGroups.get(id),
    changeUserGroup: (id, members) => {
      userGroups.set(id, members);
      changed();
    },
    canSee,
    audience,
    shareAChannel: (one, other) =>
      [...channels.values()].some(
        ({ kind, members }) => kind !== 'im' && members.includes(one) && members.includes(other),
      ),
    messages: createMessageLog(audience, changed),
    views: createViewStacks(changed),
    errors: () => [...errors],
    showError: (error) => {
      errors.push(error);
      changed();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
