import { formatTime } from '../../deadline/format-time.js';
import { type Language, languageOfLocale } from '../../report/form.js';
import type { Message } from '../message-log.js';
import { sandbox } from '../sandbox-world.js';
import type { OpenView } from '../view-stacks.js';
import { whatOneSees } from '../visible-to.js';
import type { Channel, Person, World } from '../world.js';
import { blocksHtml } from './block-html.js';
import { withState } from './blocks-with-state.js';
import { formattedDate } from './formatted-date.js';
import type { MessageHtml } from './message-html.js';
import type { PageClock } from './page-clock.js';
import type { Viewer } from './viewer.js';

export type MessageOnPage = Readonly<{
  ts: string;
  channel: string;
  author: string;
  app: boolean;
  /** In the person's zone. */
  time: string;
  html: string;
  edited: boolean;
  pinned: boolean;
  /** Only this person sees it. */
  ephemeral: boolean;
  replies: readonly MessageOnPage[];
}>;

export type PlaceOnPage = Readonly<{
  id: string;
  name: string;
  kind: Channel['kind'] | 'shared';
  note: string;
  messages: readonly MessageOnPage[];
}>;

export type ModalOnPage = Readonly<{
  id: string;
  /** Another text whenever the view is another. */
  version: string;
  title: string;
  submit: string | undefined;
  close: string;
  html: string;
  errors: Readonly<Record<string, string>>;
}>;

/** All that the page shows to one person. */
export type PageView = Readonly<{
  me: string;
  people: readonly Readonly<{ id: string; name: string; role: string }>[];
  clock: Readonly<{ now: number; zone: string; text: string; jumps: PageClock['jumps'] }>;
  places: readonly PlaceOnPage[];
  /** Whether the app has a Home, and Slack gives it to this person. */
  hasHome: boolean;
  home: string | undefined;
  modal: ModalOnPage | undefined;
}>;

export function pageView(
  world: World,
  clock: PageClock,
  asked: string | undefined,
  messageHtml: MessageHtml,
): PageView {
  const people = world.people().filter(({ role, deactivated }) => role !== 'bot' && !deactivated);
  const me = people.find(({ id }) => id === asked) ?? world.person(sandbox.ana);
  const seen = whatOneSees(world, me.id);
  const viewer: Viewer = {
    reader: { zone: me.tz, locale: me.locale, now: clock.now() },
    people: world.people().map(({ id, realName }) => ({ id, name: realName })),
    channels: world.channels().map(({ id, name }) => ({ id, name })),
  };
  const modal = seen.views.at(-1);
  return {
    me: me.id,
    people: people.map((person) => ({
      id: person.id,
      name: person.realName,
      role: `${roleOf(person, world)} · ${placeOf(person)}`,
    })),
    clock: {
      now: clock.now().getTime(),
      zone: clock.zone,
      text: formatTime(clock.now(), clock.zone, 'en'),
      jumps: clock.jumps,
    },
    places: seen.channels.map((channel) => placeOnPage(channel, seen.messages, { world, viewer, messageHtml })),
    hasHome: me.team === world.home.id && world.app().homeTab,
    home: seen.home === undefined ? undefined : viewHtml(seen.home, viewer),
    modal: modal === undefined ? undefined : modalOnPage(modal, viewer),
  };
}

function roleOf({ id, team, role }: Person, world: World): string {
  if (team !== world.home.id) return `Outsider, from ${world.team(team).name}`;
  if (world.channel(sandbox.securityChannel).members.includes(id)) return 'Security team';
  return role === 'guest' || role === 'single-channel guest' ? 'Guest' : 'Member of the project';
}

const languageNames: Readonly<Record<Language, string | undefined>> = { en: undefined, zh: '中文' };

/** Where they live and what they read, as far as it changes what the bot says to them. */
function placeOf({ tz, locale }: Person): string {
  const city = tz.split('/').at(-1)?.replaceAll('_', ' ') ?? tz;
  const language = languageNames[languageOfLocale(locale)];
  return language === undefined ? city : `${city}, ${language}`;
}

/** What the parts of one person's page share. */
type Looking = Readonly<{ world: World; viewer: Viewer; messageHtml: MessageHtml }>;

function placeOnPage(channel: Channel, messages: readonly Message[], looking: Looking): PlaceOnPage {
  const here = messages.filter((message) => message.channel === channel.id);
  const shown = (message: Message, replies: readonly MessageOnPage[]) => messageOnPage(message, replies, looking);
  return {
    id: channel.id,
    name: channel.kind === 'im' ? 'Vulndesk' : channel.name,
    kind: channel.sharedWith.length > 0 ? 'shared' : channel.kind,
    note: noteOn(channel, looking.world),
    messages: here
      .filter(({ threadTs, broadcast }) => threadTs === undefined || broadcast)
      .map((message) =>
        shown(
          message,
          here.filter(({ threadTs }) => threadTs === message.ts).map((reply) => shown(reply, [])),
        ),
      ),
  };
}

function noteOn({ kind, sharedWith, members }: Channel, world: World): string {
  if (kind === 'im') return 'Direct messages from the bot';
  if (sharedWith.length > 0) return `Shared with ${sharedWith.map((team) => world.team(team).name).join(', ')}`;
  const humans = members.filter((id) => world.person(id).role !== 'bot').length;
  return `${kind === 'private' ? 'Private' : 'Public'} · ${humans} people`;
}

function messageOnPage(
  message: Message,
  replies: readonly MessageOnPage[],
  { world, viewer, messageHtml }: Looking,
): MessageOnPage {
  const author = world.person(message.author);
  return {
    ts: message.ts,
    channel: message.channel,
    author: author.realName,
    app: author.role === 'bot',
    time: formattedDate(Number.parseFloat(message.ts), '{date_short_pretty}, {time}', viewer.reader) ?? '',
    html: messageHtml(message, viewer),
    edited: message.editedTs !== undefined,
    pinned: message.pinned,
    ephemeral: message.onlyFor !== undefined,
    replies,
  };
}

function modalOnPage(view: OpenView, viewer: Viewer): ModalOnPage {
  return {
    id: view.id,
    version: `${view.id} ${view.hash}`,
    title: view.content.title?.text ?? '',
    submit: view.content.submit?.text,
    close: view.content.close?.text ?? 'Close',
    html: viewHtml(view, viewer),
    errors: view.errors,
  };
}

function viewHtml(view: OpenView, viewer: Viewer): string {
  return blocksHtml(withState(view.content.blocks, view.state), viewer, `v-${view.id}`);
}
